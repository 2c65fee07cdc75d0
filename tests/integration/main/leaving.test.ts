// A15 A16: exports of everything shareable, exactly; and leaving no traces of a file on a computer.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { inReadingOrder } from '@domain/reading-order.ts';
import { expectOk } from '@domain/result.ts';
import { fileSchema } from '@domain/tables/json-schema.ts';
import { fieldEntries, tablesOfKind, declarationOf, type TableName } from '@domain/tables/tables.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { heldText } from '@domain/writing/clean.ts';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../main/exports/csv.ts';
import { FORMAT_VERSION } from '../../../main/files/envelope.ts';
import { realFileSystem } from '../../../main/files/file-system.ts';
import { readProjectFile } from '../../../main/files/read-project-file.ts';
import { testApplication } from '../../support/application.ts';
import { temporaryFolder } from '../../support/worlds.ts';
import { leaving, TO_ALL } from '../../support/giving.ts';

const EXAMPLE = 'resources/examples/offre-commune.tierce';
const SHAREABLE = tablesOfKind('accompaniment').filter((table) => declarationOf(table).class === 'accompaniment');

async function withExample() {
  const app = await testApplication();
  await mkdir(join(app.documents, 'Tierce'), { recursive: true });
  const path = join(app.documents, 'Tierce', 'mission.tierce');
  await writeFile(path, await readFile(EXAMPLE));
  app.answers.push(path);
  const { documentId } = expectOk(await app.call('project.choose', {}));
  return { app, documentId, path };
}

/** Reads CSV as RFC 4180 defines it, so that the writer does not judge itself. */
function parseCsv(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cells = /(?:"((?:[^"]|"")*)"|([^;\r\n]*))(;|\r\n)/g;
  for (const [, quoted, plain, end] of text.matchAll(cells)) {
    row.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === '\r\n') {
      rows.push(row);
      row = [];
    }
  }
  return rows;
}

describe('exports', () => {
  it('A15 gives every shareable record in JSON, as the published schema has it, and nothing else', async () => {
    const { app, documentId } = await withExample();
    const target = join(await temporaryFolder(), 'mission.json');
    app.answers.push(target);
    expectOk(await app.call('export.save', await leaving(app, { documentId, form: 'json' } as const, TO_ALL)));

    const exported = JSON.parse(await readFile(target, 'utf8')) as { readonly accompaniment: Readonly<Record<string, unknown>> };
    const { document } = expectOk(await readProjectFile(realFileSystem, EXAMPLE));
    const schema = fileSchema(FORMAT_VERSION) as { readonly oneOf: readonly { readonly properties: { readonly accompaniment: object } }[] };
    const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(schema.oneOf[0]?.properties.accompaniment ?? {});

    expect(Object.keys(exported).toSorted()).toEqual(['accompaniment', 'exportedAt', 'format', 'formatVersion']);
    expect(exported.accompaniment).toEqual(document.accompaniment);
    expect(validate(exported.accompaniment)).toBe(true);
  });

  it('A15 gives every shareable table in CSV, one file each, in a new folder, in the order of a reader, every value exactly', async () => {
    const { app, documentId } = await withExample();
    const folder = await temporaryFolder();
    app.answers.push(folder, folder);
    const first = expectOk(await app.call('export.save', await leaving(app, { documentId, form: 'csv' } as const, TO_ALL)));
    const second = expectOk(await app.call('export.save', await leaving(app, { documentId, form: 'csv' } as const, TO_ALL)));

    const { document } = expectOk(await readProjectFile(realFileSystem, EXAMPLE));
    expect([first.name, second.name]).toEqual(['mission – tableaux', 'mission – tableaux (2)']);
    expect((await readdir(join(folder, first.name))).toSorted()).toEqual(
      [...SHAREABLE.map((table) => `${table}.csv`), 'mission – à lire sans Tierce.html'].toSorted(),
    );
    for (const table of SHAREABLE) {
      const [head, ...rows] = parseCsv((await readFile(join(folder, first.name, `${table}.csv`), 'utf8')).slice(1));
      expect(head).toEqual(['id', ...fieldEntries(table).map(([name]) => name)]);
      const inOrder = inReadingOrder(table, { accompaniment: document.accompaniment, locale: 'fr', texts: catalogueOf('fr') });
      const expected = inOrder.map((record) => (head ?? []).map((field) => (record[field] === null ? '' : String(record[field]))));
      expect(rows).toEqual(expected);
    }
  });

  it('A17 lays a page beside each export, under a name that is free, and never replaces one', async () => {
    const { app, documentId } = await withExample();
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'bilan – à lire sans Tierce.html'), 'à un autre');
    app.answers.push(join(folder, 'bilan.json'));
    const exported = expectOk(await app.call('export.save', await leaving(app, { documentId, form: 'json' } as const, TO_ALL)));

    expect(exported).toMatchObject({ name: 'bilan.json', folderName: basename(folder), files: 2 });
    expect((await readdir(folder)).toSorted()).toEqual([
      'bilan – à lire sans Tierce (2).html',
      'bilan – à lire sans Tierce.html',
      'bilan.json',
    ]);
    expect(await readFile(join(folder, 'bilan – à lire sans Tierce.html'), 'utf8')).toBe('à un autre');
    expect(await readFile(join(folder, 'bilan – à lire sans Tierce (2).html'), 'utf8')).toContain('Le fichier JSON de l’export');
  });

  it('A15 brings any text through CSV as it was, but for the apostrophe that keeps a spreadsheet from computing it', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 5 }), (titles) => {
        const rows = titles.map((title, index) => ({ id: `a-${index}`, title, note: '";\n=1+1' }));
        const table: TableName = 'tools';
        const [head, ...lines] = parseCsv(csvOf(table, rows).slice(1));

        expect(lines.map((cells) => cells[(head ?? []).indexOf('title')]?.replace(/^'/, ''))).toEqual(titles.map(heldText));
        expect(lines.every((cells) => cells[(head ?? []).indexOf('note')] === '";\n=1+1')).toBe(true);
      }),
    );
  });

  it('A15 says so when the folder cannot be written, and gives up when the user does', async () => {
    const { app, documentId } = await withExample();
    const notAFolder = join(await temporaryFolder(), 'fichier');
    await writeFile(notAFolder, '');
    app.answers.push(notAFolder, null);

    expect(await app.call('export.save', await leaving(app, { documentId, form: 'csv' } as const, TO_ALL))).toMatchObject({
      ok: false,
      failure: { code: 'disk-gone' },
    });
    expect(await app.call('export.save', await leaving(app, { documentId, form: 'json' } as const, TO_ALL))).toMatchObject({
      failure: { code: 'cancelled' },
    });
  });
});

