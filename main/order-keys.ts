// Places among siblings: the one file that knows the fractional-indexing library.
import { generateKeyBetween } from 'fractional-indexing';

/**
 * @returns a key that sorts between the two; `null` is the end of the list on that side. If the keys are in the wrong order
 * (two copies gave out the same place), the new one goes after the first.
 */
export function orderBetween(before: string | null, after: string | null): string {
  return generateKeyBetween(before, before !== null && after !== null && before >= after ? null : after);
}
