// What the sheets of a workbook share: the accompaniment, the dates, the language, and the names by which their formulas find each other.
import type { Accompaniment } from '../document.ts';
import { kindName } from '../text/kind-name.ts';
import type { Locale } from '../text/locale.ts';
import type { CalendarDate } from '../units.ts';
import type { Period } from './days-statement.ts';
import { inOrder } from '../ordering.ts';

export type WorkbookScope = {
  readonly accompaniment: Accompaniment;
  readonly period: Period;
  readonly on: CalendarDate;
  readonly locale: Locale;
};

/** Columns of the time sheet from which the days are computed. */
export const TIME = { kind: 1, phase: 2, envelope: 4, status: 5, minutes: 6, dayLength: 7, days: 8 } as const;

/** Names by id, no two alike: formulas compare them. */
export function phaseLabels(accompaniment: Accompaniment): ReadonlyMap<string, string> {
  return new Map(inOrder(Object.values(accompaniment.phases)).map((phase, index) => [phase.id, `${index + 1}. ${phase.title}`]));
}

/** Names by id, no two alike: formulas compare them. */
export function envelopeLabels(accompaniment: Accompaniment): ReadonlyMap<string, string> {
  return new Map(
    Object.values(accompaniment.envelopes).map(({ id, funder, contract }, index) => [
      id,
      `${index + 1}. ${[funder, contract].filter((part) => part !== '').join(' · ')}`,
    ]),
  );
}

/** Names by id, no two alike even ignoring case: formulas compare them. */
export function kindLabels(accompaniment: Accompaniment, locale: Locale): ReadonlyMap<string, string> {
  const seen = new Map<string, number>();
  return new Map(
    inOrder(Object.values(accompaniment.kinds)).map((kind) => {
      const name = kindName(kind, locale);
      const count = (seen.get(name.toLowerCase()) ?? 0) + 1;
      seen.set(name.toLowerCase(), count);
      return [kind.id, count === 1 ? name : `${name} (${count})`];
    }),
  );
}
