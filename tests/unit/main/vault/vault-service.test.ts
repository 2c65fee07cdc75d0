// E1 E11: the notebook as the window requests it: created, unlocked, written, locked, its keys changed.
import { expectOk, ok } from '@domain/result.ts';
import { NO_LINKS } from '@domain/tables/private.ts';
import { describe, expect, it } from 'vitest';
import { NOW } from '../../../support/context.ts';
import { failing, FOLDER, JOURNAL, well } from '../../../support/memory-office.ts';
import { BY_PHRASE, IDLE_MS, NEWER, notebook, ON, openedNotebook, PASSPHRASE, refused, WRONG_PHRASE } from '../../../support/notebook.ts';

const PRINTED = /^([A-Z2-9]{5}-){7}[A-Z2-9]{5}$/;

describe('a notebook that is made', () => {
  it('E1 is in the file before it is called made, is open, and shows its recovery key', async () => {
    const { create, state, keysOnDisk, session } = await notebook();
    const before = state();
    const { recoveryKey, ...told } = expectOk(await create());

    expect([before, recoveryKey]).toEqual(['none', expect.stringMatching(PRINTED)]);
    expect(told).toEqual({
      revision: 1,
      changes: [],
      label: { command: 'vault', table: null, title: '' },
      undo: { undo: null, redo: null },
      saveState: session.saveState,
      vault: { state: 'open', locksInMs: IDLE_MS },
      unkept: null,
    });
    expect((await keysOnDisk())?.slots.map(({ kind }) => kind)).toEqual(['passphrase', 'recovery']);
  });

  it('E1 is the same one, with the same recovery key, when it is asked for again after a lost reply', async () => {
    const { create, session } = await notebook();
    const first = expectOk(await create('asked-twice'));
    const keys = session.header.keys.vault;

    expect([expectOk(await create('asked-twice')).recoveryKey, session.header.keys.vault]).toEqual([first.recoveryKey, keys]);
    expect(await create()).toEqual(refused('vault-exists'));
  });

  it('E1 E11 shows its recovery key no more once it was locked', async () => {
    const { create, lock, state } = await notebook();
    await create('asked-twice');
    lock();

    expect([await create('asked-twice'), state()]).toMatchObject([
      { ok: true, value: { recoveryKey: '', vault: { state: 'locked' } } },
      'locked',
    ]);
  });

  it('E1 is none with a passphrase that is too short', async () => {
    const { create, state } = await notebook();

    expect([await create(undefined, 'court'), state()]).toMatchObject([{ failure: { code: 'passphrase-too-short' } }, 'none']);
  });

  it('E1 A10 is none while the file cannot be written, and can be made afterwards', async () => {
    const { create, state, trouble, keysOnDisk } = await notebook();
    failing(trouble, 'rename', (path) => path.startsWith(FOLDER));
    const failed = await create('asked-twice');
    const meanwhile = state();
    well(trouble);

    expect([failed, meanwhile]).toMatchObject([{ ok: false, failure: { code: 'disk-failure' } }, 'none']);
    expectOk(await create());
    expect((await keysOnDisk())?.id).toBe('vault-000002');
  });
});

