// E7, E11: presentation mode behind the contract: main withholds, locks, seals what was being typed, and ends with the passphrase.
import type { OpenProject } from '@contract/project.ts';
import type { VaultSecret } from '@contract/vault.ts';
import { expectOk } from '@domain/result.ts';
import { describe, expect, it, vi } from 'vitest';
import { testApplication, type TestApplication } from '../../support/application.ts';
import { DESK_WORDS, wordsIn } from '../../support/canary-words.ts';
import { fillFile, openWorld } from '../../support/canary-world.ts';
import { DRAFT, firstId } from '../../support/documents.ts';
import { DATE, drivenNotebook, PASSPHRASE } from '../../support/driven-notebook.ts';
import { profileOf } from '../../support/profiles.ts';
import { errno, faultyFiles } from '../../support/worlds.ts';
import { NO_LINKS } from '@domain/tables/private.ts';

vi.mock('../../../main/vault/derive-key.ts', async () => import('../../model/cheap-derivation.ts'));

const NOTE = 'La directrice hésite à partir';
const SECRET: VaultSecret = { kind: 'passphrase', passphrase: PASSPHRASE };

async function presented(options: Parameters<typeof testApplication>[0] = {}) {
  const app = await testApplication(options);
  const opened = expectOk(await app.call('project.create', { draft: DRAFT }));
  const book = await drivenNotebook(app, opened);
  return { app, opened, book, ...modeOf(app) };
}

function modeOf(app: TestApplication) {
  return {
    enter: async () => expectOk(await app.call('presentation.enter', { unnoted: null })),
    cleared: async () => expectOk(await app.call('presentation.cleared', {})),
    sealed: async () => expectOk(await app.call('presentation.sealed', {})),
    leave: (secret: VaultSecret | null = null) => app.call('presentation.leave', { secret }),
  };
}

/** Trust in the first structure, as the desk will keep it. */
async function markTrust(app: TestApplication, { document }: OpenProject, book: Awaited<ReturnType<typeof drivenNotebook>>) {
  const organisationId = firstId(document.accompaniment.organisations);
  const fields = { organisationId, on: DATE, level: 2, note: 'Se méfie de la fusion' };
  const command = { name: 'record.create' as const, args: { table: 'trustMarks' as const, fields } };
  return book.kept(expectOk(await app.call('project.run', { ...book.base(), command })));
}

describe('entering', () => {
  it('E11 E7 locks the open notebook once what was being typed is sealed, and remembers only that it was open', async () => {
    const { app, book, enter, sealed, leave } = await presented();
    await book.create();
    const { recordId } = await book.write(NOTE);

    await enter();
    const late = expectOk(
      await app.call('vault.write', {
        ...book.base(),
        record: { table: 'privateNotes', id: recordId, date: DATE, ...NO_LINKS, text: `${NOTE}, dit-elle` },
      }),
    );
    book.kept(late);
    await sealed();

    expect(late.vault).toEqual({ state: 'none', locksInMs: null });
    expect(app.sent.filter(([event]) => event === 'vaultLocked')).toHaveLength(1);
    for (const channel of ['vault.status', 'vault.notes', 'vault.lock'] as const)
      expect(await app.call(channel, { documentId: book.documentId })).toMatchObject({ failure: { code: 'presenting' } });
    expectOk(await leave(SECRET));
    expect(await book.texts()).toEqual([`${NOTE}, dit-elle`]);
  });

  it('E11 E7 does not wait for ever for a window that says nothing more: its notebook is locked, and a late text becomes a line', async () => {
    const { app, book, enter, leave } = await presented();
    await book.create();
    await enter();

    app.fire();

    expect(app.sent.some(([event]) => event === 'vaultLocked')).toBe(true);
    await book.write(NOTE);
    expectOk(await leave(SECRET));
    expect(await book.texts()).toEqual([NOTE]);
  });

  it('E7 entered twice is entered once', async () => {
    const { book, enter, sealed, leave } = await presented();
    await book.create();
    await enter();
    await sealed();
    await enter();

    expect(await leave()).toMatchObject({ failure: { code: 'presentation-held' } });
  });

  it('E7 E1 lets the window be captured only once it has said that its picture is clear', async () => {
    const { app, book, enter, cleared, sealed, leave } = await presented();
    await book.create();
    await enter();
    await sealed();
    expect(app.shielded).toEqual([true]);

    await cleared();
    expect(app.shielded).toEqual([true, false]);

    expectOk(await leave(SECRET));
    expect(app.shielded).toEqual([true, false, true]);
  });

  it('E7 opens no notebook whose passphrase was being tried when it began', async () => {
    const { app, book, enter, sealed, leave } = await presented();
    await book.create();
    await book.write(NOTE);
    await book.lock();
    const trying = book.unlock();
    await enter();

    expect(await trying).toMatchObject({ failure: { code: 'presenting' } });
    await sealed();
    expectOk(await leave());
    expect(await book.status()).toBe('locked');
    expect(app.sent.filter(([event]) => event === 'vaultLocked')).toHaveLength(1);
  });

  it('E7 keeps a recovery key that was made meanwhile, and gives it out with the passphrase alone', async () => {
    const { app, book, enter, sealed, leave } = await presented();
    const making = app.call('vault.create', { ...book.base(), passphrase: PASSPHRASE });
    await enter();
    const made = await making;
    await sealed();

    expect(made).toEqual({ ok: false, failure: { code: 'presenting' } });
    expect(await leave()).toMatchObject({ failure: { code: 'presentation-held' } });
    const { unnoted, vault } = expectOk(await leave(SECRET));
    expect(unnoted).toMatchObject({ documentId: book.documentId, recoveryKey: expect.stringMatching(/^([A-Z2-9]{5}-){7}[A-Z2-9]{5}$/) });
    expect(vault?.state).toBe('open');
    expect((await leave()).ok && expectOk(await leave()).unnoted).toBe(null);
  });

  it('E7 keeps the recovery key that the window was showing, and gives it back', async () => {
    const { app, book, sealed, leave } = await presented();
    const { recoveryKey } = await book.create();
    expectOk(await app.call('presentation.enter', { unnoted: { documentId: book.documentId, recoveryKey } }));
    await sealed();

    expect(expectOk(await leave(SECRET)).unnoted).toEqual({ documentId: book.documentId, recoveryKey });
  });
});

