// What comes in: a text without what no file, page or table can hold, its letters composed and its lines ended in one way.

/** What ends a line everywhere: a one-line field of a file holds none of them. */
const ENDS = '\\r\\n\\u2028\\u2029';
/**
 * What ends a line in some programs: Word leaves a vertical tab where Shift and Enter were pressed. It ends one as it comes in; files
 * written before that was so hold it within a line, and open as they are.
 */
const ENDS_COMING_IN = '\\v\\f\\u0085';
const LINE_END = new RegExp(`[${ENDS}]`);
const LINE_ENDS = new RegExp(`\\r\\n|[${ENDS}${ENDS_COMING_IN}]`, 'g');
/**
 * Control characters besides tab and line feed, halves of pairs, and code points that are no characters: XML forbids them, a NUL ends a
 * text early, and the rest is lost or shown differently by each program.
 */
// eslint-disable-next-line no-control-regex -- control characters are what is left out
const UNHELD = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\p{Surrogate}\p{Noncharacter_Code_Point}]/gu;
/** Most texts hold none of either: plain letters, accents, and what lies between. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const SUSPECT = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/;

/** @returns the text without what nothing can hold, its lines ended by line feeds; letters stay as they were composed */
export function heldText(text: string): string {
  return SUSPECT.test(text) ? text.replace(LINE_ENDS, '\n').replace(UNHELD, '') : text;
}

/**
 * What may enter a file: an é of two characters becomes one, since in a PDF a single decomposed letter decomposes all others like it.
 * @returns the text as `heldText` gives it, composed
 */
export function cleanText(text: string): string {
  return heldText(text).normalize('NFC');
}

/** @returns the same on one line */
export function cleanLine(text: string): string {
  return onOneLine(cleanText(text));
}

/** @returns the text on one line, its letters as they were composed, so that a field that is typed into keeps its caret */
export function onOneLine(text: string): string {
  return heldText(text).replace(/ *\n\s*/g, ' ');
}

/** @returns whether a one-line field of a file may hold the text. Whatever was cleaned onto one line is so. */
export function isOneLine(text: string): boolean {
  return !LINE_END.test(text);
}
