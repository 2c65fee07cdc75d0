// Reads a duration as people type it: days of the contract, hours, clock notation or minutes; asks back when in doubt.
import { type DurationFailure } from '../failures.ts';
import { refuse, ok, type Result } from '../result.ts';
import { WHOLE_DAY, type Minutes, minutes, type MinutesPerDay } from '../units.ts';
import { amountIn, FRACTION, NUMBER } from './amount.ts';
import { typedForm } from '../writing/typed-form.ts';

type Reading = { readonly minutes: number; readonly as: 'days' | 'hours' | 'minutes' };

const HALF_DAY = /^(?:(?:une? )?(?:demi|1\/2|½)[- ]?(?:journee|jour|j)|half (?:a )?day)$/;
const DAYS = new RegExp(`^${NUMBER}\\s*(?:j|jr|jours?|d|days?)$`);
/** `1 j ½`: the fraction after the letter. */
const DAYS_AND_FRACTION = new RegExp(`^(\\d{1,6})\\s*(?:j|jours?|d|days?) ?${FRACTION}$`);
const HOURS = new RegExp(`^${NUMBER}\\s*(?:h|heures?|hours?)$`);
const HOURS_AND_MINUTES = /^(\d{1,6})(?:\s*h\s*([0-5]?\d)\s*(?:m|mn|min)?|:([0-5]\d))$/;
const MINUTES = /^(\d{1,6})\s*(?:m|mn|min|minutes?|')$/;
const BARE = new RegExp(`^${NUMBER}$`);
/** Both forms, as they are printed: `1,5 j · 10 h 30`. */
const TWICE = /^(.+?) ?· ?(.+)$/;

/**
 * Reads `0,5 j`, `½ j`, `1 j ½`, `3h30`, `3,5 h`, `1:30`, `90 min`, `demi-journée`, `0,5 j · 3 h 30`. The user is asked about a bare
 * number if it can mean two things that fit in a day (`2`: two days or two hours); otherwise the only possible meaning is taken (`90`:
 * minutes).
 * @param day length of the contract's day, in minutes
 * @returns whole minutes, rounded once to the nearest; or duration-empty, -unreadable, -zero, -too-long, -ambiguous with its readings
 */
export function parseDuration(typed: string, day: MinutesPerDay): Result<Minutes, DurationFailure> {
  const text = typedForm(typed);
  if (text === null) return refuse({ code: 'duration-unreadable' });
  if (text === '') return refuse({ code: 'duration-empty' });
  const [, first, second] = TWICE.exec(text) ?? [];
  if (first !== undefined && second !== undefined) return twice(daysOf(first, day), minutesOf(second, day), day);
  const said = minutesOf(text, day);
  return said === null ? bare(text, day) : bounded(said);
}

/** @returns the minutes of an amount that names its unit (`10 h 30`, `90 min`, `1,5 j`), however large, rounded; `null` if it names none */
export function amountOfTime(typed: string, day: MinutesPerDay): number | null {
  const said = minutesOf(typedForm(typed) ?? '', day);
  return said === null ? null : Math.round(said);
}

/** @returns the usual time for writing up a session: a quarter of the contract's day, in minutes. */
export function quarterDay(day: MinutesPerDay): Minutes {
  return minutes(Math.round(day / 4));
}

/** @returns the minutes of what names its unit, or `null` if it names none */
function minutesOf(text: string, day: number): number | null {
  if (HALF_DAY.test(text)) return day / 2;
  const inDays = daysOf(text, day);
  if (inDays !== null) return inDays;
  const hours = amountIn(HOURS, text);
  if (hours !== null) return hours * 60;
  const [, whole, ...rest] = HOURS_AND_MINUTES.exec(text) ?? [];
  if (whole !== undefined) return Number(whole) * 60 + Number(rest.join(''));
  const plain = MINUTES.exec(text);
  return plain === null ? null : Number(plain[1]);
}

function daysOf(text: string, day: number): number | null {
  const days = amountIn(DAYS, text) ?? amountIn(DAYS_AND_FRACTION, text);
  return days === null ? null : days * day;
}

/** One length in days, as rounded, and in hours, which are exact. Where the two do not agree, nobody knows which one is meant. */
function twice(inDays: number | null, inHours: number | null, day: number): Result<Minutes, DurationFailure> {
  if (inDays === null || inHours === null) return refuse({ code: 'duration-unreadable' });
  const halfHundredth = day / 200;
  return Math.abs(inDays - inHours) <= halfHundredth + 0.001 ? bounded(inHours) : refuse({ code: 'duration-unreadable' });
}

/** A number alone: whatever it can mean, without what fits in no day. */
function bare(text: string, day: number): Result<Minutes, DurationFailure> {
  const value = amountIn(BARE, text);
  if (value === null) return refuse({ code: 'duration-unreadable' });
  const inDays: Reading = { minutes: Math.round(value * day), as: 'days' };
  const all: readonly Reading[] = [
    inDays,
    { minutes: Math.round(value * 60), as: 'hours' },
    ...(Number.isInteger(value) && value >= 15 ? [{ minutes: value, as: 'minutes' as const }] : []),
  ];
  const readings = distinct(all).filter((reading) => reading.minutes > 0 && reading.minutes <= WHOLE_DAY);
  if (readings.length > 1) return refuse({ code: 'duration-ambiguous', readings });
  return bounded((readings[0] ?? inDays).minutes);
}

function bounded(exact: number): Result<Minutes, DurationFailure> {
  const value = Math.round(exact);
  if (value <= 0) return refuse({ code: 'duration-zero' });
  if (value > WHOLE_DAY) return refuse({ code: 'duration-too-long', minutes: value });
  return ok(minutes(value));
}

function distinct(readings: readonly Reading[]): readonly Reading[] {
  return readings.filter((reading, index) => readings.findIndex((other) => other.minutes === reading.minutes) === index);
}
