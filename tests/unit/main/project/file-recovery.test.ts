// A11 A12: recovery of a file that cannot be opened: into a new one beside it, or as itself if it is gone.
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { LARGEST_FILE_BYTES } from '../../../../main/files/envelope.ts';
import { Journal } from '../../../../main/journal/journal.ts';
import { keyBy } from '../../../../main/project/attempts.ts';
import type { BrokenFile, HowToRecover } from '../../../../main/project/file-recovery.ts';
import {
  attach,
  BACKUPS,
  CHARTER,
  CHARTER_SHA,
  charterAs,
  CONTENTS,
  failing,
  FOLDER,
  JOURNAL,
  JOURNALS,
  KEY,
  office,
  PATH,
  retitle,
  SECRET,
  titleIn,
  well,
  WRONG,
} from '../../../support/memory-office.ts';
import { HEADER } from '../../../support/projects.ts';
import { errno } from '../../../support/worlds.ts';

const RECOVERED = `${FOLDER}/mission (récupéré).tierce`;
const damaged: BrokenFile = { path: PATH, isGone: false, fileId: null };
const gone: BrokenFile = { path: PATH, isGone: true, fileId: HEADER.fileId };
const how = (but: Partial<HowToRecover> = {}): HowToRecover => ({ backupId: null, keyOf: undefined, isTakingOver: false, ...but });

/** A backup of the opened content, one of `Un` with the charter, and `Deux`, which only file and journal hold. */
async function worked(key: Uint8Array | null = null) {
  const world = office();
  await world.write({ key });
  const session = await world.session(key === null ? {} : { keyOf: keyBy(SECRET) });
  await attach(session);
  expectOk(await session.run('c-1', retitle('Un')));
  expectOk(await session.keepBackup('restore'));
  expectOk(await session.run('c-2', retitle('Deux')));
  expectOk(await session.close(false));
  const process = world.processOf();
  const ids = async () => expectOk(await process.recovery.keptOf(gone)).backups.map(({ backupId }) => backupId);
  const [newest = '', oldest = ''] = await ids();
  return { ...world, ...process, newest, oldest };
}

const spoil = async ({ well: disk }: Awaited<ReturnType<typeof worked>>) =>
  disk.writeFile(PATH, (await disk.readFile(PATH)).toString('utf8').replace('"Deux"', '"Doux"'));

describe('what is kept of a file', () => {
  it('A11 is its backups, the newest first, with the steps that the journal holds beyond each', async () => {
    const { recovery } = await worked();
    const kept = expectOk(await recovery.keptOf(damaged));

    expect(kept).toMatchObject({
      isSealed: false,
      backups: [
        { reason: 'restore', steps: 0, isSealed: false },
        { reason: 'opening', steps: 3, isSealed: false },
      ],
    });
    expect(kept.backups.every(({ bytes, takenAt }) => bytes > 1000 && takenAt === HEADER.savedAt)).toBe(true);
  });

  it('A11 is found by the name of a file that says nothing of itself any more, and is nothing where there is none', async () => {
    const { recovery, well: disk } = await worked();
    await disk.writeFile(PATH, 'noise');

    expect(expectOk(await recovery.keptOf(damaged)).backups).toHaveLength(2);
    expect(expectOk(await recovery.keptOf({ ...damaged, path: '/library/other.tierce' }))).toEqual({ isSealed: false, backups: [] });
  });

  it('A11 A12 tells whether the file needs its secret: as it says itself, or as its last backup does', async () => {
    const { recovery, well: disk } = await worked(KEY);
    const own = expectOk(await recovery.keptOf(damaged));
    await disk.writeFile(PATH, 'noise');
    const last = expectOk(await recovery.keptOf(damaged));

    expect([own, last].map((kept) => [kept.isSealed, ...kept.backups.map(({ isSealed }) => isSealed)])).toEqual([
      [true, true, true],
      [true, true, true],
    ]);
  });

  it('A11 A12 asks for the secret also for a plain backup of a file that was protected since', async () => {
    const { recovery, write } = await worked();
    await write({ key: KEY });

    expect(expectOk(await recovery.keptOf(damaged))).toMatchObject({ isSealed: true, backups: [{ isSealed: true }, { isSealed: true }] });
  });

  it('A11 A12 asks for no secret for a file that is plain, whatever its older backups were', async () => {
    const { recovery, write } = await worked(KEY);
    await write();

    expect(expectOk(await recovery.keptOf(damaged))).toMatchObject({ isSealed: false, backups: [{ isSealed: true }, { isSealed: true }] });
  });

  it.each([
    ['readdir', BACKUPS],
    ['readFile', JOURNAL],
  ])('A11 A10 is a failure while it cannot be looked at (%s)', async (call, path) => {
    const { recovery, trouble } = await worked();
    failing(trouble, call, (at) => at === path);

    expect(await recovery.keptOf(damaged)).toMatchObject({ ok: false, failure: { code: 'disk-failure' } });
  });
});

