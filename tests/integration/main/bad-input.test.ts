// A2 A10 A11: what a computer and its other programs do to an open file is reported in words, and loses nothing.
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Step } from '@domain/commands/step.ts';
import type { Failure } from '@domain/failures.ts';
import { expectOk } from '@domain/result.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { failureText } from '@domain/text/failure-texts.ts';
import { describe, expect, it } from 'vitest';
import { digestWrittenIn } from '../../../main/files/envelope.ts';
import { realFileSystem } from '../../../main/files/file-system.ts';
import { readProjectFile } from '../../../main/files/read-project-file.ts';
import { entryText } from '../../../main/journal/journal-entry.ts';
import { lineOf } from '../../../main/journal/journal-lines.ts';
import { testApplication } from '../../support/application.ts';
import { NOW } from '../../support/context.ts';
import { firstId, startedDocument } from '../../support/documents.ts';
import { around, library, needIn } from '../../support/gone-file.ts';
import { JOURNAL_NAME, projectOnDisk } from '../../support/projects.ts';
import { savingProgram } from '../../support/saving-program.ts';

const wordsOf = (failure: Failure | null) =>
  failure === null ? [] : (['fr', 'en'] as const).map((locale) => failureText(catalogueOf(locale).failures, failure));

/** Another application with the same folders, as after a crash of the first. */
async function needAfter(folder: string, path: string) {
  const { open } = around(await testApplication({ folder }));
  return needIn(expectOk(await open(path)));
}

describe('an open file', () => {
  it('A2 A4 is saved and found again whole while the clock of the computer runs backwards', async () => {
    const { app, write, close, documentId, path } = await library();

    for (const [need, minutes] of [
      ['Un', 30],
      ['Deux', -600],
      ['Trois', -60 * 24 * 400],
      ['Quatre', 5],
    ] as const) {
      app.wait(minutes);
      expect(await write(documentId, need)).toMatchObject({ where: 'file', failure: null });
    }
    const { backups } = expectOk(await app.call('backups.list', { documentId }));
    await close(documentId);

    expect(backups.length).toBeGreaterThan(1);
    expect(await needAfter(app.folder, path)).toBe('Quatre');
  });

  it('A10 A11 keeps the work while a file stands in the place of the library, and writes it once that is gone', async () => {
    const { app, step, documentId, folder, path } = await library();
    await rename(folder, `${folder} ailleurs`);
    await writeFile(folder, 'un fichier');

    await step(documentId, 'Pendant');
    const during = expectOk(await app.call('project.save', { documentId }));
    const list = await app.call('library.list', {});
    await rm(folder);
    await rename(`${folder} ailleurs`, folder);
    const after = expectOk(await app.call('project.save', { documentId }));

    expect([during.where, during.failure?.code, during.isSafeHere, list]).toMatchObject([
      'failing',
      'disk-gone',
      true,
      { failure: { code: 'file-not-folder', name: 'Tierce' } },
    ]);
    expect(wordsOf(during.failure)).toEqual([expect.stringContaining('Remettez-le'), expect.stringContaining('Put it back')]);
    expect([after.where, (await readFile(path, 'utf8')).includes('Pendant')]).toEqual(['file', true]);
  });

  it('A2 A10 is written, and called safe once it is, while a file stands in the place of the journals', async () => {
    const { app, step, documentId, journals, path } = await library();
    await step(documentId, 'Avant');
    await rm(journals, { recursive: true });
    await writeFile(journals, 'un fichier');

    await step(documentId, 'Pendant');
    const noted = expectOk(await app.call('project.read', { documentId })).saveState;
    const saved = expectOk(await app.call('project.save', { documentId }));
    await rm(journals);
    await step(documentId, 'Après');
    const again = expectOk(await app.call('project.read', { documentId })).saveState;

    expect([noted.isSafeHere, noted.failure?.code]).toEqual([false, 'disk-gone']);
    expect([saved.where, again.where, await needAfter(app.folder, path)]).toEqual(['file', 'journal', 'Après']);
  });

  it('A9 A10 keeps the work while a folder stands in its place, and goes on once it is put back', async () => {
    const { app, step, documentId, path } = await library();
    await rename(path, `${path}.ailleurs`);
    await mkdir(path);

    await step(documentId, 'Pendant');
    const during = expectOk(await app.call('project.save', { documentId }));
    await rm(path, { recursive: true });
    await rename(`${path}.ailleurs`, path);
    const after = expectOk(await app.call('project.save', { documentId }));

    expect([during.where, during.failure?.code, during.isSafeHere]).toEqual(['failing', 'file-is-folder', true]);
    expect(wordsOf(during.failure)).toEqual([
      expect.stringContaining('rien n’y a été changé'),
      expect.stringContaining('nothing in it was changed'),
    ]);
    expect([after.where, (await readFile(path, 'utf8')).includes('Pendant')]).toEqual(['file', true]);
  });
});

describe('a journal of a hundred megabytes', () => {
  it('A2 A11 gives back every step of it, in a process that has a few times its size', async () => {
    const document = startedDocument();
    const project = await projectOnDisk(document);
    const sessionId = firstId(document.accompaniment.sessions);
    const journal = join(project.services.journalFolder, JOURNAL_NAME);
    await mkdir(project.services.journalFolder, { recursive: true });
    await writeFile(
      journal,
      lineOf(entryText({ kind: 'saved', revision: 0, digest: digestWrittenIn(await readFile(project.path)) ?? '' }, 'before')),
    );
    let before = document.accompaniment.sessions[sessionId] ?? null;
    for (let revision = 1; revision <= 260; revision += 1) {
      const then = before === null ? null : { ...before, account: `${revision} ${'mot '.repeat(49_000)}` };
      const step: Step = {
        revision,
        kind: 'do',
        of: null,
        isAct: false,
        at: NOW,
        by: 'Sonia Nadir',
        label: { command: 'record.update', table: 'sessions', title: '' },
        changes: [{ table: 'sessions', id: sessionId, before, after: then }],
      };
      await writeFile(journal, lineOf(entryText({ kind: 'step', step }, 'before')), { flag: 'a' });
      before = then;
    }
    const { size } = await stat(journal);

    const child = spawn(
      process.execPath,
      ['--max-old-space-size=512', await savingProgram(), project.path, project.folder, sessionId, '1'],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    let told = '';
    for await (const some of child.stdout) {
      told += String(some);
      if (told.includes('\n1.8\n')) break; // the seventh is followed by a save
    }
    child.kill('SIGKILL');
    await once(child, 'close');
    const { header, document: after } = expectOk(await readProjectFile(realFileSystem, project.path));

    expect([size > 100_000_000, header.revision >= 267, after.accompaniment.sessions[sessionId]?.account.slice(0, 4)]).toEqual([
      true,
      true,
      '260 ',
    ]);
  }, 120_000);
});
