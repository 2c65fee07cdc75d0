// File names that fit, however long the name they are made from: cut between letters, keeping their ending and whatever was added.

import { lowerAscii } from './writing/ascii.ts';

export type NameParts = { readonly stem: string; readonly ending: string };
/** How long a name may be, and how its size is measured: `sizeOf` counts at least one for each character. */
export type Room = { readonly most: number; readonly sizeOf: (text: string) => number };

/** What a person sees as one letter or sign, accents and parts of an emoji included. */
const LETTERS = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** It takes this many characters beyond the limit to see where the last letter ends. */
const SEEN_BEYOND = 8;
/** For documents of any kind; the text after the last dot of a sentence does not match. */
const ANY_ENDING = /\.[A-Za-z0-9]{1,15}$/;

/** The size in characters, as the tables of records count them. */
export function inCharacters(most: number): Room {
  return { most, sizeOf: ({ length }) => length };
}

/**
 * @returns stem and ending of a name, in whatever case the ending is; trailing spaces, which nobody sees, stay with the ending. The
 * ending is empty if the name has another
 */
export function partsOf(name: string, ending: string): NameParts {
  const end = name.trimEnd().length;
  const start = end - ending.length;
  const isIts = start > 0 && lowerAscii(name.slice(start, end)) === ending;
  return isIts ? { stem: name.slice(0, start), ending: name.slice(start) } : { stem: name, ending: '' };
}

/** @returns the same for whatever ending the name has */
export function partsAtDot(name: string): NameParts {
  return partsOf(name, lowerAscii(ANY_ENDING.exec(name)?.[0] ?? ''));
}

/**
 * @param around adds to the stem what belongs to the name: an ending, a number, a date
 * @returns the whole name; if it is too long, with the stem shortened as far as needed
 */
export function fittingName(stem: string, around: (stem: string) => string, room: Room): string {
  const whole = around(stem);
  if (room.sizeOf(whole) <= room.most) return whole;
  return around(beginningOf(stem, { ...room, most: room.most - room.sizeOf(around('')) }).trimEnd());
}

/**
 * @returns as much of the beginning of a text as fits, never part of a letter; of a first letter that is too long, whole characters
 */
export function beginningOf(text: string, room: Room): string {
  if (room.sizeOf(text) <= room.most) return text;
  const start = text.slice(0, room.most + SEEN_BEYOND);
  const letters = firstOf(
    Array.from(LETTERS.segment(start), ({ segment }) => segment),
    room,
  );
  return letters === '' ? firstOf([...start], room) : letters;
}

function firstOf(pieces: readonly string[], { most, sizeOf }: Room): string {
  let kept = '';
  let left = most;
  for (const piece of pieces) {
    left -= sizeOf(piece);
    if (left < 0) break;
    kept += piece;
  }
  return kept;
}
