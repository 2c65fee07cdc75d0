// How much room words and figures take in a column, by estimate: a table whose columns are too narrow would push its last one off the page.
import type { TableCell } from 'pdfmake/interfaces.js';

/** Widths of Inter in parts of its size: of most letters, of capitals and other wide signs, of digits, of commas and spaces. */
const LETTER = 0.6;
const WIDE = 0.95;
const DIGIT = 0.67;
const NARROW = 0.31;
const WIDE_SIGNS = /[^a-ln-vx-zà-öø-ÿ’'.,\-–]/;
/** The type of a paper, where a cell has none of its own. In points. */
const SIZE = 10;

/** The longest run of letters that fits; a text that says none breaks as every text does. */
export type Breaking = { readonly longestRun: number };

/** @param width in points @returns the cell, of which words break that are wider than its column */
export function withinColumn(cell: TableCell, width: number): TableCell {
  if (typeof cell !== 'object' || cell === null || !('text' in cell) || typeof cell.text !== 'string') return cell;
  const size = 'fontSize' in cell && typeof cell.fontSize === 'number' ? cell.fontSize : SIZE;
  if (longestWord(cell.text, size) <= width) return cell;
  const letter = size * (WIDE_SIGNS.test(cell.text.replaceAll(/^\p{Lu}|\s\p{Lu}|\s/gu, '')) ? WIDE : LETTER);
  return Object.assign({}, cell, { longestRun: Math.max(1, Math.floor(width / letter)) } satisfies Breaking);
}

/** @param size of the type, in points @returns the width of the widest word, in points: rather too much than too little */
export function longestWord(text: string, size = SIZE): number {
  return Math.max(...text.split(/[\s-]/).map((word) => wordWidth(word, size)));
}

/** @returns the width of a text on one line, in points: rather too much than too little */
export function textWidth(text: string, size: number): number {
  const words = text.split(/\s/);
  return words.reduce((sum, word) => sum + wordWidth(word, size), (words.length - 1) * NARROW * size);
}

function wordWidth(word: string, size: number): number {
  return size * [...word].reduce((sum, sign) => sum + (WIDE_SIGNS.test(sign) ? WIDE : LETTER), 0);
}

/** @returns the width of a figure in bold type, in points */
export function figureWidth(figure: string): number {
  return SIZE * [...figure].reduce((sum, sign) => sum + (/[\d−]/.test(sign) ? DIGIT : NARROW), 0);
}