describe('a notebook that is locked', () => {
  it('E1 gives no note, takes no edit, calls none one’s own and removes nothing', async () => {
    const { write, lock, call, act, documentId, session } = await openedNotebook();
    const { recordId: noteId } = expectOk(await write('Un'));
    lock();
    const { revision } = session;

    expect(
      await Promise.all([
        call['vault.notes']({ documentId }),
        write('Deux', noteId),
        call['vault.own']({ ...act(), record: { table: 'privateNotes', id: noteId } }),
        call['vault.remove']({ ...act(), record: { table: 'privateNotes', id: noteId } }),
      ]),
    ).toEqual(Array.from({ length: 4 }, () => refused('vault-locked')));
    expect(session.revision).toBe(revision);
  });

  it('E1 takes a line of which nothing can be seen or taken back, and files it when it is opened', async () => {
    const { write, lock, unlock, boxes, notes, session, well: disk } = await openedNotebook();
    lock();
    const line = expectOk(await write('Une ligne'));
    const dropped = boxes();
    const told = expectOk(await unlock());

    expect(line).toMatchObject({ changes: [], undo: { undo: null, redo: null }, vault: { state: 'locked', locksInMs: null } });
    expect([dropped, boxes()]).toEqual([[expect.stringMatching(/^j\./)], [expect.stringMatching(/^s\./)]]);
    expect([told.undo, told.vault.state, session.undoState.undo]).toEqual([{ undo: null, redo: null }, 'open', null]);
    expect((await notes()).notes).toEqual([
      { id: line.recordId, date: ON, ...NO_LINKS, text: 'Une ligne', writtenAt: NOW, isDropped: true },
    ]);
    const journal = await disk.readFile(JOURNAL, 'utf8');
    expect(['"vault.line"', '"vault.file"', 'Une ligne'].map((word) => journal.includes(word))).toEqual([true, true, false]);
  });

  it('E1 opens by its passphrase or its printed key, and by no other', async () => {
    const { lock, unlock, state, byRecovery } = await openedNotebook();
    const tries = [];
    for (const secret of [WRONG_PHRASE, { kind: 'recovery', recoveryKey: 'AAAAA' } as const, BY_PHRASE, byRecovery]) {
      lock();
      const reply = await unlock(secret);
      tries.push([reply.ok ? 'open' : reply.failure.code, state()]);
    }

    expect(tries).toEqual([
      ['passphrase-wrong', 'locked'],
      ['passphrase-wrong', 'locked'],
      ['open', 'open'],
      ['open', 'open'],
    ]);
  });

  it('E1 is not to be opened, nor written to, where there is none', async () => {
    const { unlock, write, call, act } = await notebook();

    expect([await unlock(), await write('x'), await call['vault.change']({ ...act(), secret: BY_PHRASE, passphrase: NEWER })]).toEqual([
      refused('vault-missing'),
      refused('vault-missing'),
      refused('vault-missing'),
    ]);
  });
});

describe('a note', () => {
  it('E1 is written, edited and taken back as any other record, and its boxes never leave', async () => {
    const { write, texts, boxes, session, act } = await openedNotebook();
    const written = expectOk(await write('Un'));
    const edited = expectOk(await write('Deux', written.recordId));
    expectOk(await session.undo(act().commandId));

    expect([written, edited]).toMatchObject([
      { changes: [], undo: { undo: { command: 'record.create', table: 'privateNotes', title: '' } }, recordId: written.recordId },
      { changes: [], undo: { undo: { command: 'record.update', table: 'privateNotes', title: '' } }, recordId: written.recordId },
    ]);
    expect([boxes().length, await texts()]).toEqual([1, ['Un']]);
  });

  it('E1 that an edit does not change makes no step', async () => {
    const { write, session } = await openedNotebook();
    const { recordId: noteId } = expectOk(await write('Un'));
    const { revision } = session;

    expect([expectOk(await write('Un', noteId)).recordId, session.revision]).toEqual([noteId, revision]);
  });

  it('E1 is removed, and comes back when that is undone', async () => {
    const { write, texts, call, act, session } = await openedNotebook();
    const { recordId: noteId } = expectOk(await write('Un'));
    const removed = expectOk(await call['vault.remove']({ ...act(), record: { table: 'privateNotes', id: noteId } }));
    const without = await texts();
    expectOk(await session.undo(act().commandId));

    expect(removed.undo.undo).toEqual({ command: 'record.remove', table: 'privateNotes', title: '' });
    expect([without, await texts()]).toEqual([[], ['Un']]);
  });

  it('E1 that was dropped in is one’s own once one says so', async () => {
    const { write, lock, unlock, notes, call, act, session } = await openedNotebook();
    lock();
    const { recordId: noteId } = expectOk(await write('Une ligne'));
    await unlock();
    const said = expectOk(await call['vault.own']({ ...act(), record: { table: 'privateNotes', id: noteId } }));
    const { revision } = session;
    expectOk(await call['vault.own']({ ...act(), record: { table: 'privateNotes', id: noteId } }));

    expect([said.undo.undo, said.vault.state]).toEqual([{ command: 'record.update', table: 'privateNotes', title: '' }, 'open']);
    expect([(await notes()).notes[0]?.isDropped, session.revision]).toEqual([false, revision]);
  });

  it('E1 that does not exist is said to be missing', async () => {
    const { write, call, act } = await openedNotebook();
    const missing = { ok: false, failure: { code: 'record-missing', table: 'privateNotes', id: 'nobody-1' } };

    expect([
      await write('x', 'nobody-1'),
      await call['vault.own']({ ...act(), record: { table: 'privateNotes', id: 'nobody-1' } }),
      await call['vault.remove']({ ...act(), record: { table: 'privateNotes', id: 'nobody-1' } }),
    ]).toEqual([missing, missing, missing]);
  });

  it('E1 stands beside one that does not open, which is left as it is and can be removed', async () => {
    const { write, notes, lock, unlock, session, call, act, boxes } = await openedNotebook();
    expectOk(await write('Un'));
    const change = {
      table: 'privateNotes',
      id: 'note-broken',
      before: null,
      after: { id: 'note-broken', box: `j.${Buffer.alloc(90, 1).toString('base64')}` },
    } as const;
    expectOk(
      await session.runPlanned('c-1', () => ok({ changes: [change], isAct: true, label: { command: 'x', table: null, title: '' } })),
    );
    lock();
    expectOk(await unlock());

    expect(await notes()).toMatchObject({
      notes: [{ text: 'Un' }],
      broken: [{ id: 'note-broken', text: null }],
      revision: session.revision,
      vault: { state: 'open' },
    });
    expect(await write('x', 'note-broken')).toEqual(refused('seal-broken'));
    expectOk(await call['vault.remove']({ ...act(), record: { table: 'privateNotes', id: 'note-broken' } }));
    expect(boxes()).toHaveLength(1);
  });
});

