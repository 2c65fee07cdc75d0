// The text of a document, line by line: what a later copy is compared with. Heads, feet and the numbers of pages do not count.
import { cellInWords } from '@domain/report/cell-words.ts';
import type { Workbook } from '@domain/report/sheets.ts';
import type { Locale } from '@domain/text/locale.ts';

/** Between the cells of a row. */
const BETWEEN = ' · ';

/** @returns the lines of a page's content: each paragraph one, each row of a table one */
export function textLines(content: unknown): readonly string[] {
  return linesIn(content).filter((line) => line.trim() !== '');
}

/** @returns the rows of every sheet, each after the name of its sheet */
export function sheetLines({ sheets }: Workbook, locale: Locale): readonly string[] {
  return sheets.flatMap(({ name, columns, rows, total }) =>
    [...rows, ...(total === null ? [] : [total])].map((row) =>
      [name, ...row.map((cell, index) => cellInWords(cell, columns[index]?.format ?? 'text', locale))].join(BETWEEN),
    ),
  );
}

/** The parts of pdfmake's contents that hold text; pictures and lines hold none. */
type Part = Partial<Readonly<Record<'text' | 'stack' | 'columns' | 'ul' | 'ol', unknown>>> & {
  readonly table?: { readonly body?: readonly (readonly unknown[])[] };
};

function linesIn(content: unknown): readonly string[] {
  if (Array.isArray(content)) return content.flatMap(linesIn);
  if (typeof content === 'string') return content.split('\n');
  if (typeof content !== 'object' || content === null) return [];
  const { text, stack, columns, ul, ol, table }: Part = content;
  if (text !== undefined) return inlineText(text).split('\n');
  if (columns !== undefined) return [linesIn(columns).join(BETWEEN)];
  if (table?.body !== undefined)
    return table.body.map((row) =>
      row
        .flatMap(linesIn)
        .filter((cell) => cell !== '')
        .join(BETWEEN),
    );
  return [stack, ul, ol].flatMap(linesIn);
}

/** A paragraph may be made of pieces that look different. */
function inlineText(text: unknown): string {
  if (Array.isArray(text)) return text.map(inlineText).join('');
  if (typeof text === 'object' && text !== null && 'text' in text) return inlineText(text.text);
  return typeof text === 'string' || typeof text === 'number' ? String(text) : '';
}
