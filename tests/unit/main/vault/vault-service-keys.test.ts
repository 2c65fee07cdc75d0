// E1: the keys of a notebook: changed with one known secret, a stranger's detected, others accepted with their passphrase.
import { expectOk, ok } from '@domain/result.ts';
import { NO_LINKS } from '@domain/tables/private.ts';
import { describe, expect, it } from 'vitest';
import { Sealed } from '../../../../main/vault/sealed.ts';
import { sealForInbox, sealRecord } from '../../../../main/vault/vault.ts';
import { forgedBox, LOW_ORDER_KEYS, strangersKey } from '../../../support/forged-inbox.ts';
import { BACKUPS, failing, FOLDER, well } from '../../../support/memory-office.ts';
import { BY_PHRASE, NEWER, notebook, ON, openedNotebook, PASSPHRASE, refused, vaultMade, WRONG_PHRASE } from '../../../support/notebook.ts';

describe('the keys of a notebook', () => {
  it('E1 get another passphrase in the place of the one before, in the file at once, from whoever knows one secret', async () => {
    const { call, act, lock, unlock, state, keysOnDisk, byRecovery, session } = await openedNotebook();
    const wrong = await call['vault.change']({ ...act(), secret: WRONG_PHRASE, passphrase: NEWER });
    const short = await call['vault.change']({ ...act(), secret: BY_PHRASE, passphrase: 'court' });
    const changed = expectOk(await call['vault.change']({ ...act(), secret: byRecovery, passphrase: NEWER }));
    lock();

    expect([wrong, short]).toMatchObject([refused('passphrase-wrong'), { failure: { code: 'passphrase-too-short' } }]);
    expect([changed.recoveryKey, changed.vault.state, await keysOnDisk()]).toEqual(['', 'open', session.header.keys.vault]);
    expect([await unlock(), state()]).toEqual([refused('passphrase-wrong'), 'locked']);
    expectOk(await unlock({ kind: 'passphrase', passphrase: NEWER }));
  });

  it('E1 are others altogether if one asks for that, with a recovery key to print, and every note is sealed anew', async () => {
    const { call, act, write, boxes, texts, lock, unlock, byRecovery, session } = await openedNotebook();
    expectOk(await write('Un'));
    const [before, keysBefore] = [boxes(), session.header.keys.vault];
    const refusals = [
      await call['vault.change']({ ...act(), secret: WRONG_PHRASE, passphrase: NEWER, isNewKey: true }),
      await call['vault.change']({ ...act(), secret: BY_PHRASE, passphrase: 'court', isNewKey: true }),
    ];
    expect([boxes(), session.header.keys.vault]).toEqual([before, keysBefore]);
    const changed = expectOk(await call['vault.change']({ ...act(), secret: BY_PHRASE, passphrase: NEWER, isNewKey: true }));

    expect(refusals).toMatchObject([refused('passphrase-wrong'), { failure: { code: 'passphrase-too-short' } }]);
    expect([changed.revision, changed.vault.state, await texts()]).toEqual([session.revision, 'open', ['Un']]);
    expect(boxes()).not.toEqual(before);
    expect(session.header.keys.vault?.earlier?.map(({ id }) => id)).toEqual([keysBefore?.id]);
    lock();
    expect([await unlock(), await unlock(byRecovery)]).toEqual([refused('passphrase-wrong'), refused('passphrase-wrong')]);
    expectOk(await unlock({ kind: 'recovery', recoveryKey: changed.recoveryKey }));
    expect(await texts()).toEqual(['Un']);
  });

  it('E1 get another recovery key, which ends the one before', async () => {
    const { call, act, lock, unlock, byRecovery } = await openedNotebook();
    const wrong = await call['vault.renew']({ ...act(), secret: WRONG_PHRASE });
    const { recoveryKey } = expectOk(await call['vault.renew']({ ...act(), secret: BY_PHRASE }));
    lock();

    expect([wrong, recoveryKey === byRecovery.recoveryKey]).toEqual([refused('passphrase-wrong'), false]);
    expect(await unlock(byRecovery)).toEqual(refused('passphrase-wrong'));
    expectOk(await unlock({ kind: 'recovery', recoveryKey }));
  });

  it('E1 A10 are those of before while the file cannot be written, and the notebook that was open stays so', async () => {
    const { call, act, trouble, texts, write, lock, unlock } = await openedNotebook();
    expectOk(await write('Un'));
    failing(trouble, 'rename', (path) => path.startsWith(FOLDER));
    const failed = await call['vault.renew']({ ...act(), secret: BY_PHRASE });
    well(trouble);

    expect([failed, await texts()]).toMatchObject([{ failure: { code: 'disk-failure' } }, ['Un']]);
    lock();
    expectOk(await unlock());
    expect(await texts()).toEqual(['Un']);
  });
});

