// A16: what this computer holds of the open file, and removing all of it.
import { expectOk, refuse } from '@domain/result.ts';
import { describe, expect, it, vi } from 'vitest';
import { forgetFile, TracesService } from '../../../../main/project/traces-service.ts';
import {
  attach,
  BACKUPS,
  CONTENTS,
  failing,
  JOURNAL,
  JOURNALS,
  NEWER_JOURNAL,
  office,
  PATH,
  retitle,
  titleIn,
  well,
} from '../../../support/memory-office.ts';
import { HEADER } from '../../../support/projects.ts';

/** An open file with a backup, an attached content, a journal, and a set-aside journal. */
async function worked() {
  const world = office();
  await world.write();
  const process = world.processOf();
  const { documentId } = expectOk(await process.open());
  const session = process.projects.session(documentId);
  await attach(session);
  expectOk(await session.run('c-1', retitle('Un')));
  await session.save();
  const aside = `${JOURNALS}/set-aside-${HEADER.fileId}~1.jsonl`;
  await world.well.writeFile(aside, '');
  const handlers = new TracesService(process.services, process.projects).handlers();
  return { ...world, ...process, documentId, session, aside, handlers };
}

describe('what is kept here of a file', () => {
  it('A16 is told: its backups, how large they are, and the journals that were put aside', async () => {
    const { handlers, documentId, well: disk } = await worked();
    const names = (await disk.readdir(BACKUPS)).filter((name) => name.endsWith('.tierce'));
    const sizes = await Promise.all(names.map(async (name) => (await disk.stat(`${BACKUPS}/${name}`)).size));

    expect(expectOk(await handlers['traces.read']({ documentId }))).toEqual({
      backups: names.length,
      bytes: sizes.reduce((sum, size) => sum + size, 0),
      onlyHere: 0,
      setAside: 1,
    });
    expect(names.length).toBeGreaterThan(0);
  });

  it('A16 A5 counts those that are perhaps nowhere else apart', async () => {
    const { handlers, documentId, session } = await worked();
    for (const reason of ['mine', 'restore'] as const) {
      expectOk(await session.run(`c-${reason}`, retitle(reason)));
      await session.save();
      expectOk(await session.keepBackup(reason));
    }

    expect(expectOk(await handlers['traces.read']({ documentId }))).toMatchObject({ onlyHere: 1 });
  });

  it('A16 A7 counts what a newer Tierce has noted or put aside, and leaves none of it', async () => {
    const { handlers, documentId, well: disk } = await worked();
    for (const path of [NEWER_JOURNAL, NEWER_JOURNAL.replace(HEADER.fileId, `set-aside-${HEADER.fileId}~2`)])
      await disk.writeFile(path, 'x');
    const { setAside } = expectOk(await handlers['traces.read']({ documentId }));
    expectOk(await handlers['traces.leave']({ documentId }));

    expect([setAside, await disk.readdir(JOURNALS)]).toEqual([3, []]);
  });

  it.each([BACKUPS, JOURNALS])('A16 A10 is a failure while it cannot be looked for (%s)', async (folder) => {
    const { handlers, documentId, trouble } = await worked();
    failing(trouble, 'readdir', (path) => path === folder);

    expect(await handlers['traces.read']({ documentId })).toMatchObject({ ok: false, failure: { code: 'disk-failure' } });
  });
});

describe('leaving nothing', () => {
  it('A16 writes and closes the file, then removes all that is kept of it', async () => {
    const { handlers, documentId, session, read, is, aside, projects } = await worked();
    expectOk(await session.run('c-2', retitle('Deux')));

    expect(await handlers['traces.leave']({ documentId })).toEqual({ ok: true, value: null });
    expect(await Promise.all([BACKUPS, CONTENTS, JOURNAL, aside].map(is))).toEqual([false, false, false, false]);
    expect([titleIn((await read()).document), projects.isOpen(documentId)]).toEqual(['Deux', false]);
  });

  it('A16 removes nothing while the file does not hold everything', async () => {
    const { handlers, documentId, session, is, trouble } = await worked();
    expectOk(await session.run('c-2', retitle('Deux')));
    failing(trouble, 'rename', (path) => path.startsWith('/library'));

    expect(await handlers['traces.leave']({ documentId })).toMatchObject({ ok: false, failure: { code: 'disk-failure' } });
    expect(await Promise.all([BACKUPS, CONTENTS, JOURNAL].map(is))).toEqual([true, true, true]);
  });

  it('A16 removes nothing of a file that is only looked at', async () => {
    const { handlers, projects, documentId, is } = await worked();
    expectOk(await projects.close(documentId, false));
    const looked = expectOk(await projects.look({ path: PATH, from: PATH }, { why: 'locked' }));

    expect(await handlers['traces.leave']({ documentId: looked.documentId })).toEqual({
      ok: false,
      failure: { code: 'file-read-only', name: 'mission.tierce' },
    });
    expect(await Promise.all([BACKUPS, JOURNAL].map(is))).toEqual([true, true]);
  });

  it('A16 A8 forgets nothing of a file that is open elsewhere, and holds nothing of it afterwards', async () => {
    const { processOf, projects, documentId, is, well: disk } = await worked();
    const other = processOf({ areOthersGone: false }).services;
    const held = await forgetFile(other, HEADER.fileId, 'mission.tierce');
    expectOk(await projects.close(documentId, false));

    expect([held, await is(BACKUPS)]).toMatchObject([{ failure: { code: 'file-locked', name: 'mission.tierce' } }, true]);
    expect(await forgetFile(other, HEADER.fileId, 'mission.tierce')).toEqual({ ok: true, value: null });
    expect([await is(BACKUPS), await disk.readdir(JOURNALS)]).toEqual([false, []]);
  });

  it('A16 L6 takes its row out of the list of Home first, and keeps the rest while that cannot be done', async () => {
    const { documentId, services, projects, is } = await worked();
    const unlist = vi.fn(async (_fileId: string) => refuse({ code: 'disk-denied', name: 'library.json' } as const));
    const handlers = new TracesService({ ...services, unlist }, projects).handlers();

    expect(await handlers['traces.leave']({ documentId })).toEqual(refuse({ code: 'disk-denied', name: 'library.json' }));
    expect([unlist.mock.calls, await is(BACKUPS), await is(JOURNAL)]).toEqual([[[HEADER.fileId]], true, true]);
  });

  it('A16 keeps the backups, by which it can be asked for again, while anything else cannot be removed', async () => {
    const { projects, documentId, services, trouble, is } = await worked();
    expectOk(await projects.close(documentId, false));
    failing(trouble, 'rm', (path) => path === JOURNAL);
    const journalLeft = [(await forgetFile(services, HEADER.fileId, 'x')).ok, await is(CONTENTS), await is(BACKUPS)];
    failing(trouble, 'rm', (path) => path === CONTENTS);
    const contentsLeft = [(await forgetFile(services, HEADER.fileId, 'x')).ok, await is(JOURNAL), await is(BACKUPS)];
    well(trouble);

    expect([journalLeft, contentsLeft]).toEqual([
      [false, true, true],
      [false, false, true],
    ]);
    expect((await forgetFile(services, HEADER.fileId, 'x')).ok).toBe(true);
  });
});
