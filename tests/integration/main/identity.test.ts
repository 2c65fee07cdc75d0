// A3 A9 A10: a file is recognised by its content; after a renaming work continues, and a protected file is left alone.
import { chmod, link, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from '@domain/commands/command.ts';
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { LOCK_ENDING } from '../../../main/locks/file-lock.ts';
import type { ProjectSession } from '../../../main/project/project-session.ts';
import { openSession } from '../../../main/project/open-session.ts';
import { testApplication } from '../../support/application.ts';
import { DRAFT, firstId, startedDocument } from '../../support/documents.ts';
import { projectOnDisk, rewriteWithDigest } from '../../support/projects.ts';
import { processNamed } from '../../support/running.ts';
import { errno, faultyFiles } from '../../support/worlds.ts';

const document = startedDocument();
const sessionId = firstId(document.accompaniment.sessions);
const retitle = (title: string): Command => ({ name: 'record.update', args: { table: 'sessions', id: sessionId, fields: { title } } });
let count = 0;
const step = async (session: ProjectSession, title: string) => expectOk(await session.run(`command-${(count += 1)}`, retitle(title)));
const later = (path: string) => utimes(path, 2_000_000_000, 2_000_000_000);
const textOf = (path: string) => readFile(path, 'utf8');

describe('a file that was changed', () => {
  it('A9 is not one whose date alone is another, nor one into which the same bytes were put back', async () => {
    const project = await projectOnDisk(document);
    const { session } = await project.open();
    await step(session, 'Un');
    await session.save();
    await later(project.path);
    await step(session, 'Deux');
    const touched = await session.save();
    const bytes = await readFile(project.path);
    await rm(project.path);
    await writeFile(project.path, bytes);
    await step(session, 'Trois');

    expect([touched.where, (await session.save()).where]).toEqual(['file', 'file']);
    expect(await textOf(project.path)).toContain('"title":"Trois"');
  });

  it('A9 is one of the same size, date and inode with other bytes', async () => {
    const project = await projectOnDisk(document);
    const { session } = await project.open();
    await step(session, 'Un');
    await session.save();
    const before = await stat(project.path);
    await rewriteWithDigest(project.path, (text) => text.replace('"territory":"Melun"', '"territory":"Lagny"'));
    await utimes(project.path, before.atime, before.mtime);
    const theirs = await textOf(project.path);
    await step(session, 'Deux');

    const state = await session.save();

    expect((await stat(project.path)).size).toBe(before.size);
    expect(state).toMatchObject({ where: 'failing', isSafeHere: true, failure: { code: 'file-changed-underneath' } });
    expect(await textOf(project.path)).toBe(theirs);
  });

  it('A9 is one whose bytes no longer are what its last line says', async () => {
    const project = await projectOnDisk(document);
    const { session } = await project.open();
    await writeFile(project.path, (await textOf(project.path)).replace('"territory":"Melun"', '"territory":"Lagny"'));
    await step(session, 'Un');

    expect(await session.save()).toMatchObject({ failure: { code: 'file-changed-underneath' } });
  });

  it('A9 is looked for up to the last moment, and let be while somebody writes to it all the time', async () => {
    let touches = 0;
    const { files } = faultyFiles(() => null);
    const project = await projectOnDisk(document, {
      ...files,
      rename: async (from, to) => {
        if (String(to).endsWith('mission.tierce')) touches += 1;
        await files.rename(from, to);
      },
    });
    const busy = {
      ...project.services,
      files: {
        ...project.services.files,
        stat: (async (path: string) => {
          if (path === project.path && touches >= 0) await utimes(path, 1, (touches += 1));
          return files.stat(path);
        }) as typeof files.stat,
      },
    };
    const { session } = expectOk(await openSession({ ...busy, running: processNamed() }, project.path, () => undefined));
    await step(session, 'Un');

    expect(await session.save()).toMatchObject({ where: 'failing', isSafeHere: true, failure: { code: 'disk-busy' } });
    await session.abandon();
  });
});

describe('a file that was renamed while it was open', () => {
  it('A9 A8 is gone on with under its new name, with its lock, and says so', async () => {
    const app = await testApplication();
    const { documentId } = expectOk(await app.call('project.create', { draft: DRAFT }));
    const [folder, other] = [join(app.documents, 'Tierce'), 'Autre nom.tierce'];
    await rename(join(folder, 'Offre commune.tierce'), join(folder, other));

    expectOk(
      await app.call('project.run', {
        documentId,
        commandId: 'command-1',
        baseRevision: 0,
        command: { name: 'record.update', args: { table: 'mission', id: 'single', fields: { need: 'Dit après' } } },
      }),
    );
    const state = expectOk(await app.call('project.save', { documentId }));

    expect(state.where).toBe('file');
    expect(await readdir(folder)).toEqual([`.${other}${LOCK_ENDING}`, other]);
    expect(await textOf(join(folder, other))).toContain('Dit après');
    expect(app.sent.at(-1)).toMatchObject(['saveState', { documentId, fileName: other, saveState: { where: 'file' } }]);
    expect(expectOk(await app.call('project.read', { documentId })).fileName).toBe(other);
  });

  it('A9 is not taken for one that holds the same id and another content', async () => {
    const project = await projectOnDisk(document);
    const { session } = await project.open();
    const copy = join(project.folder, 'mission (copie en conflit).tierce');
    await rename(project.path, copy);
    await rewriteWithDigest(copy, (text) => text.replace('"territory":"Melun"', '"territory":"Lagny"'));
    const theirs = await textOf(copy);
    await step(session, 'Un');

    expect((await session.save()).where).toBe('file');
    expect([session.path, await textOf(copy)]).toEqual([project.path, theirs]);
  });

  it('A8 is written anew under its old name when somebody has the renamed one open', async () => {
    const project = await projectOnDisk(document);
    const { session } = await project.open();
    const other = join(project.folder, 'autre.tierce');
    await rename(project.path, other);
    await writeFile(join(project.folder, `.autre.tierce${LOCK_ENDING}`), 'of somebody else');
    await step(session, 'Un');

    await session.save();

    expect([session.path, (await textOf(other)).includes('"title":"Un"')]).toEqual([project.path, false]);
  });
});

describe('what the owner has set on a file', () => {
  it('A10 is asked before: one that nobody may write to opens read-only, and is changed once that is allowed', async () => {
    const app = await testApplication();
    const { documentId } = expectOk(await app.call('project.create', { draft: DRAFT }));
    expectOk(await app.call('project.close', { documentId, evenUnsaved: false }));
    const path = join(app.documents, 'Tierce', 'Offre commune.tierce');
    await chmod(path, 0o444);
    const before = await textOf(path);
    app.answers.push(path);

    const shown = expectOk(await app.call('project.choose', {}));
    const refused = await app.call('project.run', {
      documentId: shown.documentId,
      commandId: 'command-1',
      baseRevision: shown.revision,
      command: { name: 'record.update', args: { table: 'mission', id: 'single', fields: { need: 'X' } } },
    });
    const allowed = expectOk(await app.call('project.allowChanges', { documentId: shown.documentId }));
    expectOk(
      await app.call('project.run', {
        documentId: allowed.documentId,
        commandId: 'command-2',
        baseRevision: allowed.revision,
        command: { name: 'record.update', args: { table: 'mission', id: 'single', fields: { need: 'X' } } },
      }),
    );

    expect([shown.readOnly, refused]).toMatchObject([{ why: 'protected' }, { failure: { code: 'file-read-only' } }]);
    expect(await textOf(path)).toBe(before);
    expect(allowed.readOnly).toBeNull();
    expect(expectOk(await app.call('project.save', { documentId: allowed.documentId })).where).toBe('file');
    expect((await stat(path)).mode & 0o777).toBe(0o644);
  });

  it('A10 is not replaced when it was protected while it was open, and the work goes on in a copy', async () => {
    const project = await projectOnDisk(document);
    const { session } = await project.open();
    await chmod(project.path, 0o400);
    await chmod(project.path, 0o444);
    const before = await textOf(project.path);
    await step(session, 'Un');

    expect(await session.save()).toMatchObject({ where: 'failing', isSafeHere: true, failure: { code: 'file-write-protected' } });
    expect(await textOf(project.path)).toBe(before);
  });

  it('A3 A10 stays: every right, and whose the file is', async () => {
    const project = await projectOnDisk(document);
    await chmod(project.path, 0o666);
    const { session } = await project.open();
    const before = await stat(project.path);
    await step(session, 'Un');
    await session.save();

    const after = await stat(project.path);

    expect(after.ino).not.toBe(before.ino);
    expect([after.mode, after.uid, after.gid]).toEqual([before.mode, before.uid, before.gid]);
  });

  it.each(['EPERM', 'ENOTSUP'])('A3 A10 is written all the same on a disk that knows no rights (%s)', async (code) => {
    const { files } = faultyFiles((call) => (['chmod', 'chown'].includes(call) ? errno(code) : null));
    const project = await projectOnDisk(document, files);
    await chmod(project.path, 0o666);
    const { session } = await project.open();
    await step(session, 'Un');

    expect((await session.save()).where).toBe('file');
  });

  it('A10 is said where it cannot be carried over: further names of the same file', async () => {
    const app = await testApplication();
    const { documentId } = expectOk(await app.call('project.create', { draft: DRAFT }));
    expectOk(await app.call('project.close', { documentId, evenUnsaved: false }));
    const path = join(app.documents, 'Tierce', 'Offre commune.tierce');
    const open = async () => {
      app.answers.push(path);
      const opened = expectOk(await app.call('project.choose', {}));
      expectOk(await app.call('project.close', { documentId: opened.documentId, evenUnsaved: false }));
      return opened.hasOtherNames;
    };
    const alone = await open();
    await link(path, join(app.folder, 'autre nom'));

    expect([alone, await open()]).toEqual([false, true]);
  });
});
