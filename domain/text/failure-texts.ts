// The shape of the texts for expected failures: one for each code, so that a missing one does not compile.
import type { Failure, FailureCode } from '../failures.ts';

/** What happened, what is safe, what to do; a code without a text is a compile error. */
export type FailureTexts = { readonly [C in FailureCode]: (failure: Extract<Failure, { readonly code: C }>) => string };

/** @returns the text of a failure in the given catalogue of failures. */
export function failureText(texts: FailureTexts, failure: Failure): string {
  const text = texts[failure.code] as (failure: Failure) => string; // the code selects the text written for it
  return text(failure);
}