describe('time', () => {
  it('E11 locks ten minutes after the last act in the notebook, whichever it was', async () => {
    const { write, wait, state, call, act, documentId, locked } = await openedNotebook();
    const { recordId: noteId } = expectOk(await write('Un'));
    const acts = [
      () => call['vault.stay']({ documentId }),
      () => write('Deux'),
      () => call['vault.own']({ ...act(), record: { table: 'privateNotes', id: noteId } }),
      () => call['vault.remove']({ ...act(), record: { table: 'privateNotes', id: noteId } }),
    ];
    for (const each of acts) {
      wait(9);
      expectOk<unknown>(await each());
    }
    wait(9);

    expect([expectOk(await call['vault.status']({ documentId })), locked]).toEqual([{ state: 'open', locksInMs: 60_000 }, []]);
    wait(1);
    expect([state(), locked]).toEqual(['locked', [documentId]]);
  });

  it('E11 does not begin anew when it is only looked at', async () => {
    const { wait, state, notes } = await openedNotebook();
    wait(9);
    await notes();
    wait(1);

    expect(state()).toBe('locked');
  });

  it('E11 locks at once when one asks for it, all of them when the computer sleeps, and what was let go has none', async () => {
    const { call, service, documentId, projects, unlock, locked, lock } = await openedNotebook();
    const asked = [await call['vault.lock']({ documentId }), service.status(documentId)];
    expectOk(await unlock());
    service.lockAll();
    const asleep = service.status(documentId);
    expectOk(await unlock());
    expectOk(await projects.close(documentId, false));

    expect([...asked, asleep]).toEqual([
      ok({ state: 'locked', locksInMs: null }),
      { state: 'locked', locksInMs: null },
      { state: 'locked', locksInMs: null },
    ]);
    expect([lock(), locked.length]).toEqual([{ state: 'none', locksInMs: null }, 3]);
  });
});

it('E1 a note is opened with the very passphrase in another Unicode form', async () => {
  const { lock, unlock } = await openedNotebook();
  lock();

  expectOk(await unlock({ kind: 'passphrase', passphrase: PASSPHRASE.normalize('NFD') }));
});
