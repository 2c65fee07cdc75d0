// Instants as shown by the reader's own clock.
import { formatInstant } from '@domain/format/dates.ts';
import type { Instant } from '@domain/units.ts';
import { useLocale } from './window-state.ts';

/** The time zone of this computer; `undefined` if it names one that does not exist: the system's own time is then used without a name. */
export const ZONE = knownZone(Intl.DateTimeFormat().resolvedOptions().timeZone);

function knownZone(said: string | undefined): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: said }).resolvedOptions().timeZone;
  } catch {
    return undefined; // a zone that no system knows, such as Etc/Unknown
  }
}

/** @returns a function that writes an instant as its day and its time, to the minute */
export function useMoment(): (at: Instant) => string {
  const locale = useLocale();
  return (at) => formatInstant(at, ZONE, locale);
}
