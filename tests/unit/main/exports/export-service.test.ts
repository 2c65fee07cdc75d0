// A15 A17: where an export is proposed, its name and content, and what it reports when the disk refuses.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Document } from '@domain/document.ts';
import { expectOk } from '@domain/result.ts';
import { calendarDate, instant } from '@domain/units.ts';
import { describe, expect, it } from 'vitest';
import { ExportService } from '../../../../main/exports/export-service.ts';
import { SHAREABLE } from '../../../../main/exports/shareable.ts';
import { type FileSystem, realFileSystem } from '../../../../main/files/file-system.ts';
import type { OpenProjects } from '../../../../main/project/open-projects.ts';
import type { Shell } from '../../../../main/shell.ts';
import { countedIds } from '../../../support/context.ts';
import { startedDocument } from '../../../support/documents.ts';
import { temporaryFolder } from '../../../support/worlds.ts';
import { TO_ALL } from '../../../support/giving.ts';

type World = { readonly answer: string | null; readonly files?: FileSystem; readonly locale?: 'fr' | 'en'; readonly document?: Document };

async function exported(form: 'json' | 'csv', { answer, files = realFileSystem, locale = 'fr', document = startedDocument() }: World) {
  const asked: unknown[] = [];
  const ask = (options: unknown): Promise<string | null> => {
    asked.push(options);
    return Promise.resolve(answer);
  };
  const shell = {
    dialogs: { chooseFile: ask, chooseFolder: ask, saveFile: ask },
    newId: countedIds(),
    clock: { now: () => instant('2026-03-10T08:00:00.000Z') },
  } as unknown as Shell;
  const session = { path: '/missions/Offre.tierce', fileName: 'Offre.tierce', document, readOnly: { why: 'locked' } }; // what leaves is then not listed
  const projects = {
    session: (id: string) => (id === 'document-1' ? session : null),
    standing: () => ({ changes: [] }),
  } as unknown as OpenProjects;
  const service = new ExportService({ shell, files, projects, locale: () => locale, today: () => calendarDate('2026-03-10') });
  const { 'export.save': save } = service.handlers();
  const message = { documentId: 'document-1', commandId: 'export-0001', baseRevision: 1, form, giving: TO_ALL };
  return { asked, reply: await save(message) };
}

/** A disk that refuses one kind of call on names that contain a word. */
function refusing(call: 'open' | 'mkdir', word: string, error: Error = Object.assign(new Error('full'), { code: 'ENOSPC' })): FileSystem {
  const real = realFileSystem[call] as (...all: unknown[]) => unknown;
  return {
    ...realFileSystem,
    [call]: (path: string, ...more: unknown[]) => (path.includes(word) ? Promise.reject(error) : real(path, ...more)),
  };
}

describe('an export', () => {
  it('A15 A17 in JSON is proposed beside the file, under its name, and says what it holds and when it was made', async () => {
    const folder = await temporaryFolder();
    const { asked, reply } = await exported('json', { answer: join(folder, 'bilan.json') });

    expect(asked).toEqual([{ title: 'Exporter', folder: '/missions', name: 'Offre.json', filter: { name: 'JSON', extension: 'json' } }]);
    expect(expectOk(reply)).toMatchObject({ name: 'bilan.json', folderName: folder.split('/').at(-1), files: 2 });
    expect((await readdir(folder)).toSorted()).toEqual(['bilan – à lire sans Tierce.html', 'bilan.json']);
    const text = await readFile(join(folder, 'bilan.json'), 'utf8');
    expect(text).toMatch(
      /^\{\n {2}"format": "tierce-export",\n {2}"formatVersion": \d+,\n {2}"exportedAt": "2026-03-10T08:00:00\.000Z",\n {2}"accompaniment": \{/,
    );
    expect(text.endsWith('}\n')).toBe(true);
    expect(await readFile(join(folder, 'bilan – à lire sans Tierce.html'), 'utf8')).toContain('10 mars 2026');
  });

  it('A15 A17 in CSV makes a folder of its own inside the one that was chosen, in the language of the window', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'Offre – tables'));
    const { asked, reply } = await exported('csv', { answer: folder, locale: 'en' });
    const { name, files, folderName } = expectOk(reply);

    expect(asked).toEqual([{ title: 'Export', folder: '/missions' }]);
    expect([name, folderName]).toEqual(['Offre – tables (2)', folder.split('/').at(-1)]);
    const written = await readdir(join(folder, name));
    expect(written.toSorted()).toEqual([...SHAREABLE.map((table) => `${table}.csv`), 'Offre – read without Tierce.html'].toSorted());
    expect(files).toBe(written.length);
    expect(await readFile(join(folder, name, 'Offre – read without Tierce.html'), 'utf8')).toContain('Each CSV file of the export');
  });

  it.each(['json', 'csv'] as const)('A15 writes nothing when the user gives up (%s)', async (form) => {
    expect((await exported(form, { answer: null })).reply).toEqual({ ok: false, failure: { code: 'cancelled' } });
  });

  it('A15 A17 says what the disk refuses: the data, the page, the folder, a table', async () => {
    const folder = await temporaryFolder();
    const json = async (word: string) =>
      (await exported('json', { answer: join(folder, 'bilan.json'), files: refusing('open', word) })).reply;
    expect(await json('.json')).toMatchObject({ ok: false, failure: { code: 'disk-full', name: 'bilan.json' } });
    expect(await readdir(folder)).toEqual([]);
    expect(await json('lire')).toMatchObject({ ok: false, failure: { code: 'disk-full' } });

    const csv = async (call: 'open' | 'mkdir', word: string, error?: Error) =>
      (await exported('csv', { answer: folder, files: refusing(call, word, error) })).reply;
    expect(await csv('mkdir', 'tableaux')).toMatchObject({ ok: false, failure: { code: 'disk-full', name: 'Offre – tableaux' } });
    expect(await csv('open', 'phases.csv')).toMatchObject({ ok: false, failure: { code: 'disk-full', name: 'phases.csv' } });
    expect(await csv('open', 'lire')).toMatchObject({ ok: false, failure: { code: 'disk-full' } });
    await expect(csv('mkdir', 'tableaux', new TypeError('bug'))).rejects.toThrow(TypeError);
  });

  it('A17 never replaces a page that is there', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'bilan – à lire sans Tierce.html'), 'à un autre');
    await exported('json', { answer: join(folder, 'bilan.json') });
    expect(await readFile(join(folder, 'bilan – à lire sans Tierce.html'), 'utf8')).toBe('à un autre');
  });
});
