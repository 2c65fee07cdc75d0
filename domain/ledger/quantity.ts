// Minutes and the days that they make: days of several contracts are added after each was converted with its own factor.
import type { Rows } from '../document.ts';
import { DEFAULT_DAY, type Minutes, minutes, type MinutesPerDay, sumMinutes } from '../units.ts';

/** Minutes, and the days that they make in their contracts. Days are exact, rounded only where they are shown. */
export type Quantity = { readonly minutes: Minutes; readonly days: number };
/** Minutes of one contract, or of none. */
export type Part = { readonly envelopeId: string | null; readonly minutes: Minutes };

export const NOTHING: Quantity = { minutes: minutes(0), days: 0 };

/** Sums of days are sums of fractions: a smaller difference is rounding. */
const ROUNDING = 1e-9;

/** @returns minutes, and the days that they make with a contract's day of that length */
export function quantity(amount: Minutes, day: MinutesPerDay): Quantity {
  return { minutes: amount, days: amount / day };
}

/** @returns the sum of minutes of several contracts, each converted to days with its own factor */
export function addUp({ envelopes }: { readonly envelopes: Rows<'envelopes'> }, parts: readonly Part[]): Quantity {
  const byEnvelope = new Map<string, number>();
  for (const part of parts) byEnvelope.set(part.envelopeId ?? '', (byEnvelope.get(part.envelopeId ?? '') ?? 0) + part.minutes);
  const amounts = [...byEnvelope];
  return {
    minutes: minutes(amounts.reduce((sum, [, amount]) => sum + amount, 0)),
    days: amounts.reduce((sum, [id, amount]) => sum + amount / (envelopes[id]?.minutesPerDay ?? DEFAULT_DAY), 0),
  };
}

/** @returns the first quantity less the second */
export function less(a: Quantity, b: Quantity): Quantity {
  return { minutes: minutes(a.minutes - b.minutes), days: a.days - b.days };
}

/** @returns the sum of quantities of which each is converted already */
export function sumOfQuantities(quantities: readonly Quantity[]): Quantity {
  return { minutes: sumMinutes(quantities.map((one) => one.minutes)), days: sumOfDays(quantities.map((one) => one.days)) };
}

/** @returns the sum of days of which each is converted already */
export function sumOfDays(days: readonly number[]): number {
  return days.reduce((sum, one) => sum + one, 0);
}

/** @returns 0 for no days, 1 for some, −1 for less than none: minutes of different contracts cannot be compared */
export function signOf(days: number): -1 | 0 | 1 {
  if (Math.abs(days) < ROUNDING) return 0;
  return days < 0 ? -1 : 1;
}
