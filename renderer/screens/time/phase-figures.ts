// The figures of the phase table by kind of work: those of a phase in a column, and the totals below.
import type { Ledger, PhaseLine } from '@domain/ledger/ledger.ts';

/** A column for one kind of work; the last column may stand for several. */
export type KindColumn = { readonly id: string; readonly name: string; readonly kindIds: ReadonlySet<string> };

/** @returns the days of a phase in a column. Goes through the kinds of the phase, which are few. */
export function daysIn({ byKind }: PhaseLine, { kindIds }: KindColumn): number {
  return [...byKind].reduce((sum, [id, { days }]) => (kindIds.has(id) ? sum + days : sum), 0);
}

/** @returns the days per column. Goes through each phase once, and only through the kinds that it has. */
export function daysByColumn(ledger: Ledger, columns: readonly KindColumn[]): ReadonlyMap<string, number> {
  const columnOf = new Map(columns.flatMap(({ id, kindIds }) => [...kindIds].map((kindId) => [kindId, id] as const)));
  const totals = new Map<string, number>();
  for (const [kindId, { days }] of ledger.phases.flatMap(({ byKind }) => [...byKind])) {
    const column = columnOf.get(kindId);
    if (column !== undefined) totals.set(column, (totals.get(column) ?? 0) + days);
  }
  return totals;
}
