// The only place that opens a sealed value; the architecture test lists who may import it.
import { Sealed } from './sealed.ts';

/** @returns the private value in the clear. */
export function reveal<T>(sealed: Sealed<T>): T {
  return Sealed.openForReveal(sealed);
}
