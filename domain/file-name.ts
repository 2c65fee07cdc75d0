// File names that fit, however long the name is that they are made from: cut between letters, with their ending and whatever was added.

export type NameParts = { readonly stem: string; readonly ending: string };
/** What a name may take, and in which measure: one that counts each character as one at least. */
export type Room = { readonly most: number; readonly sizeOf: (text: string) => number };

/** What a person sees as one letter or sign, accents and parts of an emoji included. */
const LETTERS = new Intl.Segmenter('und', { granularity: 'grapheme' });
/** So many characters beyond what fits tell where the last letter ends. */
const SEEN_BEYOND = 8;
/** Of documents of any kind: what stands after the last dot of a sentence is none. */
const ANY_ENDING = /\.[A-Za-z0-9]{1,15}$/;

/** Characters as the tables of records count them. */
export function inCharacters(most: number): Room {
  return { most, sizeOf: ({ length }) => length };
}

/** @returns stem and ending of a name, whatever the case of the ending, and with the spaces behind it that nobody sees; no ending where it has another */
export function partsOf(name: string, ending: string): NameParts {
  const end = name.trimEnd().length;
  const start = end - ending.length;
  const isIts = start > 0 && name.slice(start, end).toLowerCase() === ending;
  return isIts ? { stem: name.slice(0, start), ending: name.slice(start) } : { stem: name, ending: '' };
}

/** @returns the same for a document of any kind */
export function partsAtDot(name: string): NameParts {
  return partsOf(name, (ANY_ENDING.exec(name)?.[0] ?? '').toLowerCase());
}

/**
 * @param around puts what belongs to the name around its stem: an ending, a number, a date
 * @returns the whole name; where that is too long, with so much less of its stem as it takes
 */
export function fittingName(stem: string, around: (stem: string) => string, room: Room): string {
  const whole = around(stem);
  if (room.sizeOf(whole) <= room.most) return whole;
  return around(beginningOf(stem, { ...room, most: room.most - room.sizeOf(around('')) }).trimEnd());
}

/** @returns as much of the beginning of a text as fits, never a part of a letter; of one that is itself too long, whole characters */
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
