// The figures of the phase table by kind of work: those of a phase in a column, and the totals below.
import { groupedBy } from '@domain/grouping.ts';
import type { Ledger, PhaseLine } from '@domain/ledger/ledger.ts';
import { sumOfQuantities } from '@domain/ledger/quantity.ts';

/** A column for one kind of work; the last column may stand for several. */
export type KindColumn = { readonly id: string; readonly name: string; readonly kindIds: ReadonlySet<string> };

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
