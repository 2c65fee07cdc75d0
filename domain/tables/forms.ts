// The written forms that schemas and the fast check of records share.

/** Ids are made by main: random, without meaning, safe as a key of an object. */
export const ID_FORM = /^(?!constructor$)[a-z0-9][a-z0-9-]{2,63}$/;
/** A fractional index. */
export const ORDER_FORM = /^[A-Za-z][0-9A-Za-z]{0,255}$/;
/** Base64 of a sealed box, after the letter of its form: s for sealed, i for inbox. */
export const BOX_FORM = /^[sij]\.[A-Za-z0-9+/]{16,400000}={0,2}$/;

/** A number given once: within the file "12", within a year "2026-07"; empty until it is given. */
export const GIVEN_FORMS = { file: /^([1-9]\d{0,5})?$/, year: /^(\d{4}-\d{2,6})?$/ } as const;
/** Highest numbers by series: "decisions-2026:7 sessions:12". */
export const SERIES_FORM = /^([a-z]+(-\d{4})?:\d{1,6}( [a-z]+(-\d{4})?:\d{1,6})*)?$/;

/** In characters: a series for each of a hundred years. */
export const LONGEST_SERIES = 2_500;

/** Largest picture that a record holds, in bytes and in characters of its Base64: drawn small, a logo stays below this. */
export const LARGEST_PICTURE_BYTES = 90_000;
export const LONGEST_PICTURE = (LARGEST_PICTURE_BYTES / 3) * 4;
/** Base64 of a PNG, from its signature to the end of its first chunk's name; empty for no picture. */
export const PICTURE_FORM = /^(iVBORw0KGgoAAAANSUhEUg[A-Za-z0-9+/]+={0,2})?$/;

/** A SHA-256 in hexadecimal. */
export const FINGERPRINT_FORM = /^[0-9a-f]{64}$/;

/** @returns whether a text survives every program that reads it: a lone surrogate is lost in UTF-8, a NUL ends the text early elsewhere. */
export function isWellFormed(text: string): boolean {
  return !SUSPECT.test(text) || (!/\p{Surrogate}/u.test(text) && !text.includes('\0'));
}

/** Halves of pairs included: most texts have none, and need no closer look. */
// eslint-disable-next-line no-control-regex -- NUL is what is looked for
const SUSPECT = /[\0\ud800-\udfff]/;
