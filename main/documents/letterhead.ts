// The head of the first page: on the left the logo of the firm with its name and contact details, on the right the logos of those who fund.
import type { Letterhead } from '@domain/report/letterhead.ts';
import type { Column, Content } from 'pdfmake/interfaces.js';
import { isSoundPicture } from '../logos/png.ts';
import { QUIET, TEXT_WIDTH } from './paper.ts';

/** Of a logo, and between two of them, in points. `COMPACT`: on a page that has to hold a whole document. */
const TALL = 40;
export const COMPACT = 28;
const WIDE = 110;
const GAP = 12;
/** Of the logos on one side together: each of six is still as wide as a thumb. */
const SIDE = TEXT_WIDTH * 0.4;
/** It begins above the text of other pages, close below the line. */
const RAISED = 14;
/** Of the name and one line of contact details. */
const WORDS = 24;

/** @returns the head without pictures that cannot be drawn. To be asked once for a document: each picture is unpacked for it */
export function soundHead(head: Letterhead | null): Letterhead | null {
  if (head === null) return null;
  return { ...head, firmLogos: head.firmLogos.filter(isSoundPicture), funderLogos: head.funderLogos.filter(isSoundPicture) };
}

/** @param tall of the logos, which must be sound. @returns nothing where a document has no head */
export function letterhead(head: Letterhead | null, tall = TALL): Content[] {
  if (head === null) return [];
  const { firmLogos: firms, funderLogos: funders } = head;
  const words: Content[] = [
    ...(head.firm === '' ? [] : [{ text: head.firm, bold: true, fontSize: 9 }]),
    ...(head.contact === '' ? [] : [{ text: head.contact, fontSize: 8.5, color: QUIET }]),
  ];
  const top = firms.length + funders.length === 0 ? 0 : (tall - WORDS) / 2; // at the middle of the logos
  const beside: Column = { stack: words, width: '*', margin: [0, top, 0, 0] };
  return [{ columns: [...logos(firms, tall), beside, ...logos(funders, tall)], columnGap: GAP, margin: [0, -RAISED, 0, tall / 4] }];
}

function logos(pictures: readonly string[], tall: number): Column[] {
  const wide = Math.min(WIDE, (SIDE - GAP * (pictures.length - 1)) / pictures.length);
  return pictures.map((picture): Column => ({ stack: [{ image: `data:image/png;base64,${picture}`, fit: [wide, tall] }], width: 'auto' }));
}
