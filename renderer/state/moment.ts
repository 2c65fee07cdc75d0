// Instants as the reader's own clock shows them.
import { formatInstant } from '@domain/format/dates.ts';
import type { Instant } from '@domain/units.ts';
import { useLocale } from './window-state.ts';

/** Of this computer; `undefined` where what it says is none: the system's own reckoning then holds without a name. */
export const ZONE = knownZone(Intl.DateTimeFormat().resolvedOptions().timeZone);

function knownZone(said: string | undefined): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: said }).resolvedOptions().timeZone;
  } catch {
    return undefined; // a zone that no system knows, such as Etc/Unknown
  }
}

/** @returns how to tell an instant: its day and its clock, to the minute */
export function useMoment(): (at: Instant) => string {
  const locale = useLocale();
  return (at) => formatInstant(at, ZONE, locale);
}