describe('a notebook that locks while its keys are being changed', () => {
  const whileItIsWritten = async (isNewKey: boolean) => {
    const book = await openedNotebook();
    book.trouble.before = (call, path) => void (call === 'rename' && path.startsWith(FOLDER) && book.service.lockAll());
    const changed = expectOk(await book.call['vault.change']({ ...book.act(), secret: BY_PHRASE, passphrase: NEWER, isNewKey }));
    well(book.trouble);
    return { ...book, changed };
  };

  it.each([false, true])(
    'E1 E11 has the new ones, stays locked, and shows no recovery key (another key altogether: %s)',
    async (isNewKey) => {
      const { changed, state, keysOnDisk, session, unlock, byRecovery } = await whileItIsWritten(isNewKey);

      expect([changed.recoveryKey, changed.vault.state, state(), await keysOnDisk()]).toEqual([
        '',
        'locked',
        'locked',
        session.header.keys.vault,
      ]);
      expect([await unlock(), (await unlock(byRecovery)).ok]).toEqual([refused('passphrase-wrong'), !isNewKey]);
      expectOk(await unlock({ kind: 'passphrase', passphrase: NEWER }));
    },
  );

  it('E1 E11 gets another recovery key from whoever opens it again', async () => {
    const { call, act, lock, unlock } = await whileItIsWritten(true);
    const { recoveryKey } = expectOk(await call['vault.renew']({ ...act(), secret: { kind: 'passphrase', passphrase: NEWER } }));
    lock();

    expectOk(await unlock({ kind: 'recovery', recoveryKey }));
  });
});

describe('keys that no backup could take', () => {
  it('E1 A4 are told with why, whichever act has made them, and no more once one has taken them', async () => {
    const { call, act, create, trouble } = await notebook();
    const told: unknown[] = [];
    const tell = async (made: ReturnType<typeof create>) => void told.push(expectOk(await made).unkept?.code ?? null);
    failing(trouble, 'rename', (path) => path.startsWith(BACKUPS), 'ENOSPC');
    await tell(create());
    await tell(call['vault.renew']({ ...act(), secret: BY_PHRASE }));
    await tell(call['vault.change']({ ...act(), secret: BY_PHRASE, passphrase: NEWER }));
    await tell(
      call['vault.change']({ ...act(), secret: { kind: 'passphrase', passphrase: NEWER }, passphrase: PASSPHRASE, isNewKey: true }),
    );
    well(trouble);
    await tell(call['vault.renew']({ ...act(), secret: BY_PHRASE }));

    expect(told).toEqual(['disk-full', 'disk-full', 'disk-full', 'disk-full', null]);
  });

  it('E1 A4 are told no more when the notes that are sealed under them bring a backup along', async () => {
    const { call, act, write, trouble } = await openedNotebook();
    expectOk(await write('Un'));
    failing(trouble, 'rename', (path) => path.includes('~keys~'), 'ENOSPC');
    const changed = expectOk(await call['vault.change']({ ...act(), secret: BY_PHRASE, passphrase: NEWER, isNewKey: true }));

    expect(changed.unkept).toBe(null);
  });
});

describe('a public key that is a stranger’s', () => {
  const swapped = async (publicKey = strangersKey()) => {
    const { vault, recoveryKey } = await vaultMade();
    const keys = { ...vault.keys, publicKey };
    return { vault, recoveryKey, ...(await notebook(keys)) };
  };

  it('E1 opens nothing, changes nothing, and gets no line once that was found', async () => {
    const { unlock, call, act, write, state, keysOnDisk, session } = await swapped();
    const before = await keysOnDisk();

    expect([
      await unlock(),
      await call['vault.change']({ ...act(), secret: BY_PHRASE, passphrase: NEWER }),
      await call['vault.renew']({ ...act(), secret: BY_PHRASE }),
      await write('x'),
    ]).toEqual(Array.from({ length: 4 }, () => refused('vault-key-foreign')));
    expect([state(), await keysOnDisk(), session.revision]).toEqual(['locked', before, 0]);
  });

  it('E1 is told after the passphrase: a wrong one is said to be wrong, and a line is still taken', async () => {
    const { unlock, write } = await swapped();

    expect([await unlock(WRONG_PHRASE), (await write('x')).ok]).toEqual([refused('passphrase-wrong'), true]);
  });

  it('E1 gives way to its own when one asks for it; then lines are taken again', async () => {
    const { vault, unlock, write, call, act, state, keysOnDisk, lock, texts } = await swapped();
    await unlock();
    const wrong = await call['vault.mend']({ ...act(), secret: WRONG_PHRASE });
    const mended = expectOk(await call['vault.mend']({ ...act(), secret: BY_PHRASE }));

    expect([wrong, mended.vault.state, state(), await keysOnDisk()]).toEqual([refused('passphrase-wrong'), 'open', 'open', vault.keys]);
    expect('recoveryKey' in mended).toBe(false);
    lock();
    expectOk(await write('De nouveau'));
    expectOk(await unlock());
    expect(await texts()).toEqual(['De nouveau']);
  });

  it('E1 files what was dropped in before it came, as soon as its own is back', async () => {
    const { vault, call, act, session, boxes } = await swapped();
    const note = new Sealed({ date: ON, ...NO_LINKS, text: 'Avant' });
    const rows = [
      ['note-1', expectOk(sealForInbox(vault.keys, { table: 'privateNotes', id: 'note-1' }, note))],
      ['note-2', sealRecord(vault, { table: 'privateNotes', id: 'note-2' }, note)],
    ] as const;
    const changes = rows.map(([id, box]) => ({ table: 'privateNotes', id, before: null, after: { id, box } }) as const);
    expectOk(await session.runPlanned('c-1', () => ok({ changes, isAct: true, label: { command: 'x', table: null, title: '' } })));
    expectOk(await call['vault.mend']({ ...act(), secret: BY_PHRASE }));

    expect([boxes()[0]?.slice(0, 2), boxes()[1]]).toEqual(['s.', rows[1][1]]);
  });

  it('E1 with which nothing can be sealed gets no line', async () => {
    const { write, session } = await swapped(LOW_ORDER_KEYS[0]);

    expect([await write('x'), session.revision]).toEqual([refused('vault-key-foreign'), 0]);
  });
});

