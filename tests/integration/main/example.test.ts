// I8 A4: exploring the example changes nothing of the user's, not even their own copy of it.
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectOk, refuse } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { type FileSystem, realFileSystem } from '../../../main/files/file-system.ts';
import { readProjectFile } from '../../../main/files/read-project-file.ts';
import { journalPath } from '../../../main/journal/journal-names.ts';
import { exploredIds } from '../../../main/library/example.ts';
import { RESOURCES, testApplication, type TestApplication } from '../../support/application.ts';
import { around, goneIn } from '../../support/gone-file.ts';
import { errno, temporaryFolder, weakDisk } from '../../support/worlds.ts';

const DELIVERED = join(RESOURCES, 'examples', 'offre-commune.tierce');
const idIn = async (path: string) => expectOk(await readProjectFile(realFileSystem, path)).header.fileId;
const exploring = (app: TestApplication) => join(app.data, 'example');

/** The example explored, changed and closed. */
async function explored(app: TestApplication) {
  const { write, close } = around(app);
  const { documentId } = expectOk(await app.call('project.example', {}));
  await write(documentId, 'Essai');
  await write(documentId, 'Un autre');
  await close(documentId);
}

/** What this computer keeps of a file. */
async function keptOf(app: TestApplication, fileId: string) {
  const backups = await readdir(join(app.data, 'backups', fileId)).catch(() => []);
  const journal = await readFile(journalPath(join(app.data, 'journals'), fileId), 'utf8').catch(() => '');
  return { backups: backups.filter((name) => name.endsWith('.tierce')).length, journal };
}

/** An application with a copy of the example that the user has made their own. */
async function withOwnCopy(from = () => Promise.resolve(DELIVERED)) {
  const app = await testApplication();
  const { open, write, close, folder } = around(app);
  const source = await from();
  const path = join(folder, 'Ma mission.tierce');
  await mkdir(folder, { recursive: true });
  await copyFile(source, path);
  const { documentId } = expectOk(await open(path));
  await write(documentId, 'Le mien');
  await write(documentId, 'Le mien encore');
  await close(documentId);
  return { app, path, fileId: await idIn(path) };
}