describe('in the mode', () => {
  it('E7 gives the window a copy in which every table of the desk is there and empty, and all of it afterwards', async () => {
    await fillFile();
    const world = await openWorld();
    const { documentId } = world;
    const read = async () => expectOk(await world.app.call('project.read', { documentId })).document;
    const before = await read();
    expectOk(await world.app.call('presentation.enter', { unnoted: null }));
    const during = await read();
    expectOk(await world.app.call('presentation.leave', { secret: null }));

    expect(wordsIn(JSON.stringify(before), DESK_WORDS)).toEqual(DESK_WORDS);
    expect(during.accompaniment).toEqual(before.accompaniment);
    expect(Object.keys(during.desk).toSorted()).toEqual(Object.keys(before.desk).toSorted());
    expect(Object.values(during.desk).every((rows) => Object.keys(rows).length === 0)).toBe(true);
    expect(await read()).toEqual(before);
  });

  it('E7 a window that is loaded again is still in it, and a file that is opened has nothing of the desk', async () => {
    const { app, opened, book, enter, leave } = await presented();
    expectOk(await app.call('profile.save', { profile: profileOf('Sonia Nadir') }));
    await markTrust(app, opened, book);
    await enter();

    const start = expectOk(await app.call('app.start', {}));
    expect([start.isPresenting, start.profile?.name, start.opened?.ok && start.opened.value.document.desk.trustMarks]).toEqual([
      true,
      '',
      {},
    ]);
    expect(JSON.stringify(start)).not.toMatch(/Sonia.*@|méfie/);
    const { project, profile } = expectOk(await leave());
    expect(Object.values(project?.document.desk.trustMarks ?? {}).map(({ note }) => note)).toEqual(['Se méfie de la fusion']);
    expect(profile?.name).toBe('Sonia Nadir');
    expect(expectOk(await app.call('app.start', {})).isPresenting).toBe(false);
  });

  it('E7 A6 takes back no step of the desk or the notebook, not even one that was offered, and names none', async () => {
    const { app, opened, book, enter, sealed, leave } = await presented();
    const { revision } = await markTrust(app, opened, book);
    await enter();
    await sealed();

    expect(expectOk(await app.call('project.read', { documentId: book.documentId })).undo.undo).toBe(null);
    expect(await app.call('project.undo', book.base())).toMatchObject({ failure: { code: 'presenting' } });
    expect(await app.call('project.undo', { ...book.base(), step: revision })).toMatchObject({ failure: { code: 'presenting' } });
    expectOk(await leave());
    await book.undo();
    expect(expectOk(await app.call('project.read', { documentId: book.documentId })).document.desk.trustMarks).toEqual({});
  });

  it('E7 A6 still takes back a step of the accompaniment', async () => {
    const { app, book, opened, enter } = await presented();
    const id = firstId(opened.document.accompaniment.organisations);
    await enter();
    const command = { name: 'record.update' as const, args: { table: 'organisations' as const, id, fields: { name: 'Relais de Meaux' } } };
    book.kept(expectOk(await app.call('project.run', { ...book.base(), command })));

    expect((await book.undo()).changes).toHaveLength(1);
  });

  it('E7 refuses commands on the desk, its history, the profile and new keys of the file, and says only that they wait', async () => {
    const { app, book, enter } = await presented();
    await enter();
    const { documentId } = book;
    const command = { name: 'record.remove' as const, args: { table: 'trustMarks' as const, id: 'mark-01' } };
    const answers = [
      await app.call('project.run', { ...book.base(), command }),
      await app.call('history.read', { documentId, record: { table: 'privateNotes', id: 'note-01' }, skip: 0 }),
      await app.call('profile.save', { profile: profileOf('') }),
      await app.call('protection.set', { ...book.base(), passphrase: PASSPHRASE }),
    ];

    expect(answers).toEqual(answers.map(() => ({ ok: false, failure: { code: 'presenting' } })));
  });

  it('E7 counts no record of the desk or the notebook among what a backup would change', async () => {
    const { app, opened, book, enter, leave } = await presented();
    await book.create();
    const { documentId } = book;
    const backupId = expectOk(await app.call('backups.list', { documentId })).backups[0]?.backupId ?? '';
    await book.write(NOTE);
    await markTrust(app, opened, book);
    const tables = async () => {
      const content = expectOk(await app.call('backups.read', { documentId, backupId }));
      return content.state === 'readable' ? [content.records, ...content.differences.map(({ table }) => table)] : [];
    };
    const [records, ...open] = await tables();
    await enter();

    expect(open).toEqual(['trustMarks', 'privateNotes']);
    expect(await tables()).toEqual([records]);
    expectOk(await leave(SECRET));
  });
});

