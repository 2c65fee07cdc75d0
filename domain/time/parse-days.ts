// Reads typed days of the contract: a number of days, or the length of one day.
import { type MinutesPerDay, DEFAULT_DAY, minutesPerDay } from '../units.ts';
import { parseDuration } from './parse-duration.ts';

/**
 * More days than any mission is paid for: anything above is a typing error.
 * @source usual contracts: missions of 2 to 5 days are common, two years at most
 */
export const MOST_DAYS = 500;
const SHORTEST_DAY = 60;

/** @returns the typed number of days, 0 or more (`6`, `7,5`, `½`, `6 j`), or `null` if it is not one. */
export function parseDays(typed: string): number | null {
  const text = typed
    .trim()
    .toLowerCase()
    .replace(/\s*(j|jours?|d|days?)$/u, '')
    .replace(',', '.');
  const fraction = { '½': 0.5, '¼': 0.25, '¾': 0.75 }[text];
  if (fraction !== undefined) return fraction;
  return /^\d{1,6}(\.\d{1,3})?$/u.test(text) ? Number(text) : null;
}

/** @returns the length of a day (`7`, `7 h`, `7h30`, `7:30`), from 1 h to 24 h, or `null`; a bare number means hours. */
export function parseDayLength(typed: string): MinutesPerDay | null {
  const bare = /^\s*\d{1,2}([.,]\d{1,2})?\s*$/u.test(typed);
  const read = parseDuration(bare ? `${typed} h` : typed, DEFAULT_DAY);
  return read.ok && read.value >= SHORTEST_DAY ? minutesPerDay(read.value) : null;
}
