// A9: a file that another program or person has changed while it was open: both sides, and what the user decides.
import { expectOk, ok, refuse } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { ConflictService } from '../../../../main/project/conflict-service.ts';
import { documentAfter, startedDocument } from '../../../support/documents.ts';
import { NOW } from '../../../support/context.ts';
import { BACKUPS, failing, FOLDER, KEY, office, PATH, retitle, SECRET, titleIn, well, WRONG } from '../../../support/memory-office.ts';
import { HEADER } from '../../../support/projects.ts';
import { errno } from '../../../support/worlds.ts';

/** The key that each side has the file sealed with; `null`: none. `revision`: of theirs. */
type Sides = { readonly mine?: Uint8Array | null; readonly theirs?: Uint8Array | null; readonly revision?: number };

/** What the file held when it was opened; `Deux` is ours, `Le leur` is theirs. */
async function conflicted({ mine = null, theirs = mine, revision = 9 }: Sides = {}) {
  const world = office();
  await world.write({ key: mine });
  const process = world.processOf();
  const { documentId } = expectOk(await process.open(PATH, mine === null ? {} : { keyOf: () => Promise.resolve(ok(mine)) }));
  const session = process.projects.session(documentId);
  expectOk(await session.run('c-1', retitle('Un')));
  await session.save();
  expectOk(await session.run('c-2', retitle('Deux')));
  await world.write({
    document: documentAfter([retitle('Le leur')], startedDocument()),
    header: { revision, savedBy: 'Paul' },
    key: theirs,
  });
  const state = await session.save();
  const conflict = new ConflictService({
    services: process.services,
    projects: process.projects,
    stamp: () => '2026-04-14 14h32',
  }).handlers();
  /** Titles in the backups taken for that reason. */
  const kept = async (reason: string) => {
    const names = (await world.well.readdir(BACKUPS)).filter((name) => name.includes(`~${reason}~`));
    return Promise.all(names.map(async (name) => titleIn((await world.read(`${BACKUPS}/${name}`)).document)));
  };
  return { ...world, ...process, documentId, session, state, conflict, kept };
}

describe('a conflict', () => {
  it('A9 is shown with both sides: who, when, and how they differ', async () => {
    const { conflict, documentId, state } = await conflicted();

    expect(state).toMatchObject({ where: 'failing', isSafeHere: true, failure: { code: 'file-changed-underneath' } });
    expect(expectOk(await conflict['conflict.read']({ documentId }))).toEqual({
      mine: { savedBy: 'Sonia Nadir', savedAt: NOW, revision: 2 },
      theirs: { savedBy: 'Paul', savedAt: HEADER.savedAt, revision: 9 },
      unsaved: 1,
      differences: [expect.objectContaining({ table: 'sessions', changed: 1 })],
    });
  });

  it('A9 keeps both: ours goes on in a dated copy, theirs stays to the byte', async () => {
    const { conflict, documentId, kept, well: disk, read, session } = await conflicted();
    const theirs = await disk.readFile(PATH);
    const opened = expectOk(await conflict['conflict.answer']({ documentId, answer: 'both' }));

    expect([opened.fileName, opened.documentId]).toEqual(['mission 2026-04-14 14h32.tierce', documentId]);
    expect((await disk.readFile(PATH)).equals(theirs)).toBe(true);
    expect([
      titleIn((await read(`${FOLDER}/${opened.fileName}`)).document),
      await kept('base'),
      await kept('mine'),
      await kept('theirs'),
    ]).toEqual(['Deux', ['Un'], [], []]);
    expect(await session.run('c-3', retitle('Trois'))).toMatchObject({ ok: true });
  });

  it('A9 keeps mine: theirs and what both began from stay as backups', async () => {
    const { conflict, documentId, kept, read } = await conflicted();
    const mine = expectOk(await conflict['conflict.answer']({ documentId, answer: 'mine' }));

    expect([titleIn(mine.document), mine.saveState, titleIn((await read()).document)]).toMatchObject([
      'Deux',
      { where: 'file', failure: null },
      'Deux',
    ]);
    expect([await kept('base'), await kept('theirs'), await kept('mine')]).toEqual([['Un'], ['Le leur'], []]);
  });

  it('A9 takes theirs: mine and what both began from stay as backups', async () => {
    const { conflict, documentId, kept } = await conflicted();
    const theirs = expectOk(await conflict['conflict.answer']({ documentId, answer: 'theirs' }));

    expect([titleIn(theirs.document), theirs.documentId]).toEqual(['Le leur', documentId]);
    expect([await kept('base'), await kept('mine'), await kept('theirs')]).toEqual([['Un'], ['Deux'], []]);
  });
});