describe('leaving', () => {
  it('E7 ends at once if no notebook was open, and with the passphrase or the recovery key if one was', async () => {
    const { app, book, enter, sealed, leave } = await presented();
    expectOk(await leave());
    await enter();
    expectOk(await leave());
    const { recoveryKey } = await book.create();
    for (const secret of [SECRET, { kind: 'recovery' as const, recoveryKey }]) {
      await enter();
      await sealed();
      expect(await leave({ kind: 'passphrase', passphrase: 'une autre phrase' })).toEqual({
        ok: false,
        failure: { code: 'passphrase-wrong' },
      });
      expect(await app.call('vault.notes', { documentId: book.documentId })).toMatchObject({ failure: { code: 'presenting' } });
      expect(expectOk(await leave(secret)).vault?.state).toBe('open');
    }
  });

  it('E7 lets somebody out who has neither, by closing the file', async () => {
    const { app, book, enter, sealed, leave } = await presented();
    await book.create();
    await enter();
    await sealed();
    expectOk(await app.call('project.close', { documentId: book.documentId, evenUnsaved: false }));

    expect(expectOk(await leave())).toMatchObject({ project: null, vault: null, unnoted: null });
  });

  it('E7 gives the notes back with the passphrase even while the file cannot be written', async () => {
    let isFull = false;
    const { files } = faultyFiles((call) => (isFull && ['open', 'write', 'rename'].includes(call) ? errno('ENOSPC') : null));
    const { book, enter, sealed, leave } = await presented({ files });
    await book.create();
    await book.write(NOTE);
    isFull = true;
    await enter();
    await sealed();

    expectOk(await leave(SECRET));
    expect(await book.texts()).toEqual([NOTE]);
    isFull = false;
  });

  it('E7 works without any file', async () => {
    const app = await testApplication();
    const { enter, cleared, sealed, leave } = modeOf(app);
    await enter();
    await cleared();
    await sealed();

    expect(expectOk(await leave())).toEqual({ project: null, profile: null, vault: null, unnoted: null });
    expect(app.shielded).toEqual([]);
  });
});
