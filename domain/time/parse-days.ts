// Reads typed days of the contract: a number of days, or the length of one day.
import { type MinutesPerDay, DEFAULT_DAY, minutesPerDay } from '../units.ts';
import { amountIn, FRACTION, NUMBER } from './amount.ts';
import { parseDuration } from './parse-duration.ts';
import { typedForm } from '../writing/typed-form.ts';

/**
 * More days than any mission is paid for: anything above is a typing error.
 * @source usual contracts: missions of 2 to 5 days are common, two years at most
 */
export const MOST_DAYS = 500;
const SHORTEST_DAY = 60;

const DAYS = new RegExp(`^${NUMBER} ?(?:j|jours?|d|days?)?$`);
/** `6 j ½`: the fraction after the letter. */
const DAYS_AND_FRACTION = new RegExp(`^(\\d{1,6}) ?(?:j|jours?|d|days?) ?${FRACTION}$`);
const BARE = new RegExp(`^${NUMBER}$`);

/** @returns the typed number of days, 0 or more (`6`, `7,5`, `½`, `7 ½`, `6 j`, `6 j ½`), or `null` if it is not one. */
export function parseDays(typed: string): number | null {
  const text = typedForm(typed) ?? '';
  return amountIn(DAYS, text) ?? amountIn(DAYS_AND_FRACTION, text);
}

/** @returns the length of a day (`7`, `7 h`, `7h30`, `7:30`), from 1 h to 24 h, or `null`; a bare number means hours, whatever its size. */
export function parseDayLength(typed: string): MinutesPerDay | null {
  const text = typedForm(typed) ?? '';
  const read = parseDuration(amountIn(BARE, text) === null ? text : `${text} h`, DEFAULT_DAY);
  return read.ok && read.value >= SHORTEST_DAY ? minutesPerDay(read.value) : null;
}
