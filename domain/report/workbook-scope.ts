// What the sheets of a workbook share: the accompaniment, the dates, the language, and the names by which their formulas find each other.
import type { Accompaniment } from '../document.ts';
import { kindName } from '../text/kind-name.ts';
import type { Level } from '../levels/level.ts';
import type { Locale } from '../text/locale.ts';
import type { CalendarDate } from '../units.ts';
import type { Period } from './days-statement.ts';
import { envelopesInOrder } from '../ledger/envelopes-in-order.ts';
import { sessionNumbers } from '../numbering.ts';
import { inOrder } from '../ordering.ts';
import { catalogueOf } from '../text/catalogue.ts';
import { distinctLabels } from '../writing/label-key.ts';

export type WorkbookScope = {
  readonly accompaniment: Accompaniment;
  readonly period: Period;
  readonly on: CalendarDate;
  readonly locale: Locale;
  /** Who may read it; without them, whoever was agreed on. */
  readonly readers?: Level;
};

/** Columns of the time sheet from which the days are computed. */
export const TIME = { kind: 1, phase: 2, envelope: 4, counted: 6, dayLength: 10, days: 11 } as const;

/** Names by id, no two alike: formulas compare them. */
export function phaseLabels(accompaniment: Accompaniment): ReadonlyMap<string, string> {
  return distinctLabels(
    inOrder(Object.values(accompaniment.phases)).map(({ id, title }, index) => ({ id, name: `${index + 1}. ${title}` })),
  );
}

/** Names by id, no two alike: formulas compare them. */
export function envelopeLabels(accompaniment: Accompaniment): ReadonlyMap<string, string> {
  return distinctLabels(
    envelopesInOrder(accompaniment.envelopes).map(({ id, funder, contract }, index) => ({
      id,
      name: `${index + 1}. ${[funder, contract].filter((part) => part !== '').join(' · ')}`,
    })),
  );
}

/** Names by id, no two alike, and none the head of another column of the days: formulas compare them. */
export function kindLabels(accompaniment: Accompaniment, locale: Locale): ReadonlyMap<string, string> {
  const { phase, share, otherKinds, done, remaining } = catalogueOf(locale).workbook;
  const kinds = inOrder(Object.values(accompaniment.kinds)).map((kind) => ({ id: kind.id, name: kindName(kind, locale) }));
  return distinctLabels(kinds, [phase, share, otherKinds, done, remaining]);
}

/** Numbers of sessions by id; a dash for one that was cancelled. */
export function sessionLabels(accompaniment: Accompaniment): ReadonlyMap<string, string> {
  const numbers = sessionNumbers(accompaniment);
  return new Map(Object.keys(accompaniment.sessions).map((id) => [id, numbers.has(id) ? `S${numbers.get(id)}` : '–']));
}
