// Some of many moments, spread over all of them: `npm test` tries these, and the torture every one.

/** Every code, at every call of the disk. */
export const ARE_ALL_TRIED = process.env['TIERCE_POINTS'] === 'all';
/** An act ends with what makes it last: its last calls are always tried. */
const LAST = 5;

/** @returns all of them with `TIERCE_POINTS=all`; else about `most`, at even distances, and the last few */
export function spread<T>(all: readonly T[], most: number): readonly T[] {
  const step = ARE_ALL_TRIED ? 1 : Math.ceil(all.length / most);
  return all.filter((_one, index) => index % step === 0 || index >= all.length - LAST);
}
