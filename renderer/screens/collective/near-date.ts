// A date as short as it can be said.
import { formatDate } from '@domain/format/dates.ts';
import type { Locale } from '@domain/text/locale.ts';
import type { CalendarDate } from '@domain/units.ts';

/** @returns the day and its month; the year is said only when it is not that of today. */
export function nearDate(day: CalendarDate, today: CalendarDate, locale: Locale): string {
  return formatDate(day, day.slice(0, 4) === today.slice(0, 4) ? 'plain' : 'long', locale);
}
