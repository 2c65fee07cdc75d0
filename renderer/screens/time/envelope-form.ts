// The days of an envelope as they are typed, and what they say: minutes that nobody changed stay to the minute.
import { formatDayFigure, formatDayLength } from '@domain/format/durations.ts';
import type { FieldsOf, RecordOf } from '@domain/tables/tables.ts';
import type { Locale } from '@domain/text/locale.ts';
import { MOST_DAYS, parseDays } from '@domain/time/parse-days.ts';
import { DEFAULT_DAY, type Minutes, minutes, type MinutesPerDay, minutesPerDay } from '@domain/units.ts';

export type TypedDays = { readonly day: string; readonly granted: string; readonly opening: string };

/** @returns the days of an envelope as they are typed; the profile's day for a new one. */
export function typedDays(envelope: RecordOf<'envelopes'> | null, usualDay: number | undefined, locale: Locale): TypedDays {
  const day = minutesPerDay(envelope?.minutesPerDay ?? usualDay ?? DEFAULT_DAY);
  const daysOf = (amount: number | undefined): string =>
    amount === undefined || amount === 0 ? '' : formatDayFigure(amount / day, locale);
  return { granted: daysOf(envelope?.grantedMinutes), day: formatDayLength(day), opening: daysOf(envelope?.openingMinutes) };
}

type Before = { readonly first: TypedDays; readonly envelope: RecordOf<'envelopes'> | null };
type ReadDays = Pick<FieldsOf<'envelopes'>, 'minutesPerDay' | 'grantedMinutes' | 'openingMinutes'>;

/** @returns what was typed in minutes, or `null` while it cannot be read. Figures left as they were keep their minutes: two decimals would move them. */
export function readDays(typed: TypedDays, day: MinutesPerDay, { first, envelope }: Before): ReadDays | null {
  const granted = daysWithin(typed.granted);
  const opening = daysWithin(typed.opening);
  if (granted === null || opening === null) return null;
  const isSameDay = typed.day === first.day;
  const read = (field: 'granted' | 'opening', days: number): Minutes => {
    if (envelope !== null && isSameDay && typed[field] === first[field]) return minutes(envelope[`${field}Minutes`]);
    return minutes(Math.round(days * day));
  };
  return {
    minutesPerDay: envelope !== null && isSameDay ? envelope.minutesPerDay : day,
    grantedMinutes: read('granted', granted),
    openingMinutes: read('opening', opening),
  };
}

/** @returns days between 0 and what a mission can hold; nothing typed is none. */
export function daysWithin(typed: string): number | null {
  if (typed.trim() === '') return 0;
  const days = parseDays(typed);
  return days === null || days > MOST_DAYS ? null : days;
}