/** They say nothing about any accompaniment: language, and on which days Tierce ran. */
const OF_THE_APPLICATION: readonly string[] = ['settings.json', 'days.json'];

describe('leaving nothing', () => {
  it('A16 closes the file, which keeps everything, and removes its backups, journals and contents from this computer', async () => {
    const { app, documentId, path } = await withExample();
    const { revision } = expectOk(await app.call('project.read', { documentId }));
    expectOk(
      await app.call('project.run', {
        documentId,
        commandId: 'command-01',
        baseRevision: revision,
        command: { name: 'record.update', args: { table: 'mission', id: 'single', fields: { need: 'Gardé dans le fichier.' } } },
      }),
    );
    expectOk(await app.call('project.save', { documentId }));
    const before = expectOk(await app.call('traces.read', { documentId }));

    expectOk(await app.call('traces.leave', { documentId }));

    const left = (await readdir(app.data, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
    expect(before.backups).toBe(1);
    expect(left.filter((name) => !OF_THE_APPLICATION.includes(name))).toEqual([]);
    expect((await readFile(path, 'utf8')).includes('Gardé dans le fichier.')).toBe(true);
    expect(await app.call('project.read', { documentId })).toMatchObject({ failure: { code: 'document-unknown' } });
  });
});

describe('copies of a synchroniser', () => {
  it('A8 tells two files of one id for the same file, and others not', async () => {
    const { app, path } = await withExample();
    await writeFile(path.replace('mission', 'mission (conflit de Léa)'), await readFile(path));
    await writeFile(path.replace('mission', 'autre'), await readFile('tests/fixtures/format-1.tierce', 'utf8'));

    const { entries } = expectOk(await app.call('library.list', {}));

    const twins = Object.fromEntries(entries.map((entry) => [entry.fileName, entry.state === 'readable' ? entry.twins.length : -1]));
    expect(twins['mission.tierce']).toBeGreaterThanOrEqual(1);
    expect(entries.find(({ fileName }) => fileName === 'mission.tierce')).toMatchObject({
      twins: expect.arrayContaining(['mission (conflit de Léa).tierce']) as unknown,
    });
  });
});
