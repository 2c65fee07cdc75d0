// The shape of the texts for expected failures: one for each code, so that a missing one does not compile.
import { type Failure, type FailureCode, OWN_PLACES, type OwnPlace } from '../failures.ts';

/** What happened, what is safe, what to do; a code without a text is a compile error. */
export type FailureTexts = TextsByCode & {
  /** What Tierce keeps for itself, where a failure names it. */
  readonly places: Readonly<Record<OwnPlace, string>>;
};
type TextsByCode = { readonly [C in FailureCode]: (failure: Extract<Failure, { readonly code: C }>) => string };

/** @returns the text of a failure in the given catalogue of failures. */
export function failureText(texts: FailureTexts, failure: Failure): string {
  const text = texts[failure.code] as (failure: Failure) => string; // the code selects the text written for it
  return text('name' in failure ? { ...failure, name: called(texts, failure.name) } : failure);
}

function called({ places }: FailureTexts, name: string): string {
  const own = (Object.keys(OWN_PLACES) as OwnPlace[]).find((place) => OWN_PLACES[place] === name); // its keys are the places
  return own === undefined ? name : places[own];
}
