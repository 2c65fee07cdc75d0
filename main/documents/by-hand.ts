// Room on the paper for what is written by hand.
import type { Column, Content, ContentCanvas } from 'pdfmake/interfaces.js';
import { QUIET, RULE } from './paper.ts';

/** Above the line on which somebody writes, in points. */
const ROOM = 12;

/** Once in a document: where it would begin a page, the last rows of the table that it is below come with it (`lone-headings.ts`). */
export const ENDING = 'ending';

/**
 * @param blanks words, each with the length of the line that follows it, in points
 * @param id `ENDING` for a line right below a table
 * @returns one line of them
 */
export function byHand(blanks: readonly (readonly [words: string, length: number])[], id?: typeof ENDING): Content {
  return {
    columns: blanks.flatMap(([words, length], index): Column[] => [
      { text: words, width: 'auto', color: QUIET, ...(index === 0 && id !== undefined ? { id } : {}) },
      { ...lineByHand(length, ROOM), width: length },
    ]),
    columnGap: 8,
    margin: [0, ROOM, 0, 0],
  };
}

/** @param length of the line @param room above it, both in points */
export function lineByHand(length: number, room: number): ContentCanvas {
  return { canvas: [{ type: 'line', x1: 0, y1: room, x2: length, y2: room, lineWidth: 0.5, lineColor: RULE }] };
}
