// A4 A11: accompaniments that are no longer in the library, but of which this computer keeps backups.
import { emptyDocument } from '@domain/document.ts';
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { GoneFiles } from '../../../../main/project/gone-files.ts';
import { BACKUPS, failing, FOLDER, office, PATH, retitle } from '../../../support/memory-office.ts';
import { NOW } from '../../../support/context.ts';
import { HEADER } from '../../../support/projects.ts';

/** A file of which a backup is kept, gone or not. */
async function library(isGone = true) {
  const world = office();
  await world.write();
  const session = await world.session();
  expectOk(await session.run('c-1', retitle('Un')));
  expectOk(await session.close(false));
  if (isGone) await world.well.unlink(PATH);
  const process = world.processOf();
  const explored: string[] = [];
  const gone = new GoneFiles({
    services: process.services,
    attempts: process.attempts,
    library: () => FOLDER,
    explored: async () => explored,
  }).handlers();
  return { ...world, ...process, explored, gone };
}

describe('the files that are gone', () => {
  it('A4 are listed with their name and when they were last backed up', async () => {
    const { gone } = await library();
    const [first, ...more] = expectOk(await gone['gone.list']({}));

    expect([first, more]).toEqual([{ goneId: expect.any(String), fileName: 'mission.tierce', lastBackupAt: NOW }, []]);
  });

  it('A4 are not those that stand in the library, under whatever name, nor one whose name stands there unreadable', async () => {
    const { gone, well: disk } = await library(false);
    const whole = expectOk(await gone['gone.list']({}));
    await disk.rename(PATH, `${FOLDER}/renamed.tierce`);
    const renamed = expectOk(await gone['gone.list']({}));
    await disk.unlink(`${FOLDER}/renamed.tierce`);
    await disk.writeFile(PATH, 'noise');

    expect([whole, renamed, expectOk(await gone['gone.list']({}))]).toEqual([[], [], []]);
  });

  it('A4 are neither examples that were explored, nor personal files, nor those without a backup', async () => {
    const { gone, explored, write, session, well: disk } = await library();
    await write({ path: '/library/me.tierce', document: emptyDocument('person'), header: { fileId: 'test-person' } });
    const personal = await session({}, '/library/me.tierce');
    expectOk(await personal.keepBackup('restore'));
    expectOk(await personal.close(false));
    await disk.unlink('/library/me.tierce');
    await disk.mkdir('/own/data/backups/test-file-3');
    const names = expectOk(await gone['gone.list']({})).map(({ fileName }) => fileName);
    explored.push(HEADER.fileId);

    expect([names, expectOk(await gone['gone.list']({}))]).toEqual([['mission.tierce'], []]);
  });

  it.each([FOLDER, '/own/data/backups'])('A4 A10 are not told while nobody can say which they are (%s)', async (folder) => {
    const { gone, trouble } = await library();
    failing(trouble, 'readdir', (path) => path === folder);

    expect(await gone['gone.list']({})).toMatchObject({ ok: false, failure: { code: 'disk-failure' } });
  });

  it('A4 A10 are not those whose backups cannot be listed just now', async () => {
    const { gone, trouble } = await library();
    failing(trouble, 'readdir', (path) => path === BACKUPS);

    expect(expectOk(await gone['gone.list']({}))).toEqual([]);
  });
});

describe('a file that is gone', () => {
  it('A4 A11 is answered as any that does not open, with its backups, and its place is not known', async () => {
    const { gone, attempts } = await library();
    const [first] = expectOk(await gone['gone.list']({}));

    expect(await gone['gone.open']({ goneId: first?.goneId ?? '' })).toEqual({
      ok: false,
      failure: { code: 'file-not-found', name: 'mission.tierce' },
    });
    expect(expectOk(await attempts.handlers()['attempt.read']({}))).toMatchObject({
      fileName: 'mission.tierce',
      folderName: 'library',
      isPlaceKnown: false,
      failure: { code: 'file-not-found' },
      backups: [{ steps: 1, reason: 'opening' }],
    });
  });

  it('A4 A16 is forgotten with all that is kept of it, when it is asked for by what the list said', async () => {
    const { gone, is } = await library();
    const [first] = expectOk(await gone['gone.list']({}));
    const unknown = { ok: false, failure: { code: 'token-unknown' } };

    expect([await gone['gone.open']({ goneId: 'none' }), await gone['gone.forget']({ goneId: 'none' }), await is(BACKUPS)]).toEqual([
      unknown,
      unknown,
      true,
    ]);
    expect([await gone['gone.forget']({ goneId: first?.goneId ?? '' }), await is(BACKUPS)]).toEqual([{ ok: true, value: null }, false]);
  });

  it('A4 A11 is made again as itself by its backup and its journal', async () => {
    const { gone, attempts, read, well: disk } = await library();
    const [first] = expectOk(await gone['gone.list']({}));
    await gone['gone.open']({ goneId: first?.goneId ?? '' });
    const attempt = expectOk(await attempts.handlers()['attempt.read']({}));

    const recover = attempts.handlers()['attempt.recover'];
    const [backup] = attempt?.backups ?? [];

    const made = expectOk(await recover({ attemptId: attempt?.attemptId ?? '', backupId: backup?.backupId ?? '', secret: null }));

    expect(made).toMatchObject({
      lost: [],
      project: { fileName: 'mission.tierce', recovery: { recovered: 0, setAside: 0 }, undo: { undo: { command: 'record.update' } } },
    });
    expect((await read()).header).toMatchObject({ fileId: HEADER.fileId, revision: 1, copyOf: null });
    expect((await disk.readdir(FOLDER)).filter((name) => name.endsWith('.tierce'))).toEqual(['mission.tierce']);
  });
});
