// Totals of any entries of time: of a month, a session, a phase. Funded and unfunded time are never added together.
import type { Rows } from '../document.ts';
import { groupedBy } from '../grouping.ts';
import type { RecordOf } from '../tables/tables.ts';
import { type CalendarDate, type Minutes, sumMinutes } from '../units.ts';
import { addUp, type Quantity } from './quantity.ts';
import { type Standing, standingOf } from './standing.ts';

type Entry = RecordOf<'timeEntries'>;

/** See `Standing`. What consumes nothing is in minutes, since no contract's day applies. */
export type TimeTotals = {
  readonly counted: Quantity;
  readonly later: Quantity;
  readonly planned: Quantity;
  readonly unfunded: Minutes;
  readonly unfundedLater: Minutes;
  readonly unfundedPlanned: Minutes;
};

type Terms = { readonly envelopes: Rows<'envelopes'>; readonly kinds: Rows<'kinds'> };

/** @param on the day for which the state is computed */
export function timeTotals(terms: Terms, entries: readonly Entry[], on: CalendarDate): TimeTotals {
  const groups = groupedBy(entries, (entry) => standingOf(terms, entry, on));
  const funded = (standing: Standing): Quantity => addUp(terms, groups.get(standing) ?? []);
  const unfunded = (standing: Standing): Minutes => sumMinutes((groups.get(standing) ?? []).map((entry) => entry.minutes));
  return {
    counted: funded('counted'),
    later: funded('later'),
    planned: funded('planned'),
    unfunded: unfunded('unfunded'),
    unfundedLater: unfunded('unfunded-later'),
    unfundedPlanned: unfunded('unfunded-planned'),
  };
}