describe('a damaged file', () => {
  it('A11 stays as it is, and what can be read of it goes into a new one beside it that says where it comes from', async () => {
    const world = await worked();
    await spoil(world);
    const before = await world.well.readFile(PATH);
    const made = expectOk(await world.recovery.recover(damaged, how()));

    const { header, document } = await world.read(RECOVERED);
    expect([made.path, made.lost]).toEqual([RECOVERED, []]);
    expect(made.kept).toBeGreaterThan(10);
    expect([header.copyOf, header.fileId === HEADER.fileId, header.keys, titleIn(document), header.revision]).toEqual([
      HEADER.fileId,
      false,
      { file: null, vault: null },
      'Doux',
      3,
    ]);
    expect((await world.well.readFile(PATH)).equals(before)).toBe(true);
    expect(await world.well.readdir(FOLDER)).toEqual(['mission (récupéré).tierce', 'mission.tierce']);
  });

  it('A11 is recovered under another name each time, and nothing of its journal is touched', async () => {
    const world = await worked();
    await spoil(world);
    const journal = await world.well.readFile(JOURNAL);
    expectOk(await world.recovery.recover(damaged, how()));

    expect(expectOk(await world.recovery.recover(damaged, how({ backupId: world.newest }))).path).toBe(
      `${FOLDER}/mission (récupéré) (2).tierce`,
    );
    expect((await world.well.readFile(JOURNAL)).equals(journal)).toBe(true);
    expect((await world.well.readdir(JOURNALS)).filter((name) => name.startsWith('set-aside'))).toEqual([]);
  });

  it('A11 says that it comes from nowhere when it does not tell its id', async () => {
    const world = await worked();
    await world.well.writeFile(PATH, (await world.well.readFile(PATH)).toString('utf8').replace(HEADER.fileId, '!'));
    expectOk(await world.recovery.recover(damaged, how()));

    expect((await world.read(RECOVERED)).header.copyOf).toBeNull();
  });

  it('A11 A12 A14 is recovered under its seal, its contents too, once its secret is given', async () => {
    const world = await worked(KEY);
    await spoil(world);
    const [without, wrong] = [
      await world.recovery.recover(damaged, how()),
      await world.recovery.recover(damaged, how({ keyOf: keyBy(WRONG) })),
    ];
    const made = expectOk(await world.recovery.recover(damaged, how({ keyOf: keyBy(SECRET) })));

    expect([without, wrong]).toMatchObject([{ failure: { code: 'file-sealed' } }, { failure: { code: 'passphrase-wrong' } }]);
    const { document, contents, header } = await world.read(made.path, KEY);
    expect([titleIn(document), header.keys.file?.id, contents.size]).toEqual(['Deux', 'ring-0001', 1]);
    expect((await world.well.readFile(made.path)).includes(charterAs().encoded)).toBe(false);
  });

  it('A11 A10 says why it cannot be read, or the new one not be written', async () => {
    const world = await worked();
    const { recovery, trouble, well: disk } = world;
    failing(trouble, 'readFile', (path) => path === PATH);
    const unread = await recovery.recover(damaged, how());
    failing(trouble, 'rename', (path) => path.startsWith(FOLDER), 'ENOSPC');
    const unwritten = await recovery.recover(damaged, how());
    well(trouble);
    await disk.writeFile(PATH, '');

    expect([unread, unwritten, await recovery.recover(damaged, how())]).toMatchObject([
      { failure: { code: 'disk-failure', name: 'mission.tierce' } },
      { failure: { code: 'disk-full' } },
      { failure: { code: 'file-empty' } },
    ]);
    expect(await disk.readdir(FOLDER)).toEqual(['mission.tierce']);
    trouble.before = (call) => (call === 'stat' ? Promise.reject(new Error('a bug')) : undefined);
    await expect(recovery.recover(damaged, how())).rejects.toThrow('a bug');
  });

  it('A11 is not read when it is larger than any file of ours', async () => {
    const { recovery, files } = await worked();
    const stat = files.stat.bind(files);
    const sizes: number[] = [LARGEST_FILE_BYTES + 1, LARGEST_FILE_BYTES];
    Object.assign(files, {
      stat: async (path: string) => (path === PATH && sizes.length > 0 ? { ...(await stat(path)), size: sizes.shift() } : stat(path)),
    });

    expect([await recovery.recover(damaged, how()), (await recovery.recover(damaged, how())).ok]).toEqual([
      { ok: false, failure: { code: 'file-too-large', name: 'mission.tierce', bytes: LARGEST_FILE_BYTES + 1 } },
      true,
    ]);
  });

  it('A11 A3 writes over nothing that comes into its place meanwhile', async () => {
    const { recovery, trouble, well: disk } = await worked();
    trouble.before = async (call, path) => {
      if (call === 'rename' || (call === 'write' && path.startsWith(FOLDER))) await disk.writeFile(RECOVERED, 'somebody’s');
    };

    expect(await recovery.recover(damaged, how())).toEqual({
      ok: false,
      failure: { code: 'file-exists', name: 'mission (récupéré).tierce' },
    });
    expect((await disk.readFile(RECOVERED)).toString()).toBe('somebody’s');
  });

  it('A11 A10 is not recovered while nobody can tell what stands in the place of the new one', async () => {
    const { recovery, trouble, well: disk } = await worked();
    let isWriting = false;
    trouble.before = (call, path) => {
      isWriting ||= call === 'write' && path.startsWith(FOLDER);
      return isWriting && call === 'lstat' && path === RECOVERED ? Promise.reject(errno('EIO')) : undefined;
    };

    expect(await recovery.recover(damaged, how())).toMatchObject({ failure: { code: 'disk-failure', name: 'mission (récupéré).tierce' } });
    expect(await disk.readdir(FOLDER)).toEqual(['mission.tierce']);
  });
});

