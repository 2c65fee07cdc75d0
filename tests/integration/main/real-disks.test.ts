// A3 A10: real disks that are full, of another kind, or gone.
import { lstat, mkdir, readdir, readFile, rename, rm, rmdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { serialiseProject } from '../../../main/files/envelope.ts';
import { realFileSystem } from '../../../main/files/file-system.ts';
import { readProjectFile } from '../../../main/files/read-project-file.ts';
import { createSession } from '../../../main/project/make-session.ts';
import { openSession } from '../../../main/project/open-session.ts';
import { firstId, startedDocument } from '../../support/documents.ts';
import { type DiskKind, makeReadOnly, mountedDisk, whyNoMount } from '../../support/mounts.ts';
import { HEADER, projectOnDisk } from '../../support/projects.ts';
import { processNamed } from '../../support/running.ts';
import { sessionServices } from '../../support/session-services.ts';
import { temporaryFolder } from '../../support/worlds.ts';

const document = startedDocument();
const sessionId = firstId(document.accompaniment.sessions);
const retitle = (title: string) => ({ name: 'record.update', args: { table: 'sessions', id: sessionId, fields: { title } } }) as const;
const titleIn = async (path: string) =>
  expectOk(await readProjectFile(realFileSystem, path)).document.accompaniment.sessions[sessionId]?.title;

/** A file on a disk of its own; the journal is elsewhere, as in real life. */
async function onDisk(kind: DiskKind) {
  const disk = await mountedDisk(kind);
  const path = join(disk, 'mission.tierce');
  await writeFile(path, serialiseProject({ header: HEADER, document }, null));
  const services = { ...sessionServices(await temporaryFolder()), running: processNamed() };
  const { session } = expectOk(await openSession(services, path, () => undefined));
  return { disk, path, session };
}

const noTmpfs = whyNoMount('tmpfs');
const noVfat = whyNoMount('vfat');

describe('a real disk', () => {
  it.skipIf(noTmpfs !== null)(
    `A3 A10 keeps the old content on a disk that is really full, and writes the new one once there is room${noTmpfs === null ? '' : `: ${noTmpfs}`}`,
    async () => {
      const { disk, path, session } = await onDisk('tmpfs');
      const before = await readFile(path);
      await writeFile(join(disk, 'films'), Buffer.alloc(1024 * 1024)).catch((error: unknown) =>
        expect(error).toMatchObject({ code: 'ENOSPC' }),
      );
      expectOk(await session.run('c-1', retitle('Un')));

      const full = await session.save();
      const during = await readFile(path);
      await rm(join(disk, 'films'));
      const roomy = await session.save();

      expect([full.where, full.failure?.code, full.isSafeHere, during.equals(before)]).toEqual(['failing', 'disk-full', true, true]);
      expect([roomy.where, await titleIn(path)]).toEqual(['file', 'Un']);
      await session.close(false);
      expect(await readdir(disk)).toEqual(['mission.tierce']);
    },
  );

  it.skipIf(noTmpfs !== null)(
    `A10 keeps the work on a disk that has become read-only, and writes it once that can be${noTmpfs === null ? '' : `: ${noTmpfs}`}`,
    async () => {
      const { disk, path, session } = await onDisk('tmpfs');
      const before = await readFile(path);
      expectOk(await session.run('c-1', retitle('Un')));
      makeReadOnly(disk, true);

      const refused = await session.save();
      const during = await readFile(path);
      makeReadOnly(disk, false);
      const written = await session.save();

      expect([refused.where, refused.failure?.code, refused.isSafeHere, during.equals(before)]).toEqual([
        'failing',
        'disk-read-only',
        true,
        true,
      ]);
      expect([written.where, await titleIn(path)]).toEqual(['file', 'Un']);
      await session.close(false);
    },
  );

  it.skipIf(noVfat !== null)(
    `A3 saves, saves again and closes on a FAT stick, and leaves nothing beside the file${noVfat === null ? '' : `: ${noVfat}`}`,
    async () => {
      const { disk, path, session } = await onDisk('vfat');

      for (const title of ['Un', 'Deux', 'Trois']) {
        expectOk(await session.run(`c-${title}`, retitle(title)));
        expect(await session.save()).toMatchObject({ where: 'file', failure: null });
      }
      await session.close(false);

      expect([await titleIn(path), await readdir(disk)]).toEqual(['Trois', ['mission.tierce']]);
    },
  );

  it('A10 keeps the work when the folder has gone, and writes it once it is back', async () => {
    const project = await projectOnDisk(document);
    const folder = await temporaryFolder();
    const path = join(folder, 'clé', 'mission.tierce');
    await realFileSystem.mkdir(join(folder, 'clé'));
    await rename(project.path, path);
    const { session } = expectOk(await openSession({ ...project.services, running: processNamed() }, path, () => undefined));
    await rename(join(folder, 'clé'), join(folder, 'partie'));
    expectOk(await session.run('c-1', retitle('Un')));

    const gone = await session.save();
    await rename(join(folder, 'partie'), join(folder, 'clé'));
    const back = await session.save();

    expect([gone.where, gone.failure?.code, gone.isSafeHere]).toEqual(['failing', 'disk-gone', true]);
    expect([back.where, await titleIn(path)]).toEqual(['file', 'Un']);
    await session.close(false);
  });

  it('A10 says that a folder stands in the place of the file, and writes it once that is gone', async () => {
    const project = await projectOnDisk(document);
    const { session } = await project.open();
    await rm(project.path);
    await mkdir(project.path);
    expectOk(await session.run('c-1', retitle('Un')));

    const barred = await session.save();
    await rmdir(project.path);
    const written = await session.save();

    expect([barred.where, barred.failure?.code, barred.isSafeHere]).toEqual(['failing', 'file-is-folder', true]);
    expect([written.where, await titleIn(project.path)]).toEqual(['file', 'Un']);
  });

  it('A3 writes what a symbolic link leads to, and leaves the link', async () => {
    const project = await projectOnDisk(document);
    const link = join(await temporaryFolder(), 'raccourci.tierce');
    await symlink(project.path, link);
    const { session } = expectOk(await openSession({ ...project.services, running: processNamed() }, link, () => undefined));
    expectOk(await session.run('c-1', retitle('Un')));

    await session.close(false);

    expect([(await lstat(link)).isSymbolicLink(), (await lstat(project.path)).isSymbolicLink(), await titleIn(project.path)]).toEqual([
      true,
      false,
      'Un',
    ]);
  });

  it('A10 refuses a name that is too long for the disk, and leaves nothing of it', async () => {
    const folder = await temporaryFolder();

    const created = await createSession(sessionServices(folder), join(folder, `${'x'.repeat(300)}.tierce`), document, () => undefined);

    expect(created).toMatchObject({ ok: false, failure: { code: 'file-name-impossible' } });
    expect((await readdir(folder)).filter((name) => name.includes('xxx'))).toEqual([]);
  });
});
