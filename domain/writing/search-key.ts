// How texts are found: without regard to case, accents, forms of letters, kinds of dashes and quotes, or signs that nobody sees.
import { heldText } from './clean.ts';
import { unfoldedLetters } from './unfolded.ts';

/** ASCII but for control characters and the hyphen: most of the time there is nothing but case to fold. */
const PLAIN = /^[\t\n\x20-\x2c\x2e-\x7e]*$/;
/** Accents above and below Latin letters, and the like of other scripts; vowel signs of Indian scripts are letters, and stay. */
const MARKS = /[\u0300-\u036f]|(?=\p{Diacritic})\p{Mn}/gu;
/** Soft hyphens, joiners, marks of order, variation selectors. */
const UNSEEN = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** A dash joins what may as well stand apart: "compte-rendu" finds "compte rendu", and the other way round. */
const DASHES = /[\p{Pd}\u2212]/gu;
const APOSTROPHES = /[\u2018\u2019\u201b\u02bc\u2032]/g;
const QUOTES = /[\u201c-\u201f\u2033]/g;

/** @returns what is compared when texts are searched */
export function searchKey(text: string): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  const plain = heldText(text)
    .normalize('NFKD')
    .replace(UNSEEN, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(DASHES, ' ')
    .replace(APOSTROPHES, "'")
    .replace(QUOTES, '"');
  return unfoldedLetters(plain);
}

/** @returns the words that are looked for; none for a search of nothing but spaces and signs that nobody sees */
export function wordsSought(sought: string): readonly string[] {
  return searchKey(sought)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** @returns a test for texts that contain every word of `sought`; the words are folded once. Without any word, every text passes */
export function matcherOf(sought: string): (text: string) => boolean {
  const words = wordsSought(sought);
  return (text) => {
    const key = searchKey(text);
    return words.every((word) => key.includes(word));
  };
}

/** @returns what two names share that people would take for the same: their key, without regard to spaces */
export function sameNameKey(name: string): string {
  return wordsSought(name).join(' ');
}

/** @returns a test for names of which one of the words, with those after it, begins with what is typed */
export function beginsWith(typed: string): (name: string) => boolean {
  const key = sameNameKey(typed);
  return (name) => {
    const words = wordsSought(name);
    return words.some((_, index) => words.slice(index).join(' ').startsWith(key));
  };
}
