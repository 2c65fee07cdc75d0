// The days of an envelope as they are typed, and what they mean in minutes; unchanged figures keep their exact minutes.
import { formatDayFigure, formatDayLength } from '@domain/format/durations.ts';
import type { FieldsOf, RecordOf } from '@domain/tables/tables.ts';
import type { Locale } from '@domain/text/locale.ts';
import { MOST_DAYS, parseDays } from '@domain/time/parse-days.ts';
import { DEFAULT_DAY, type Minutes, minutes, type MinutesPerDay, minutesPerDay } from '@domain/units.ts';

export type TypedDays = { readonly day: string; readonly granted: string; readonly opening: string };

/** @returns the days of an envelope as text for the form; a new one gets the day length of the profile. */
export function typedDays(envelope: RecordOf<'envelopes'> | null, usualDay: number | undefined, locale: Locale): TypedDays {
  const day = minutesPerDay(envelope?.minutesPerDay ?? usualDay ?? DEFAULT_DAY);
  const daysOf = (amount: number | undefined): string =>
    amount === undefined || amount === 0 ? '' : formatDayFigure(amount / day, locale);
  return { granted: daysOf(envelope?.grantedMinutes), day: formatDayLength(day), opening: daysOf(envelope?.openingMinutes) };
}

type Before = { readonly first: TypedDays; readonly envelope: RecordOf<'envelopes'> | null };
type ReadDays = Pick<FieldsOf<'envelopes'>, 'minutesPerDay' | 'grantedMinutes' | 'openingMinutes'>;

/** @returns what was typed, in minutes; `null` while it cannot be read. Unchanged figures keep their minutes: rounding would alter them. */
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

/** @returns the days typed, 0 if empty; `null` if they are no number from 0 to the most that a mission can have. */
export function daysWithin(typed: string): number | null {
  if (typed.trim() === '') return 0;
  const days = parseDays(typed);
  return days === null || days > MOST_DAYS ? null : days;
}
