// The figures of the phase table by kind of work: those of a phase in a column, and the totals below.
import { formatDayFigure } from '@domain/format/durations.ts';
import { groupedBy } from '@domain/grouping.ts';
import type { Ledger, PhaseLine } from '@domain/ledger/ledger.ts';
import { sumOfQuantities } from '@domain/ledger/quantity.ts';
import type { Locale } from '@domain/text/locale.ts';

/** A column for one kind of work; the last column may stand for several. */
export type KindColumn = { readonly id: string; readonly name: string; readonly kindIds: ReadonlySet<string> };

/** Widths in pixels: what is around the table, a figure's character, what is around it in a cell, and the least of the columns. */
const CARD = 32;
const CHARACTER = 8.5;
const AROUND = 16;
const LEAST = { name: 120, kind: 82, other: 54 };
/** More kinds of work than this are no longer taken in, however wide the table is. */
const MOST_KINDS = 8;

/** @param width of the card around the table, in pixels
 * @returns how many kinds of work have room for a column between the names and the three other columns; 0 for fewer than two */
export function kindsFitting({ granted, counted, remaining }: Ledger, width: number, locale: Locale): number {
  const [share, done, left] = [granted, counted, remaining].map(({ days }) => AROUND + CHARACTER * formatDayFigure(days, locale).length);
  const others = [share, done, left].reduce<number>((sum, one) => sum + Math.max(LEAST.other, one ?? 0), 0);
  const kinds = Math.floor((width - CARD - LEAST.name - others) / Math.max(LEAST.kind, done ?? 0));
  return kinds < 2 ? 0 : Math.min(MOST_KINDS, kinds);
}

/** @returns the days of a phase in a column. Goes through the kinds of the phase, which are few. */
export function daysIn({ byKind }: PhaseLine, { kindIds }: KindColumn): number {
  return sumOfQuantities([...byKind].flatMap(([id, amount]) => (kindIds.has(id) ? [amount] : []))).days;
}

/** @returns the days per column. Goes through each phase once, and only through the kinds that it has. */
export function daysByColumn(ledger: Ledger, columns: readonly KindColumn[]): ReadonlyMap<string, number> {
  const columnOf = new Map(columns.flatMap(({ id, kindIds }) => [...kindIds].map((kindId) => [kindId, id] as const)));
  const byColumn = groupedBy(
    ledger.phases.flatMap(({ byKind }) => [...byKind]),
    ([kindId]) => columnOf.get(kindId),
  );
  return new Map(columns.map(({ id }) => [id, sumOfQuantities((byColumn.get(id) ?? []).map(([, amount]) => amount)).days]));
}