describe('keys that this computer does not know', () => {
  it('E1 are told once, and accepted with their passphrase; then they are the known ones', async () => {
    const { vault } = await vaultMade();
    const book = await notebook(vault.keys, (await vaultMade('another')).vault.keys);
    const { call, act, unlock, write, state } = book;
    const before = [
      await write('x'),
      await unlock(),
      await call['vault.change']({ ...act(), secret: BY_PHRASE, passphrase: NEWER }),
      await call['vault.renew']({ ...act(), secret: BY_PHRASE }),
      state(),
    ];

    expect(before).toEqual([refused('vault-key-unknown'), ...Array.from({ length: 3 }, () => refused('vault-key-changed')), 'locked']);
    expect(await unlock(WRONG_PHRASE, true)).toEqual(refused('passphrase-wrong'));
    expectOk(await unlock(BY_PHRASE, true));
    book.lock();
    expectOk(await write('De nouveau'));
    expectOk(await unlock());
  });

  it('E1 of a notebook that was made elsewhere since are known once it was opened', async () => {
    const { vault } = await vaultMade();
    const { write, unlock, lock } = await notebook(vault.keys, null);
    const before = await write('x');
    expectOk(await unlock());
    lock();

    expect([before, (await write('x')).ok]).toEqual([refused('vault-key-unknown'), true]);
  });

  it('E1 take a note all the same while the notebook is open', async () => {
    const { vault } = await vaultMade();
    const { write, unlock, texts, session, act } = await notebook(vault.keys, null);
    const box = forgedBox(vault.keys, 'note-1', JSON.stringify({ date: ON, ...NO_LINKS, text: 'Glissée' }));
    const change = { table: 'privateNotes', id: 'note-1', before: null, after: { id: 'note-1', box } } as const;
    expectOk(
      await session.runPlanned(act().commandId, () =>
        ok({ changes: [change], isAct: true, label: { command: 'x', table: null, title: '' } }),
      ),
    );
    expectOk(await unlock());
    expectOk(await write('Un'));

    expect(await texts()).toEqual(['Glissée', 'Un']);
  });
});

describe('a passphrase whose cost has grown old', () => {
  const OLD = { n: 2 ** 16, p: 2 } as const;
  /** A notebook as an earlier Tierce has left it. */
  const aged = async () => {
    const { vault, recoveryKey } = await vaultMade();
    const slots = vault.keys.slots.map((slot) => (slot.kind === 'passphrase' ? { ...slot, ...OLD } : slot));
    const book = await notebook({ ...vault.keys, slots });
    const costs = async () => ((await book.keysOnDisk())?.slots ?? []).map((slot) => (slot.kind === 'passphrase' ? slot.n : slot.kind));
    return { ...book, costs, recoveryKey };
  };

  it('A12 E1 is raised with the unlock, and saved, without a word: the same key, and the sheet still opens it', async () => {
    const book = await aged();
    const told = expectOk(await book.unlock());
    const after = await book.costs();
    book.lock();

    expect([after, told.undo, told.vault.state]).toEqual([[2 ** 17, 'recovery'], { undo: null, redo: null }, 'open']);
    expectOk(await book.unlock());
    book.lock();
    expectOk(await book.unlock({ kind: 'recovery', recoveryKey: book.recoveryKey }));
    expect(await book.costs()).toEqual(after);
  });

  it('A12 is left as it is after a wrong passphrase, and by the recovery key', async () => {
    const book = await aged();
    expect(await book.unlock(WRONG_PHRASE)).toEqual(refused('passphrase-wrong'));
    expectOk(await book.unlock({ kind: 'recovery', recoveryKey: book.recoveryKey }));

    expect(await book.costs()).toEqual([2 ** 16, 'recovery']);
  });

  it('A12 opens all the same where it cannot be written, and is raised the next time', async () => {
    const book = await aged();
    failing(book.trouble, 'rename', (path) => path.startsWith(FOLDER));
    const opened = await book.unlock();
    const meanwhile = [opened.ok, book.state(), await book.costs()];
    well(book.trouble);
    book.lock();
    expectOk(await book.unlock());

    expect([meanwhile, await book.costs()]).toEqual([
      [true, 'open', [2 ** 16, 'recovery']],
      [2 ** 17, 'recovery'],
    ]);
  });
});
