// The envelope as it is typed, and what it says: minutes that nobody changed stay to the minute.
import { formatDayFigure, formatDayLength } from '@domain/format/durations.ts';
import type { FieldsOf, RecordOf } from '@domain/tables/tables.ts';
import type { Locale } from '@domain/text/locale.ts';
import { MOST_DAYS, parseDays } from '@domain/time/parse-days.ts';
import { DEFAULT_DAY, type Minutes, minutes, type MinutesPerDay, minutesPerDay } from '@domain/units.ts';

export type TypedEnvelope = {
  readonly day: string;
  readonly funder: string;
  readonly contract: string;
  readonly granted: string;
  readonly opening: string;
  readonly overrun: FieldsOf<'envelopes'>['overrun'];
};

/** @returns the envelope as it is typed; the profile's day for a new one. */
export function typedEnvelope(envelope: RecordOf<'envelopes'> | null, usualDay: number | undefined, locale: Locale): TypedEnvelope {
  const day = minutesPerDay(envelope?.minutesPerDay ?? usualDay ?? DEFAULT_DAY);
  const daysOf = (amount: number | undefined): string =>
    amount === undefined || amount === 0 ? '' : formatDayFigure(amount / day, locale);
  return {
    funder: envelope?.funder ?? '',
    contract: envelope?.contract ?? '',
    granted: daysOf(envelope?.grantedMinutes),
    day: formatDayLength(day),
    opening: daysOf(envelope?.openingMinutes),
    overrun: envelope?.overrun ?? 'warn',
  };
}

type Before = { readonly first: TypedEnvelope; readonly envelope: RecordOf<'envelopes'> | null };

/** @returns what the form says, or `null` while its days cannot be read. Figures left as they were keep their minutes: two decimals would move them. */
export function readEnvelope(form: TypedEnvelope, day: MinutesPerDay, { first, envelope }: Before): Partial<FieldsOf<'envelopes'>> | null {
  const granted = daysWithin(form.granted);
  const opening = daysWithin(form.opening);
  if (granted === null || opening === null) return null;
  const { funder, contract, overrun } = form;
  const isSameDay = form.day === first.day;
  const read = (field: 'granted' | 'opening', days: number): Minutes => {
    if (envelope !== null && isSameDay && form[field] === first[field]) return minutes(envelope[`${field}Minutes`]);
    return minutes(Math.round(days * day));
  };
  return {
    funder: funder.trim(),
    contract: contract.trim(),
    overrun,
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
