// The rows of the time entries: months, the latest first, each with its totals and then its entries.
import type { Accompaniment } from '@domain/document.ts';
import { groupedBy } from '@domain/grouping.ts';
import { timeTotals, type TimeTotals } from '@domain/ledger/time-totals.ts';
import { compareEntries, lastFirst } from '@domain/ordering.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import { monthOf } from '@domain/time/calendar.ts';
import type { CalendarDate } from '@domain/units.ts';

type Entry = RecordOf<'timeEntries'>;
export type EntryRow =
  | { readonly kind: 'month'; readonly first: CalendarDate; readonly totals: TimeTotals }
  | { readonly kind: 'entry'; readonly entry: Entry };

/** @param on the day for which the totals are told */
export function entryRows(tables: Pick<Accompaniment, 'timeEntries' | 'envelopes' | 'kinds'>, on: CalendarDate): readonly EntryRow[] {
  const sorted = Object.values(tables.timeEntries).toSorted(lastFirst(compareEntries(tables.kinds)));
  return [...groupedBy(sorted, (entry) => monthOf(entry.date)).values()].flatMap((own): readonly EntryRow[] => {
    const [first] = own;
    if (first === undefined) return [];
    return [
      { kind: 'month', first: first.date, totals: timeTotals(tables, own, on) },
      ...own.map((entry) => ({ kind: 'entry' as const, entry })),
    ];
  });
}