describe('a conflict that cannot be answered', () => {
  it.each(['mine', 'theirs'] as const)('A9 A10 leaves everything as it was while theirs cannot be read (%s)', async (answer) => {
    const { conflict, documentId, well: disk, kept, session } = await conflicted();
    await disk.writeFile(PATH, 'noise');

    expect(await conflict['conflict.answer']({ documentId, answer })).toMatchObject({ failure: { code: 'file-not-tierce' } });
    expect(await conflict['conflict.read']({ documentId })).toMatchObject({ failure: { code: 'file-not-tierce' } });
    expect([await kept('base'), titleIn(session.document)]).toEqual([[], 'Deux']);
    expect(expectOk(await conflict['conflict.answer']({ documentId, answer: 'both' })).fileName).toBe('mission 2026-04-14 14h32.tierce');
  });

  it.each(['mine', 'theirs', 'both'] as const)('A9 A10 replaces nothing while no backup can be kept (%s)', async (answer) => {
    const { conflict, documentId, trouble, session, read } = await conflicted();
    failing(trouble, 'open', (path) => path.startsWith(BACKUPS));
    const refused = await conflict['conflict.answer']({ documentId, answer });
    well(trouble);

    expect(refused).toMatchObject({ failure: { code: 'disk-failure' } });
    expect([titleIn((await read()).document), session.fileName, session.saveState.where]).toEqual(['Le leur', 'mission.tierce', 'failing']);
  });

  it.each(['mine', 'theirs'] as const)('A9 A10 replaces nothing while what goes cannot be kept (%s)', async (answer) => {
    const { conflict, documentId, trouble, read, session, kept } = await conflicted();
    trouble.before = async (call, path) => {
      if (call === 'open' && path.startsWith(`${BACKUPS}/`) && (await kept('base')).length > 0) throw errno('EIO');
    };
    const refused = await conflict['conflict.answer']({ documentId, answer });
    well(trouble);

    expect(refused).toMatchObject({ failure: { code: 'disk-failure' } });
    expect([titleIn((await read()).document), titleIn(session.document)]).toEqual(['Le leur', 'Deux']);
  });

  it('A9 A10 says why the file could not be read once more, or written over', async () => {
    const { conflict, documentId, trouble } = await conflicted();
    let reads = 0;
    trouble.before = (call, path) =>
      call === 'readFile' && path === PATH && (reads += 1) === 2 ? Promise.reject(errno('EIO')) : undefined;
    const unread = await conflict['conflict.answer']({ documentId, answer: 'mine' });
    failing(trouble, 'rename', (path) => path.startsWith(FOLDER), 'EACCES');
    const unwritten = await conflict['conflict.answer']({ documentId, answer: 'mine' });
    trouble.before = (call, path) =>
      call === 'readFile' && path === PATH && (reads += 1) % 2 === 0 ? Promise.reject(new Error('a bug')) : undefined;
    reads = 0;

    expect([unread, unwritten]).toMatchObject([
      { failure: { code: 'disk-failure', name: 'mission.tierce' } },
      { failure: { code: expect.stringMatching(/^disk-/) } },
    ]);
    await expect(conflict['conflict.answer']({ documentId, answer: 'mine' })).rejects.toThrow('a bug');
  });
});

