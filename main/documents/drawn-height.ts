// Whether parts of a document surely fit on one page: pdfmake prints nothing of a part that is kept in one piece and is taller than its page.
import type { Content, Margins, TableCell } from 'pdfmake/interfaces.js';
import { longestWord, textWidth } from './column-words.ts';

/** Between the margins of a page, less what an estimate may miss, in points. */
const SURE_HEIGHT = 620;
/** Between two columns. */
const GAP = 12;
/** A line loses at most so much where a word does not fit on it any more, as a share of its length: a longer word is broken. */
const MOST_LOST = 0.5;
const SIZE = 10;
const LINE = 1.35;
/** Above and below a row of a table. */
const PADDING = 10;
/** Room for what is drawn and not written: a line to sign on. */
const DRAWING = 60;

/** @param width of the column in which they stand, in points */
export function surelyFit(parts: readonly Content[], width: number): boolean {
  return parts.reduce<number>((sum, part) => sum + heightOf(part, width), 0) <= SURE_HEIGHT;
}

function heightOf(part: Content | TableCell, width: number): number {
  if (typeof part === 'string') return textHeight(part, width, SIZE);
  if (Array.isArray(part)) return sumOf(part, width);
  if (typeof part !== 'object' || part === null) return 0;
  const margin = 'margin' in part ? marginHeight(part.margin) : 0;
  if ('text' in part) return margin + textHeight(lettersOf(part.text), width, 'fontSize' in part ? (part.fontSize ?? SIZE) : SIZE);
  if ('stack' in part && Array.isArray(part.stack)) return margin + sumOf(part.stack, width);
  if ('columns' in part && part.columns !== undefined) return margin + rowHeight(part.columns, widthsOf(part.columns.map(ownWidth), width));
  if ('table' in part && part.table !== undefined) {
    const { body, widths } = part.table;
    const columns = widthsOf(Array.isArray(widths) ? widths : (body[0] ?? []).map(() => '*'), width);
    return margin + body.reduce((sum, row) => sum + rowHeight(row, columns) + PADDING, 0);
  }
  return margin + DRAWING;
}

function sumOf(parts: readonly Content[], width: number): number {
  return parts.reduce<number>((sum, part) => sum + heightOf(part, width), 0);
}

function rowHeight(cells: readonly (Content | TableCell)[], widths: readonly number[]): number {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return Math.max(0, ...cells.map((cell, column) => heightOf(cell, spans(cell) ? whole : (widths[column] ?? whole))));
}

function spans(cell: Content | TableCell): boolean {
  return typeof cell === 'object' && cell !== null && 'colSpan' in cell && (cell.colSpan ?? 1) > 1;
}

function ownWidth(column: Content): unknown {
  return typeof column === 'object' && 'width' in column ? column.width : '*';
}

/** Those without a width of their own share what is left. */
function widthsOf(widths: readonly unknown[], whole: number): readonly number[] {
  const fixed = widths.reduce<number>((sum, width) => sum + (typeof width === 'number' ? width : 0), 0);
  const rest = (whole - fixed - GAP * (widths.length - 1)) / Math.max(1, widths.filter((width) => typeof width !== 'number').length);
  return widths.map((width) => (typeof width === 'number' ? width : rest));
}

function lettersOf(text: unknown): string {
  if (typeof text === 'string') return text;
  if (Array.isArray(text)) return text.map(lettersOf).join('');
  return typeof text === 'object' && text !== null && 'text' in text ? lettersOf(text.text) : '';
}

function textHeight(text: string, width: number, size: number): number {
  const onLine = width - Math.min(longestWord(text, size), width * MOST_LOST);
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line, size) / onLine)), 0);
  return lines * size * LINE;
}

function marginHeight(margin: Margins | undefined): number {
  if (typeof margin === 'number') return 2 * margin;
  if (margin === undefined) return 0;
  return margin.length === 4 ? margin[1] + margin[3] : 2 * margin[1];
}