describe('exploring the example', () => {
  it('I8 A4 leaves backups, journal and undo of the user’s own copy of it as they are', async () => {
    const { app, path, fileId } = await withOwnCopy();
    const before = await keptOf(app, fileId);

    await explored(app);
    await explored(app);
    const { undo } = expectOk(await around(app).open(path));

    expect([before.backups > 0, before.journal !== '', await keptOf(app, fileId)]).toEqual([true, true, before]);
    expect(undo.undo).not.toBeNull();
  });

  it('I8 is another file each time, and keeps nothing of the time before', async () => {
    const app = await testApplication();
    await explored(app);
    const [first = ''] = await readdir(exploring(app));
    const before = await keptOf(app, first);

    const second = expectOk(await app.call('project.example', {}));
    const [now = '', ...others] = await readdir(exploring(app));

    expect(second.isExample).toBe(true);
    expect([before.backups > 0, others, now === first, await idIn(join(exploring(app), now, 'offre-commune.tierce'))]).toEqual([
      true,
      [],
      false,
      now,
    ]);
    expect([await keptOf(app, first), second.recovery, second.undo.undo]).toEqual([
      { backups: 0, journal: '' },
      { recovered: 0, setAside: 0 },
      null,
    ]);
    expect((await readFile(DELIVERED, 'utf8')).includes(now)).toBe(false);
  });

  it('A4 I8 is not listed among what is gone, nor is what a crash has left of it; the user’s own copy is', async () => {
    const { app, path } = await withOwnCopy();
    await explored(app);
    const [id = ''] = await readdir(exploring(app));
    await rm(join(exploring(app), id, 'offre-commune.tierce')); // as a crash between two removals leaves it
    await rm(path);

    const gone = await goneIn(app);

    expect(gone.map(({ fileName }) => fileName)).toEqual(['Ma mission.tierce']);
    await explored(app);
    expect((await keptOf(app, id)).backups).toBe(0);
  });

  it('I8 A4 forgets nothing of a copy that the user took of an explored one', async () => {
    const { app, fileId, path } = await withOwnCopy(async () => {
      const other = await testApplication();
      await explored(other);
      const [id = ''] = await readdir(exploring(other));
      return join(exploring(other), id, 'offre-commune.tierce');
    });
    await mkdir(join(exploring(app), fileId), { recursive: true }); // explored on this computer
    await copyFile(path, join(exploring(app), fileId, 'offre-commune.tierce'));
    const before = await keptOf(app, fileId);

    await explored(app);
    await rm(path);

    expect([before.backups > 0, await keptOf(app, fileId)]).toEqual([true, before]);
    expect((await goneIn(app)).map(({ fileName }) => fileName)).toEqual(['Ma mission.tierce']);
  });

  it('I8 is known to have been explored', async () => {
    const app = await testApplication();
    const known = async () => expectOk(await app.call('library.list', {})).isExampleExplored;

    const before = await known();
    await explored(app);

    expect([before, await known()]).toEqual([false, true]);
  });

  it('I8 A8 leaves one that is open in another window, and takes it away the next time', async () => {
    const app = await testApplication();
    const other = await testApplication({ folder: app.folder, areOthersGone: false });
    const { documentId } = expectOk(await app.call('project.example', {}));
    const [held = ''] = await readdir(exploring(app));

    expectOk(await other.call('project.example', {}));
    const during = await readdir(exploring(app));
    expect((await around(app).write(documentId, 'Toujours là')).where).toBe('file');
    await around(app).close(documentId);
    expectOk(await other.call('project.example', {}));

    expect([during.includes(held), (await readdir(exploring(app))).includes(held)]).toEqual([true, false]);
  });

  it('I8 passes over whatever else lies in its folder, and over what cannot be removed', async () => {
    const files: FileSystem = {
      ...realFileSystem,
      rm: (path, options) => (String(path).includes('example') ? Promise.reject(errno('EBUSY')) : realFileSystem.rm(path, options)),
    };
    const app = await testApplication({ files });
    await mkdir(exploring(app), { recursive: true });
    await writeFile(join(exploring(app), 'LISEZ-MOI'), 'x');

    await explored(app);

    expect(await app.call('project.example', {})).toMatchObject({ ok: true });
    expect(await readdir(exploring(app))).toHaveLength(3);
  });

  it('I8 removes nothing from its folder that is not of an explored one', async () => {
    const app = await testApplication();
    await mkdir(exploring(app), { recursive: true });
    await writeFile(join(exploring(app), 'LISEZ-MOI'), 'x');

    expectOk(await app.call('project.example', {}));

    expect(await readFile(join(exploring(app), 'LISEZ-MOI'), 'utf8')).toBe('x');
  });

  it('I8 A4 forgets nothing while it cannot be told what stands in the library', async () => {
    const { disk, files } = weakDisk();
    const app = await testApplication({ files });
    await explored(app);
    const [first = ''] = await readdir(exploring(app));
    const before = await keptOf(app, first);
    disk.fails = (call, path) => call === 'readdir' && path.endsWith('Tierce');

    expectOk(await app.call('project.example', {}));

    expect([before.backups > 0, await keptOf(app, first), (await readdir(exploring(app))).includes(first)]).toEqual([true, before, true]);
  });

  it('I8 A4 takes nothing for an explored one where none was explored, or where nobody can tell', async () => {
    const folder = await temporaryFolder();
    const { disk, files } = weakDisk();
    disk.fails = (call) => call === 'readdir';

    expect([await exploredIds(realFileSystem, folder), await exploredIds(files, folder)]).toEqual([[], []]);
  });

  it('I8 says why the example cannot be read, and why it cannot be copied', async () => {
    const [unread, full] = [weakDisk(), weakDisk()];
    unread.disk.fails = (call, path) => ['open', 'readFile'].includes(call) && path.includes('offre-commune');
    full.disk.fails = (call, path) => call === 'mkdir' && path.includes('example');
    const busy = refuse({ code: 'disk-busy', name: 'offre-commune.tierce' });

    expect(await (await testApplication({ files: unread.files })).call('project.example', {})).toEqual(busy);
    expect(await (await testApplication({ files: full.files })).call('project.example', {})).toEqual(busy);
  });

  it('K5 does not pass over a bug when one explored before is removed', async () => {
    const { disk, files } = weakDisk();
    const app = await testApplication({ files });
    await explored(app);
    disk.fails = (call, path) => {
      if (call === 'rm' && path.includes('example')) throw new TypeError('a bug');
      return false;
    };

    expect(await app.call('project.example', {})).toMatchObject({ ok: false, failure: { code: 'bug' } });
  });
});
