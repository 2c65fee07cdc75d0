// Minutes and the days that they make: days of several contracts are added after each was converted with its own factor.
import type { Rows } from '../document.ts';
import { DEFAULT_DAY, type Minutes, minutes, type MinutesPerDay, minutesPerDay } from '../units.ts';
import { exactDays } from './exact-days.ts';

/** Minutes by the length of the contract's day that they are counted in. */
type ByDay = ReadonlyMap<MinutesPerDay, number>;
/**
 * Minutes, and the days that they make in their contracts. Sums are made of whole minutes by length of day, never of days: however many
 * contracts there are, `days` is shown as its exact fraction would be.
 */
export type Quantity = { readonly minutes: Minutes; readonly days: number; readonly byDay: ByDay };
/** Minutes of one contract, or of none. */
export type Part = { readonly envelopeId: string | null; readonly minutes: Minutes };

export const NOTHING: Quantity = quantityOf([]);

/** @returns minutes, and the days that they make with a contract's day of that length */
export function quantity(amount: Minutes, day: MinutesPerDay): Quantity {
  return quantityOf([[day, amount]]);
}

/** @returns the sum of minutes of several contracts, each converted to days with its own factor */
export function addUp({ envelopes }: { readonly envelopes: Rows<'envelopes'> }, parts: readonly Part[]): Quantity {
  return quantityOf(
    parts.map((part) => {
      const day = envelopes[part.envelopeId ?? '']?.minutesPerDay;
      return [day === undefined ? DEFAULT_DAY : minutesPerDay(day), part.minutes];
    }),
  );
}

/** @returns the first quantity less the second */
export function less(a: Quantity, b: Quantity): Quantity {
  return quantityOf([...a.byDay, ...[...b.byDay].map(([day, amount]) => [day, -amount] as const)]);
}

/** @returns the sum of quantities */
export function sumOfQuantities(quantities: readonly Quantity[]): Quantity {
  return quantityOf(quantities.flatMap((one) => [...one.byDay]));
}

function quantityOf(parts: readonly (readonly [MinutesPerDay, number])[]): Quantity {
  const byDay = new Map<MinutesPerDay, number>();
  for (const [day, amount] of parts) byDay.set(day, (byDay.get(day) ?? 0) + amount);
  let sum = 0;
  for (const amount of byDay.values()) sum += amount;
  return { minutes: minutes(sum), days: exactDays(byDay), byDay };
}
