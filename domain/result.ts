// Result: what a step that may fail in an expected way returns instead of throwing.
import type { Failure } from './failures.ts';

export type Ok<T> = { readonly ok: true; readonly value: T };
export type Refused<F = Failure> = { readonly ok: false; readonly failure: F };
export type Result<T, F = Failure> = Ok<T> | Refused<F>;

/** @returns a success carrying `value`. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** @returns a refusal with its reason; its text is in the catalogue of each locale. */
export function refuse<F extends Failure>(failure: F): Refused<F> {
  return { ok: false, failure };
}

/** Throws on a refusal: for callers where that would be a bug (scripts, tests, values just made). */
export function expectOk<T>(result: Result<T, unknown>): T {
  if (result.ok) return result.value;
  throw new Error(`Unexpected refusal: ${JSON.stringify(result.failure)}`);
}
