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
import type { ContextPageSize } from 'pdfmake/interfaces.js';
import { definitionOf } from '../../../main/documents/render-pdf.ts';
import { drawingOf } from '../../../main/documents/drawing.ts';
import { coverages, type Family, FALLBACKS } from '../../../main/documents/fonts.ts';
import { Glyphs } from '../../../main/documents/glyphs.ts';
import { fullTables, idAt } from '../../e2e/full-tables.ts';
import { hereRenderer } from '../../support/application.ts';
import { difficultText, ROUNDS } from '../../support/difficult-texts.ts';
import { textOfDocument } from '../../support/text-of-documents.ts';
import { forReaders } from '@domain/levels/for-readers.ts';

const TODAY = calendarDate('2026-06-15');
/** Each running text of the first records holds the whole list; with as many records as rounds, so do the short texts together. */
const some = await difficult(6, 0);
const whole = await difficult(ROUNDS, 0);
const has = coverages('resources/fonts');
/** What no page, table or XML may hold. */
// eslint-disable-next-line no-control-regex -- control characters are what must not be there
const UNHELD = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/u;

const requests: readonly DocumentRequest[] = DOCUMENT_KINDS.map((kind) =>
  kind === 'session' || kind === 'decisions' ? { kind, sessionId: idAt('sessions', 0) } : { kind, ...ALL_TIME },
);
const orders = requests.flatMap((request) => LOCALES.map((locale) => ({ kind: request.kind, request, locale })));

describe('difficult texts', () => {
  it.each(orders)('H1 H8 make the document $kind in $locale, and what its fonts lack is told', async ({ request, locale }) => {
    const rendered = expectOk(await renderDocument(hereRenderer, { accompaniment: some, request, locale, today: TODAY }));
    // Before the pages stand the title and the author, which no font draws.
    const [, ...pages] = (await textOfDocument(rendered.fileName, rendered.bytes)).split('\n');

    expect(rendered.pages).toBeGreaterThan(0);
    if (request.kind === 'workbook') return;
    expect(signsWithoutFont(pages.join('\n'))).toEqual([]);
    expect(pages.join('\n')).not.toMatch(/[\u00ad\ufb00-\ufb06\ue000-\uf8ff]/);
    expect(pages.join('\n')).not.toContain('\ufffd'.repeat(2));
    if (request.kind === 'session') {
      expect(rendered.missing).toContain('王');
      expect(pages.join('')).toContain('[U+738B');
    }
  });

  it('H8 all of them, in each field in turn, stand on a page in fonts that have them, or by their numbers', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const accompaniment = await difficult(2, round);
      for (const request of requests) {
        const { render } = expectOk(
          drawingOf(forReaders(accompaniment, 'accompanist'), request, { locale: 'fr', today: TODAY, readers: 'accompanist' }),
        );
        if (render.draw === 'workbook') continue;
        const glyphs = new Glyphs(has);
        const { content, header, footer } = glyphs.fitted(definitionOf(render, () => undefined));
        const parts = [content, ...[header, footer].map((part) => (typeof part === 'function' ? part(1, 1, PAGE) : part))];
        expect(signsInOtherFonts(parts, 'Inter'), `${request.kind} of round ${round}`).toEqual([]);
      }
    }
  }, 120_000);

  it.each(LOCALES)('H2 make a workbook in %s that opens again, every text as it was typed', async (locale) => {
    const request = { kind: 'workbook', ...ALL_TIME } as const;
    const rendered = expectOk(
      await renderDocument(hereRenderer, { accompaniment: whole, request, locale, today: TODAY, readers: 'accompanist' }),
    );
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(Buffer.from(rendered.bytes) as never);
    const { sheets } = workbook({ accompaniment: whole, period: ALL_TIME, on: TODAY, locale });

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
    const words = { accompaniment: whole, locale, texts: catalogueOf(locale) };
    for (const table of SHAREABLE) {
      const csv = csvOf(table, inReadingOrder(table, words));
      expect(csv.slice(1)).not.toMatch(UNHELD);
      expect(csv).not.toMatch(/(^|;|\r\n)"?[=+@]/);
    }
    for (const form of ['json', 'csv'] as const) {
      const page = readingPageOf({ accompaniment: forReaders(whole, 'accompanist'), locale, on: TODAY, form });
      expect(page).not.toMatch(UNHELD);
      expect(page).not.toMatch(/<(script|img|svg|iframe)/i);
    }
    expect(JSON.parse(jsonOf(forReaders(whole, 'accompanist'), instant('2026-06-15T08:00:00.000Z')))).toMatchObject({
      accompaniment: whole,
    });
  });

  it('I3 are found by themselves, with an excerpt', () => {
    for (const table of searchTables()) {
      const rows = rowsIn(some, table);
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

const PAGE: ContextPageSize = { width: 595, height: 842, orientation: 'portrait' };

async function difficult(count: number, round: number) {
  const { document } = expectOk(await parseProject(fullTables(count, difficultText(round)), { name: 'x' }));
  return document.accompaniment;
}

/** Signs that would be boxes in every font. */
function signsWithoutFont(text: string): readonly string[] {
  const families: readonly Family[] = ['Serif', ...FALLBACKS];
  return [...new Set(text)].filter((sign) => sign !== '\n' && !families.some((family) => has(family)(sign.codePointAt(0) ?? 0)));
}

/** @returns the signs of a part of a document that the font of their own run does not have */
function signsInOtherFonts(part: unknown, family: Family): readonly string[] {
  if (typeof part === 'string') return [...part].filter((sign) => sign !== '\n' && !has(family)(sign.codePointAt(0) ?? 0));
  if (Array.isArray(part)) return part.flatMap((one) => signsInOtherFonts(one, family));
  if (typeof part !== 'object' || part === null) return [];
  const own = 'font' in part ? (part.font as Family) : family; // the documents name families alone
  return Object.entries(part).flatMap(([key, value]) => (key === 'text' || typeof value === 'object' ? signsInOtherFonts(value, own) : []));
}
