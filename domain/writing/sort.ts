// The order of names, the same on screens, in documents and in tables: É with E, 2 before 10, and ids last, so that it never changes.
import { by, type Comparison } from '../ordering.ts';

/**
 * One order, whatever the language of the window or of a document: an English copy of a list stands line by line beside the French one.
 * Figures count as numbers: "Atelier 2" stands before "Atelier 10".
 */
const { compare } = new Intl.Collator('fr', { usage: 'sort', numeric: true });
const plainly = by<string>((text) => text);

/** Compares texts; 0 for equal ones alone, so that it is a total order. */
export const compareTexts: Comparison<string> = (a, b) => compare(a, b) || plainly(a, b);

/** @returns a comparison of records by a text of theirs, then by id */
export function byText<T extends { readonly id: string }>(textOf: (record: T) => string): Comparison<T> {
  const ids = by<T>(({ id }) => id);
  return (a, b) => compare(textOf(a), textOf(b)) || ids(a, b);
}

/** Compares records by name, then by id. */
export const compareNames = byText<{ readonly id: string; readonly name: string }>(({ name }) => name);