describe('a file that got a protection elsewhere while it was open', () => {
  it('A9 A12 asks its secret, and then shows both sides', async () => {
    const { conflict, documentId } = await conflicted({ theirs: KEY });

    expect(await conflict['conflict.read']({ documentId })).toMatchObject({ failure: { code: 'file-key-changed' } });
    expect(await conflict['conflict.read']({ documentId, secret: WRONG })).toMatchObject({ failure: { code: 'passphrase-wrong' } });
    expect(expectOk(await conflict['conflict.read']({ documentId, secret: SECRET })).theirs.savedBy).toBe('Paul');
  });

  it('A9 A12 keeps mine under the protection that it got, and so its backups', async () => {
    const { conflict, documentId, read, well: disk, session } = await conflicted({ theirs: KEY });
    const mine = expectOk(await conflict['conflict.answer']({ documentId, answer: 'mine', secret: SECRET }));

    expect([titleIn(mine.document), mine.saveState.where, session.key]).toEqual(['Deux', 'file', KEY]);
    expect(titleIn((await read(PATH, KEY)).document)).toBe('Deux');
    const backups = await Promise.all((await disk.readdir(BACKUPS)).map((name) => disk.readFile(`${BACKUPS}/${name}`, 'utf8')));
    expect([backups.length > 1, backups.filter((text) => /"title": ?"(?:Un|Deux)"/.test(text))]).toEqual([true, []]);
  });

  it('A9 A12 takes theirs, and goes on under its protection', async () => {
    const { conflict, documentId, projects, read } = await conflicted({ theirs: KEY });
    const theirs = expectOk(await conflict['conflict.answer']({ documentId, answer: 'theirs', secret: SECRET }));
    expect(titleIn(theirs.document)).toBe('Le leur');

    expectOk(await projects.session(documentId).run('c-9', retitle('Plus loin')));
    await projects.session(documentId).save();
    expect(titleIn((await read(PATH, KEY)).document)).toBe('Plus loin');
  });

  it('A9 needs no secret to keep both', async () => {
    const { conflict, documentId, read } = await conflicted({ theirs: KEY });
    const { fileName } = expectOk(await conflict['conflict.answer']({ documentId, answer: 'both' }));

    expect([titleIn((await read(`${FOLDER}/${fileName}`)).document), titleIn((await read(PATH, KEY)).document)]).toEqual([
      'Deux',
      'Le leur',
    ]);
  });
});

describe('a protected file', () => {
  it('A9 A12 under the same key asks nothing', async () => {
    const { conflict, documentId, read } = await conflicted({ mine: KEY });

    expect(expectOk(await conflict['conflict.read']({ documentId })).theirs.savedBy).toBe('Paul');
    expectOk(await conflict['conflict.answer']({ documentId, answer: 'mine' }));
    expect(titleIn((await read(PATH, KEY)).document)).toBe('Deux');
  });

  it('A12 whose protection is gone is not taken as theirs without a word, and mine puts it on again', async () => {
    const { conflict, documentId, kept, read } = await conflicted({ mine: KEY, theirs: null });

    expect(await conflict['conflict.answer']({ documentId, answer: 'theirs' })).toEqual(
      refuse({ code: 'protection-lost', name: 'mission.tierce' }),
    );
    expect(await kept('mine').catch(() => [])).toEqual([]);
    expectOk(await conflict['conflict.answer']({ documentId, answer: 'mine' }));
    expect(titleIn((await read(PATH, KEY)).document)).toBe('Deux');
  });
});

it.each([
  [0, 0],
  [9, 1],
])('A12 A9 an older file that was left beside the copy (revision %d) is asked about no more', async (revision, remembered) => {
  const { conflict, documentId, services } = await conflicted({ revision });
  expectOk(await conflict['conflict.answer']({ documentId, answer: 'both' }));

  expect((await services.memory.read(HEADER.fileId))?.revision).toBe(remembered);
});
