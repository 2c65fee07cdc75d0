// How an envelope is shared out, as it is typed: days for each phase and kind of work.
import type { Accompaniment } from '@domain/document.ts';
import { groupedBy } from '@domain/grouping.ts';
import { formatDayFigure } from '@domain/format/durations.ts';
import type { EnvelopeLine } from '@domain/ledger/ledger.ts';
import type { Commands } from '@domain/commands/command.ts';
import type { Locale } from '@domain/text/locale.ts';
import { MOST_DAYS, parseDays } from '@domain/time/parse-days.ts';
import { minutes } from '@domain/units.ts';

/** Key of a cell → the text typed in it. A cell is a phase with a kind of work, or with none. */
export type TypedShares = Readonly<Record<string, string>>;
export type Shares = Commands['envelope.allocate']['shares'];

/** @returns the key of a cell. */
export function cellOf(phaseId: string, kindId: string | null): string {
  return `${phaseId}/${kindId ?? ''}`;
}

/** @returns the kind of work of a cell; empty for none. */
export function kindOf(cell: string): string {
  return cell.split('/')[1] ?? '';
}

/** @returns the cells of the existing shares, in days. */
export function typedShares(accompaniment: Accompaniment, { envelope, minutesPerDay }: EnvelopeLine, locale: Locale): TypedShares {
  const sums = new Map<string, number>();
  for (const allocation of Object.values(accompaniment.allocations)) {
    const cell = cellOf(allocation.phaseId, allocation.kindId);
    if (allocation.envelopeId === envelope.id) sums.set(cell, (sums.get(cell) ?? 0) + allocation.minutes);
  }
  return Object.fromEntries([...sums].map(([cell, amount]) => [cell, formatDayFigure(amount / minutesPerDay, locale)]));
}

/**
 * @param before the cells as first shown: an unchanged cell keeps its exact minutes, which rounding to two decimals would change
 * @returns the shares, in minutes; `null` while a cell cannot be read
 */
export function readShares(
  typed: TypedShares,
  before: TypedShares,
  accompaniment: Accompaniment,
  { envelope, minutesPerDay }: EnvelopeLine,
): Shares | null {
  const own = Object.values(accompaniment.allocations).filter((allocation) => allocation.envelopeId === envelope.id);
  const byCell = groupedBy(own, ({ phaseId, kindId }) => cellOf(phaseId, kindId));
  const shares = Object.entries(typed).map(([cell, text]) => {
    const [phaseId = '', kindId = ''] = cell.split('/');
    const kept = byCell.get(cell) ?? [];
    const days = daysTyped(text);
    if (days === null) return null;
    const amount = text === before[cell] ? kept.reduce((sum, allocation) => sum + allocation.minutes, 0) : Math.round(days * minutesPerDay);
    return { phaseId, kindId: kindId === '' ? null : kindId, minutes: minutes(amount) };
  });
  return shares.every((share) => share !== null) ? shares : null;
}

/** @returns the days typed in a cell: 0 if it is empty, `null` if it is no valid number of days */
export function daysTyped(text: string): number | null {
  if (text.trim() === '') return 0;
  const days = parseDays(text);
  return days === null || days > MOST_DAYS ? null : days;
}
