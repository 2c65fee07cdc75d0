// Some of many moments, spread over all of them: `npm test` tries these, the torture run tries every one.

/** Every code, at every disk call. */
export const ARE_ALL_TRIED = process.env['TIERCE_POINTS'] === 'all';
/** An act ends with the calls that make it durable: its last calls are always tried. */
const LAST = 5;

/** @returns all of them with `TIERCE_POINTS=all`; otherwise about `most`, evenly spaced, and the last few */
export function spread<T>(all: readonly T[], most: number): readonly T[] {
  const step = ARE_ALL_TRIED ? 1 : Math.ceil(all.length / most);
  return all.filter((_one, index) => index % step === 0 || index >= all.length - LAST);
}