describe('a backup', () => {
  it('A11 gives the file back with every step that the journal holds beyond it', async () => {
    const { recovery, oldest, newest, read } = await worked();
    const [first, second] = [
      expectOk(await recovery.recover(damaged, how({ backupId: oldest }))),
      expectOk(await recovery.recover(damaged, how({ backupId: newest }))),
    ];

    expect([first.lost, titleIn((await read(first.path)).document), (await read(first.path)).header.revision]).toEqual([[], 'Deux', 3]);
    expect([second.lost.map(({ part }) => part), titleIn((await read(second.path)).document)]).toEqual([['journal'], 'Un']);
  });

  it('A11 is not known under another name, nor of a file that nobody knows', async () => {
    const { recovery } = await worked();

    expect(await recovery.recover(damaged, how({ backupId: 'none' }))).toEqual({ ok: false, failure: { code: 'token-unknown' } });
    expect(await recovery.recover({ ...damaged, path: '/library/none.tierce' }, how({ backupId: 'none' }))).toEqual({
      ok: false,
      failure: { code: 'token-unknown' },
    });
  });

  it('A11 A10 is a failure while the backups cannot be listed', async () => {
    const { recovery, oldest, trouble } = await worked();
    failing(trouble, 'readdir', (path) => path === BACKUPS);

    expect(await recovery.recover(damaged, how({ backupId: oldest }))).toMatchObject({ failure: { code: 'disk-failure' } });
  });
});

