// Clocks of a machine may say anything: a dead battery, a stick written by a camera, a date of another century.
import { type CalendarDate, calendarDate, type Instant, instant } from '@domain/units.ts';

/** A day within the years in which a mission can take place, so that every place on earth has a day for it too. */
const FIRST_MS = Date.UTC(1990, 0, 2);
const LAST_MS = Date.UTC(2100, 11, 30);
const MINUTE_MS = 60_000;
/** No place on earth is further from UTC. In minutes. */
const MOST_OFFSET = 15 * 60;

/** @param ms since 1970, from the system @returns whether it is a moment at which somebody can be working */
export function isBelievable(ms: number): boolean {
  return ms >= FIRST_MS && ms <= LAST_MS;
}

/** @returns the moment; the nearest possible one if it is impossible. Whatever shows it says so. */
export function nearestMoment(ms: number): Instant {
  const known = Number.isNaN(ms) ? FIRST_MS : ms;
  return instant(new Date(Math.min(Math.max(known, FIRST_MS), LAST_MS)).toISOString());
}

/** @returns the moment at which a file was changed; `null` if the disk gives an impossible one */
export function momentOrNull(ms: number): Instant | null {
  return isBelievable(ms) ? nearestMoment(ms) : null;
}

/** @param offsetMinutes to add to UTC for the local time; ignored if no place has it @returns the local day */
export function localDay(at: Instant, offsetMinutes: number): CalendarDate {
  return calendarDate(localTime(at, offsetMinutes).slice(0, 10));
}

/** @returns local date and time, as ISO 8601 without zone */
export function localTime(at: Instant, offsetMinutes: number): string {
  const offset = Math.abs(offsetMinutes) <= MOST_OFFSET ? offsetMinutes : 0;
  return new Date(Date.parse(at) + offset * MINUTE_MS).toISOString().slice(0, -1);
}
