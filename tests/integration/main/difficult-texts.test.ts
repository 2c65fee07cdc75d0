// D-1 H1 H2 A15 A17 I3: difficult texts in every field of every table, through every document, export and search: nothing breaks, and
// nothing is printed as a box in silence.
import { rowsIn } from '@domain/document.ts';
import { inReadingOrder } from '@domain/reading-order.ts';
import { DOCUMENT_KINDS, type DocumentRequest } from '@domain/report/document-request.ts';
import { ALL_TIME } from '@domain/report/days-statement.ts';
import { workbook } from '@domain/report/workbook.ts';
import { expectOk } from '@domain/result.ts';
import { indexTable, searchIn, searchTables, textFieldsOf } from '@domain/search/search-index.ts';
import { excerptOf } from '@domain/search/excerpt.ts';
import { declarationOf } from '@domain/tables/tables.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { LOCALES } from '@domain/text/locale.ts';
import { calendarDate, instant } from '@domain/units.ts';
import { heldText } from '@domain/writing/clean.ts';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { renderDocument } from '../../../main/documents/document-service.ts';
import { csvOf } from '../../../main/exports/csv.ts';
import { jsonOf } from '../../../main/exports/export-service.ts';
import { readingPageOf } from '../../../main/exports/reading-page.ts';
import { SHAREABLE } from '../../../main/exports/shareable.ts';
import { parseProject } from '../../../main/files/parse-project.ts';
import { fullTables, idAt } from '../../e2e/full-tables.ts';
import { hereRenderer } from '../../support/application.ts';
import { withDifficultTexts } from '../../support/difficult-texts.ts';
import { textOfDocument } from '../../support/text-of-documents.ts';

const TODAY = calendarDate('2026-06-15');
const { document } = expectOk(await parseProject(fullTables(30), { name: 'x' }));
const accompaniment = withDifficultTexts(document.accompaniment);
/** What no page, table or XML may hold. */
// eslint-disable-next-line no-control-regex -- control characters are what must not be there
const UNHELD = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/u;

const requests: readonly DocumentRequest[] = DOCUMENT_KINDS.map((kind) =>
  kind === 'session' || kind === 'decisions' ? { kind, sessionId: idAt('sessions', 0) } : { kind, ...ALL_TIME },
);
const orders = requests.flatMap((request) => LOCALES.map((locale) => ({ kind: request.kind, request, locale })));

describe('difficult texts', () => {
  it.each(orders)('H1 H8 make the document $kind in $locale, and what its fonts lack is told', async ({ request, locale }) => {
    const rendered = expectOk(await renderDocument(hereRenderer, { accompaniment, request, locale, today: TODAY }));
    const text = await textOfDocument(rendered.fileName, rendered.bytes);

    expect(rendered.pages).toBeGreaterThan(0);
    if (request.kind === 'workbook') return;
    expect(text).not.toMatch(/[\u00ad\ufb00-\ufb06\ue000-\uf8ff]/);
    expect(text).not.toContain('\ufffd'.repeat(2));
    if (request.kind === 'session') {
      expect(rendered.missing).toContain('王');
      expect(text).toContain('[U+738B');
    }
  });

  it.each(LOCALES)('H2 make a workbook in %s that opens again, every text as it was typed', async (locale) => {
    const request = { kind: 'workbook', ...ALL_TIME } as const;
    const rendered = expectOk(await renderDocument(hereRenderer, { accompaniment, request, locale, today: TODAY }));
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(rendered.bytes) as never);
    const { sheets } = workbook({ accompaniment, period: ALL_TIME, on: TODAY, locale });

    expect(await textOfDocument(rendered.fileName, rendered.bytes)).not.toMatch(UNHELD);
    expect(book.worksheets).toHaveLength(sheets.length);
    for (const [index, { rows, columns }] of sheets.entries()) {
      const page = book.worksheets[index];
      const read = rows.map((row, line) =>
        row.map((cell, column) => (typeof cell === 'string' ? page?.getCell(line + 2, column + 1).text : '')),
      );
      const typed = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? heldText(cell).slice(0, 32_767) : '')));
      expect(read.map((row) => row.map((text) => (text ?? '').trim()))).toEqual(typed.map((row) => row.map((text) => text.trim())));
      expect(columns.map((_, column) => page?.getCell(1, column + 1).text)).toEqual(columns.map(({ head }) => heldText(head)));
    }
  });

  it.each(LOCALES)('A15 A17 leave in every export in %s', (locale) => {
    const words = { accompaniment, locale, texts: catalogueOf(locale) };
    for (const table of SHAREABLE) {
      const csv = csvOf(table, inReadingOrder(table, words));
      expect(csv.slice(1)).not.toMatch(UNHELD);
      expect(csv).not.toMatch(/(^|;|\r\n)"?[=+@]/);
    }
    for (const form of ['json', 'csv'] as const) {
      const page = readingPageOf({ accompaniment, locale, on: TODAY, form });
      expect(page).not.toMatch(UNHELD);
      expect(page).not.toMatch(/<(script|img|svg|iframe)/i);
    }
    expect(JSON.parse(jsonOf(accompaniment, instant('2026-06-15T08:00:00.000Z')))).toMatchObject({ accompaniment });
  });

  it('I3 are found by themselves, with an excerpt', () => {
    for (const table of searchTables()) {
      const rows = rowsIn(accompaniment, table);
      const indexed = indexTable(table, rows as never, () => '');
      for (const { id, title } of indexed) {
        const sought = [...title.trim()].slice(0, 40).join('');
        if (sought !== '' && textFieldsOf(table).includes(declarationOf(table).title))
          expect(searchIn(indexed, sought).map((hit) => hit.id)).toContain(id);
        const row = rows[id];
        if (row !== undefined) expect(excerptOf(table, row, 'oui').length).toBeLessThan(200);
      }
    }
  });
});
