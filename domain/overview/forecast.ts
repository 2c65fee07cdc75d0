// Whether the days left are enough for what is planned, according to the one ledger.
import type { Ledger } from '../ledger/ledger.ts';
import { less } from '../ledger/quantity.ts';

/**
 * none: no envelope; over: overrun already; missing: what is planned needs more than what is left; enough: it does not.
 * In days of the contracts.
 */
export type Forecast = { readonly state: 'none' | 'enough' } | { readonly state: 'over' | 'missing'; readonly days: number };

/** @returns what would be left or missing if all planned entries were done. Planned time never changes what remains (promises.md F4). */
export function forecastOf({ envelopes, remaining, planned }: Ledger): Forecast {
  if (envelopes.length === 0) return { state: 'none' };
  if (remaining.days < 0) return { state: 'over', days: -remaining.days };
  const missing = less(planned, remaining).days;
  return missing > 0 ? { state: 'missing', days: missing } : { state: 'enough' };
}
