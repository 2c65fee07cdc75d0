// Instants as the reader's own clock tells them.
import { formatInstant } from '@domain/format/dates.ts';
import type { Instant } from '@domain/units.ts';
import { useLocale } from './window-state.ts';

export const ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** @returns how to tell an instant: its day and its clock, to the minute */
export function useMoment(): (at: Instant) => string {
  const locale = useLocale();
  return (at) => formatInstant(at, ZONE, locale);
}
