// A9: a file that another hand has changed while it was open: both sides, and what the user decides.
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { ConflictService } from '../../../../main/project/conflict-service.ts';
import { documentAfter, startedDocument } from '../../../support/documents.ts';
import { NOW } from '../../../support/context.ts';
import { BACKUPS, failing, FOLDER, office, PATH, retitle, titleIn, well } from '../../../support/memory-office.ts';
import { HEADER } from '../../../support/projects.ts';
import { errno } from '../../../support/worlds.ts';

/** What the file held when it was opened; `Deux` is ours, `Le leur` is theirs. */
async function conflicted() {
  const world = office();
  await world.write();
  const process = world.processOf();
  const { documentId } = expectOk(await process.open());
  const session = process.projects.session(documentId);
  expectOk(await session.run('c-1', retitle('Un')));
  await session.save();
  expectOk(await session.run('c-2', retitle('Deux')));
  await world.write({ document: documentAfter([retitle('Le leur')], startedDocument()), header: { revision: 9, savedBy: 'Paul' } });
  const state = await session.save();
  const conflict = new ConflictService({
    services: process.services,
    projects: process.projects,
    stamp: () => '2026-04-14 14h32',
  }).handlers();
  /** Titles in the backups that were taken for that reason. */
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
    expect([titleIn((await read()).document), session.fileName, session.saveState.where]).toEqual([
      'Le leur',
      'mission.tierce',
      'failing',
    ]);
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
