// Places among siblings: the one file that knows the fractional-indexing library.
import { generateKeyBetween } from 'fractional-indexing';

/**
 * @returns a key that sorts between the two; `null` stands for the end of the list on that side. Keys that stand the wrong way round
 * (two copies gave the same place) are brought behind the first.
 */
export function orderBetween(before: string | null, after: string | null): string {
  return generateKeyBetween(before, before !== null && after !== null && before >= after ? null : after);
}
