// A date, written as short as possible.
import { formatDate } from '@domain/format/dates.ts';
import type { Locale } from '@domain/text/locale.ts';
import type { CalendarDate } from '@domain/units.ts';

/** @returns day and month, with the year only if it is not the present one */
export function nearDate(day: CalendarDate, today: CalendarDate, locale: Locale): string {
  return formatDate(day, day.slice(0, 4) === today.slice(0, 4) ? 'plain' : 'long', locale);
}
