// Calendar dates, clock times and instants as a reader of the locale writes them.
import type { Locale } from '../text/locale.ts';
import { daysBetween } from '../time/calendar.ts';
import { type CalendarDate, calendarDate, type ClockTime, type Instant } from '../units.ts';
import { languageTag, UNIT_SPACE } from './numbers.ts';

/** `full` jeudi 2 avril 2026 · `long` 2 avril 2026 · `near` jeu. 2 avril · `short` 2 avr. · `plain` 2 avril · `listed` jeu. 2 avr. 2026 · `day` jeu. 2 · `month` avril 2026. */
export type DateStyle = 'full' | 'long' | 'near' | 'short' | 'plain' | 'listed' | 'day' | 'month';

const STYLES = {
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  near: { weekday: 'short', day: 'numeric', month: 'long' },
  short: { day: 'numeric', month: 'short' },
  plain: { day: 'numeric', month: 'long' },
  listed: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  day: { weekday: 'short', day: 'numeric' },
  month: { month: 'long', year: 'numeric' },
} as const satisfies Record<DateStyle, Intl.DateTimeFormatOptions>;

/** Each is made at its first use and kept: making a formatter costs far more than using it, and few of them are used. */
const FORMATTERS: Readonly<Record<Locale, Partial<Record<DateStyle, Intl.DateTimeFormat>>>> = { fr: {}, en: {} };

function formatterOf(locale: Locale, style: DateStyle): Intl.DateTimeFormat {
  return (FORMATTERS[locale][style] ??= new Intl.DateTimeFormat(languageTag(locale), { ...STYLES[style], timeZone: 'UTC' }));
}

/** @returns a calendar date in words; the first of a month is `1er` in French. */
export function formatDate(date: CalendarDate, style: DateStyle, locale: Locale): string {
  const words = formatterOf(locale, style).format(epochMilliseconds(date));
  if (locale === 'en') return words.replace(',', ''); // engines differ: “Thursday, 2 April” or “Thursday 2 April”
  return style === 'month' ? words : withOrdinal(words);
}

function withOrdinal(words: string): string {
  return words.replace(/(^|\s)1(?=\s|$)/u, '$11er');
}

/** @returns a calendar date in figures, as it stands in a field: day, month, year (`01/06/2026`), the same in both languages. */
export function formatDateFigures(date: CalendarDate): string {
  return date.split('-').toReversed().join('/');
}

/** @returns a period in short (`5 févr. – 12 mars`). */
export function formatPeriod(from: CalendarDate, to: CalendarDate, locale: Locale): string {
  return `${formatDate(from, 'short', locale)} – ${formatDate(to, 'short', locale)}`;
}

/**
 * @returns the two ends of a period for `from … to …`: what the last day says anyway, its month or its year, is left out of the first
 * (`10`, `30 septembre`)
 */
export function formatEnds(
  [from, to]: readonly [CalendarDate, CalendarDate],
  style: 'plain' | 'long',
  locale: Locale,
): readonly [string, string] {
  const last = formatDate(to, style, locale);
  if (from.slice(0, 7) === to.slice(0, 7)) {
    const day = String(Number(from.slice(8)));
    return [locale === 'fr' ? withOrdinal(day) : day, last];
  }
  return [formatDate(from, from.slice(0, 4) === to.slice(0, 4) ? 'plain' : style, locale), last];
}

/** @returns a time of day for the screen (`9:00`), without a leading zero. */
export function formatClock(time: ClockTime): string {
  return time.replace(/^0(?=\d)/u, '');
}

/** @returns a time of day for running text and documents (`9 h 00` in French, `9:00` in English). */
export function formatClockInText(time: ClockTime, locale: Locale): string {
  return locale === 'fr' ? formatClock(time).replace(':', `${UNIT_SPACE}h${UNIT_SPACE}`) : formatClock(time);
}

/** @param timeZone the reader's own if undefined @returns the clock time of an instant in a time zone, to the second (`14:32:07`). */
export function formatInstantClock(instant: Instant, timeZone: string | undefined, locale: Locale): string {
  return new Intl.DateTimeFormat(languageTag(locale), {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(epochMilliseconds(datePart(instant)) + clockMilliseconds(instant));
}

/** @returns the day of an instant in a time zone, in words; the first of a month is `1er` in French. */
export function formatInstantDay(instant: Instant, timeZone: string | undefined, locale: Locale): string {
  const words = new Intl.DateTimeFormat(languageTag(locale), { timeZone, day: 'numeric', month: 'long', year: 'numeric' }).format(
    epochMilliseconds(datePart(instant)) + clockMilliseconds(instant),
  );
  return locale === 'fr' ? withOrdinal(words) : words;
}

/** @returns day and clock time of an instant in a time zone, to the minute (`14 avril 2026, 14 h 32`). */
export function formatInstant(instant: Instant, timeZone: string | undefined, locale: Locale): string {
  const clock = formatInstantClock(instant, timeZone, locale).slice(0, 5) as ClockTime; // hours and minutes of a real instant
  return `${formatInstantDay(instant, timeZone, locale)}, ${formatClockInText(clock, locale)}`;
}

function datePart(instant: Instant): CalendarDate {
  return calendarDate(instant.slice(0, 10));
}

function clockMilliseconds(instant: Instant): number {
  const [hours = 0, minutes = 0, seconds = 0] = instant.slice(11, 19).split(':').map(Number);
  return ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

const FIRST_DAY = calendarDate('1990-01-01');
const FIRST_DAY_MS = 631_152_000_000;
const DAY_MS = 86_400_000;

/** Milliseconds from 1970-01-01 to midnight UTC of a date, as `Intl` wants them. */
function epochMilliseconds(date: CalendarDate): number {
  return FIRST_DAY_MS + daysBetween(FIRST_DAY, date) * DAY_MS;
}
