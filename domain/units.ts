// Branded quantities and dates of the trade; the only constructors that turn bare values into them.

declare const unit: unique symbol;
type Branded<Base, Name extends string> = Base & { readonly [unit]: Name };

/** Whole minutes of work, signed. Days exist only at the edges, computed with the day length of a contract. */
export type Minutes = Branded<number, 'Minutes'>;
/** Length of a contract's day, in minutes (420 = 7 h 00). */
export type MinutesPerDay = Branded<number, 'MinutesPerDay'>;
/** A calendar date of the trade, `YYYY-MM-DD`, without time or zone. */
export type CalendarDate = Branded<string, 'CalendarDate'>;
/** A clock time of a meeting, `HH:MM`, local to where it takes place. */
export type ClockTime = Branded<string, 'ClockTime'>;
/** A moment, ISO 8601 in UTC with `Z`. */
export type Instant = Branded<string, 'Instant'>;
/** The id of a record, unique in its file. */
export type RecordId = string;

/** One calendar day, in minutes: no entry, and no day of a contract, is longer. */
export const WHOLE_DAY: Minutes = minutes(1440);
/** One day of 7 h 00, the default of the trade. @source docs/promises.md F1; domain practice, no text fixes it. */
export const DEFAULT_DAY: MinutesPerDay = minutesPerDay(420);

/** @returns `value` as whole minutes; throws if it is not whole, since every edge rounds before it calls. */
export function minutes(value: number): Minutes {
  if (!Number.isSafeInteger(value)) throw new Error(`Not whole minutes: ${value}`);
  return value as Minutes; // the one place that brands minutes
}

/** @returns `value` as the length of a contract's day; throws unless it is between 1 minute and a whole day. */
export function minutesPerDay(value: number): MinutesPerDay {
  if (!Number.isSafeInteger(value) || value < 1 || value > WHOLE_DAY) throw new Error(`Not a day: ${value} minutes`);
  return value as MinutesPerDay; // checked just above
}

/** @returns the sum, in minutes. */
export function sumMinutes(values: readonly Minutes[]): Minutes {
  return minutes(values.reduce((sum, value) => sum + value, 0));
}

/** @returns `text` as a calendar date; throws if no such day exists. */
export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new Error(`Not a calendar date: ${text}`);
  return text;
}

/** @returns whether `text` is an existing day from 1990 to 2100, the years that a mission can be in. */
export function isCalendarDate(text: string): text is CalendarDate {
  return KNOWN_DAYS.has(text) || isNewDay(text);
}

/** Days already checked that exist, some forty thousand at most: a full file asks about the same few hundred again and again. */
const KNOWN_DAYS = new Set<string>();

/** The first and the last day that a mission can have. */
export const FIRST_DAY = calendarDate('1990-01-01');
export const LAST_DAY = calendarDate('2100-12-31');

function isNewDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return false;
  const year = Number(match[1]);
  const month = Number(match[2]);
  const day = Number(match[3]);
  const isDay = year >= 1990 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  if (isDay) KNOWN_DAYS.add(text);
  return isDay;
}

/** @returns `text` as a clock time; throws if it is not one. */
export function clockTime(text: string): ClockTime {
  if (!isClockTime(text)) throw new Error(`Not a clock time: ${text}`);
  return text;
}

/** @returns whether `text` is `HH:MM` from 00:00 to 23:59. */
export function isClockTime(text: string): text is ClockTime {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** @returns `text` as an instant; throws if it is not one. */
export function instant(text: string): Instant {
  if (!isInstant(text)) throw new Error(`Not an instant: ${text}`);
  return text;
}

/** @returns whether `text` is an ISO instant in UTC on an existing day. */
export function isInstant(text: string): text is Instant {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}):[0-5]\d(\.\d{1,3})?Z$/.exec(text);
  return match !== null && isCalendarDate(match[1] ?? '') && isClockTime(match[2] ?? '');
}

/** @returns how many days a month has; 0 if there is no such month, which are numbered from 1. */
export function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