describe('a file that is gone', () => {
  const lose = async (key: Uint8Array | null = null) => {
    const world = await worked(key);
    await world.well.unlink(PATH);
    return world;
  };

  it('A4 A11 comes back as itself, under its own name, with its journal, which goes on', async () => {
    const { recovery, oldest, read, session, well: disk } = await lose();
    const made = expectOk(await recovery.recover(gone, how({ backupId: oldest })));

    expect([made.path, made.lost]).toEqual([PATH, []]);
    expect((await read()).header).toMatchObject({ fileId: HEADER.fileId, copyOf: null, revision: 3 });
    const again = await session();
    expect([again.undoState.undo?.command, titleIn(again.document), again.unsavedSteps]).toEqual(['record.update', 'Deux', 0]);
    expect((await disk.readdir(JOURNALS)).filter((name) => name.startsWith('set-aside'))).toEqual([]);
  });

  it('A4 A11 is told to the journal before it is written and after: a crash between leaves a file that is recognised', async () => {
    const { recovery, oldest, services } = await lose();
    expectOk(await recovery.recover(gone, how({ backupId: oldest })));
    const entries = expectOk(await new Journal(services.files, JOURNAL).read()).slice(-4);

    expect(entries.map(({ kind }) => kind)).toEqual(['held', 'saving', 'held', 'saved']);
    expect(entries.every((entry) => entry.kind !== 'step' && entry.revision === 3)).toBe(true);
  });

  it('A2 A11 keeps its journal aside, whole, where a part was lost, and only once the file is there', async () => {
    const { recovery, oldest, trouble, well: disk, is } = await lose();
    await disk.unlink(`${CONTENTS}/${CHARTER_SHA}`);
    const asides = async () => (await disk.readdir(JOURNALS)).filter((name) => name.startsWith('set-aside'));
    failing(trouble, 'rename', (path) => path.startsWith(FOLDER));
    const failed = await recovery.recover(gone, how({ backupId: oldest }));
    const before = await asides();
    well(trouble);
    const made = expectOk(await recovery.recover(gone, how({ backupId: oldest })));

    expect([failed.ok, before, (await asides()).length, await is(JOURNAL)]).toEqual([false, [], 1, true]);
    expect(made.lost).toEqual([{ part: 'attachments', count: 1 }]);
  });

  it('A4 comes back into a library that is itself gone', async () => {
    const { recovery, oldest, is, well: disk } = await lose();
    await disk.rm(FOLDER, { recursive: true });
    expectOk(await recovery.recover(gone, how({ backupId: oldest })));

    expect(await is(PATH)).toBe(true);
  });

  it('A10 says why its folder cannot be made', async () => {
    const { recovery, oldest, trouble } = await lose();
    failing(trouble, 'mkdir', (path) => path === FOLDER, 'EACCES');

    expect(await recovery.recover(gone, how({ backupId: oldest }))).toMatchObject({
      failure: { code: expect.stringMatching(/^disk-/), name: 'mission.tierce' },
    });
    trouble.before = (call, path) => (call === 'mkdir' && path === FOLDER ? Promise.reject(new Error('a bug')) : undefined);
    await expect(recovery.recover(gone, how({ backupId: oldest }))).rejects.toThrow('a bug');
  });

  it('A3 A9 is never made again once it stands in its folder, under whatever name', async () => {
    const { recovery, oldest, write, well: disk } = await lose();
    await write({ path: `${FOLDER}/back.tierce` });

    expect(await recovery.recover(gone, how({ backupId: oldest }))).toEqual({
      ok: false,
      failure: { code: 'file-exists', name: 'mission.tierce' },
    });
    expect(await disk.readdir(FOLDER)).toEqual(['back.tierce']);
  });

  it('A8 is not made while another window has it open, unless it is taken over, and its journal is let go afterwards', async () => {
    const world = await worked();
    const session = await world.session();
    await world.well.unlink(PATH);
    const { recovery } = world.processOf({ areOthersGone: false });
    const held = await recovery.recover(gone, how({ backupId: world.oldest }));
    const taken = await recovery.recover(gone, how({ backupId: world.oldest, isTakingOver: true }));
    const locks = (await world.well.readdir(JOURNALS)).filter((name) => name.startsWith('.'));
    await session.abandon();

    expect([held, taken.ok, locks]).toMatchObject([{ failure: { code: 'file-locked', name: 'mission.tierce' } }, true, []]);
  });

  it('A8 A12 is not taken over from another window by a wrong secret, nor once it is back', async () => {
    const world = await worked(KEY);
    const session = await world.session({ keyOf: keyBy(SECRET) });
    const standing = await world.well.readFile(PATH);
    await world.well.unlink(PATH);
    const { recovery } = world.processOf({ areOthersGone: false });
    const lock = `${JOURNALS}/.${HEADER.fileId}.jsonl.tierce-lock`;
    const before = await world.well.readFile(lock, 'utf8');
    const takeOver = (secret: typeof SECRET | typeof WRONG) =>
      recovery.recover(gone, how({ backupId: world.oldest, keyOf: keyBy(secret), isTakingOver: true }));
    const wrong = await takeOver(WRONG);
    await world.well.writeFile(PATH, standing);
    const back = await takeOver(SECRET);
    const after = await world.well.readFile(lock, 'utf8');
    await session.abandon();

    expect([wrong, back, after === before]).toMatchObject([
      { failure: { code: 'passphrase-wrong' } },
      { failure: { code: 'file-exists' } },
      true,
    ]);
  });

  it('A4 comes back as a copy when it is known by its name alone, since another file may have that name', async () => {
    const { recovery, oldest, read } = await lose();
    const made = expectOk(await recovery.recover({ ...gone, fileId: null }, how({ backupId: oldest })));
    const { header } = await read(made.path);

    expect([made.path, header.copyOf, header.fileId === HEADER.fileId]).toEqual([PATH, HEADER.fileId, false]);
  });

  it('A12 A14 comes back under its seal, with what is attached', async () => {
    const { recovery, oldest, read, session } = await lose(KEY);
    expect(await recovery.recover(gone, how({ backupId: oldest }))).toMatchObject({ failure: { code: 'file-sealed' } });
    expectOk(await recovery.recover(gone, how({ backupId: oldest, keyOf: keyBy(SECRET) })));

    expect(titleIn((await read(PATH, KEY)).document)).toBe('Deux');
    const again = await session({ keyOf: keyBy(SECRET) });
    expect(again.contents.contentOf(CHARTER_SHA, 'x')).toEqual({ ok: true, value: CHARTER });
    expect(again.undoState.undo?.command).toBe('record.update');
  });
});
