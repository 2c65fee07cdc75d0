// Arithmetic on calendar dates and clock times, without time zones.
import {
  type CalendarDate,
  calendarDate,
  type ClockTime,
  clockTime,
  FIRST_DAY,
  LAST_DAY,
  type Instant,
  type Minutes,
  minutes,
} from '../units.ts';

const DAY_MS = 86_400_000;

/** @returns the date `days` later (earlier if negative); the first or last supported day if it would be beyond it. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dayAt(utc(date) + days * DAY_MS);
}

/** @returns the same day some months later; the last of that month if it has no such day; at most the last supported day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return dayAt(Date.UTC(year, month - 1 + months, Math.min(day, last)));
}

/** @returns the number of calendar days from `from` to `to`, negative if `to` comes first. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((utc(to) - utc(from)) / DAY_MS);
}

/** @returns the number of months from the month of `from` to that of `to`, whatever their days. */
export function monthsBetween(from: CalendarDate, to: CalendarDate): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
}

/** @returns the day of the week, from 1, Monday, to 7. */
export function weekdayOf(date: CalendarDate): number {
  return (daysBetween(FIRST_DAY, date) % 7) + 1; // the first day is a Monday
}

/** @returns the first day of the month, as `YYYY-MM`. */
export function monthOf(date: CalendarDate): string {
  return date.slice(0, 7);
}

/** @returns the length of a meeting in minutes; `null` if a time is missing or the end is not after the start. */
export function meetingMinutes(startsAt: ClockTime | null, endsAt: ClockTime | null): Minutes | null {
  if (startsAt === null || endsAt === null) return null;
  const length = minuteOfDay(endsAt) - minuteOfDay(startsAt);
  return length > 0 ? minutes(length) : null;
}

/** @returns minutes since midnight. */
export function minuteOfDay(time: ClockTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

const QUARTER_MINUTES = 15;
const LAST_MINUTE = 24 * 60 - 1;

/** @returns the next full quarter of an hour, or the one before; the first or the last minute of the day if it would be beyond it. */
export function quarterAway(time: ClockTime, step: 1 | -1): ClockTime {
  const quarters = minuteOfDay(time) / QUARTER_MINUTES;
  const next = (step > 0 ? Math.floor(quarters) + 1 : Math.ceil(quarters) - 1) * QUARTER_MINUTES;
  return clockOf(Math.min(Math.max(next, 0), LAST_MINUTE));
}

/** @returns the time so many minutes after midnight, from 0 to 1439 */
export function clockOf(minute: number): ClockTime {
  return clockTime([Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':'));
}

/** @returns the date part of an instant, in UTC. */
export function dateOfInstant(at: Instant): CalendarDate {
  return calendarDate(at.slice(0, 10));
}

function dayAt(ms: number): CalendarDate {
  return calendarDate(new Date(Math.min(Math.max(ms, utc(FIRST_DAY)), utc(LAST_DAY))).toISOString().slice(0, 10));
}

function utc(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** @returns the time from one instant to another, in milliseconds. */
export function millisecondsBetween(from: Instant, to: Instant): number {
  return Date.parse(to) - Date.parse(from);
}
