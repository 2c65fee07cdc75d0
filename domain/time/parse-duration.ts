// Reads a duration as people type it: days of the contract, hours, clock notation or minutes; asks back when in doubt.
import { type DurationFailure } from '../failures.ts';
import { refuse, ok, type Result } from '../result.ts';
import { WHOLE_DAY, type Minutes, minutes, type MinutesPerDay } from '../units.ts';

type Reading = { readonly minutes: number; readonly as: 'days' | 'hours' | 'clock' | 'minutes' };

const FRACTIONS: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75, '1/2': 0.5, '1/4': 0.25, '3/4': 0.75 };
const NUMBER = String.raw`(\d{1,4}(?:[.,]\d{1,3})?)?\s*(½|¼|¾|1/2|1/4|3/4)?`;
const DAYS = new RegExp(`^${NUMBER}\\s*(?:j|jr|jour|jours|d|day|days)$`);
const HOURS = new RegExp(`^${NUMBER}\\s*(?:h|heure|heures|hour|hours)$`);
const HOURS_AND_MINUTES = /^(\d{1,4})\s*h\s*(\d{1,2})\s*(?:m|mn|min)?$/;
const CLOCK = /^(\d{1,4}):(\d{2})$/;
const MINUTES = /^(\d{1,5})\s*(?:m|mn|min|minute|minutes|')$/;
const BARE = new RegExp(`^${NUMBER}$`);

/**
 * Reads `0,5 j`, `½ j`, `1 j ½`, `3h30`, `3,5 h`, `1:30`, `90 min`, `demi-journée`. The user is asked about a bare number if it can mean
 * two things that fit in a day (`2`: two days or two hours); otherwise the only possible meaning is taken (`90`: minutes).
 * @param day length of the contract's day, in minutes
 * @returns whole minutes, rounded once to the nearest; or duration-empty, -unreadable, -zero, -too-long, -ambiguous with its readings
 */
export function parseDuration(typed: string, day: MinutesPerDay): Result<Minutes, DurationFailure> {
  const text = typed
    .normalize('NFKC')
    .replaceAll('1⁄2', '½')
    .replaceAll('1⁄4', '¼')
    .replaceAll('3⁄4', '¾')
    .replaceAll('⁄', '/')
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ');
  if (text === '') return refuse({ code: 'duration-empty' });
  const readings = readingsOf(text, day).map((reading) => ({ ...reading, minutes: Math.round(reading.minutes) }));
  const [only, ...others] = distinct(readings);
  if (only === undefined) return refuse({ code: 'duration-unreadable' });
  if (others.length > 0) return ambiguous([only, ...others]);
  return bounded(only.minutes);
}

/** @returns the usual time for writing up a session: a quarter of the contract's day, in minutes. */
export function quarterDay(day: MinutesPerDay): Minutes {
  return minutes(Math.round(day / 4));
}

function ambiguous(readings: readonly Reading[]): Result<Minutes, DurationFailure> {
  const possible = readings.filter((reading) => reading.minutes > 0 && reading.minutes <= WHOLE_DAY);
  const [only] = possible;
  if (only === undefined) return bounded(readings[0]?.minutes ?? 0);
  return possible.length === 1 ? bounded(only.minutes) : refuse({ code: 'duration-ambiguous', readings: possible });
}

function bounded(value: number): Result<Minutes, DurationFailure> {
  if (value <= 0) return refuse({ code: 'duration-zero' });
  if (value > WHOLE_DAY) return refuse({ code: 'duration-too-long', minutes: value });
  return ok(minutes(value));
}

function readingsOf(text: string, day: number): readonly Reading[] {
  if (/^(une? )?(demi|1\/2|½)[- ]?(journée|journee|jour|j)$/.test(text) || text === 'half day' || text === 'half a day')
    return [{ minutes: day / 2, as: 'days' }];
  if (/\d[13]\/[24]/.test(text)) return []; // nobody means a number by `11/2`
  const days = DAYS.exec(text) ?? trailingFraction(text);
  if (days !== null) return amount(days).map((value) => ({ minutes: value * day, as: 'days' as const }));
  const hours = HOURS.exec(text);
  if (hours !== null) return amount(hours).map((value) => ({ minutes: value * 60, as: 'hours' as const }));
  const mixed = HOURS_AND_MINUTES.exec(text) ?? CLOCK.exec(text);
  if (mixed !== null) return clock(Number(mixed[1]), Number(mixed[2]));
  const plain = MINUTES.exec(text);
  if (plain !== null) return [{ minutes: Number(plain[1]), as: 'minutes' }];
  return bareReadings(text, day);
}

/** `1 j ½`: the fraction after the letter. */
function trailingFraction(text: string): RegExpExecArray | null {
  return /^(\d{1,4})\s*(?:j|jour|jours) ?(½|¼|¾|1\/2|1\/4|3\/4)$/.exec(text);
}

function bareReadings(text: string, day: number): readonly Reading[] {
  const bare = BARE.exec(text);
  if (bare === null) return [];
  return amount(bare).flatMap((value): readonly Reading[] => [
    { minutes: value * day, as: 'days' },
    { minutes: value * 60, as: 'hours' },
    ...(Number.isInteger(value) && value >= 15 ? [{ minutes: value, as: 'minutes' as const }] : []),
  ]);
}

function amount(match: RegExpExecArray): readonly number[] {
  const [, digits, fraction] = match;
  if (digits === undefined && fraction === undefined) return [];
  if (digits !== undefined && fraction !== undefined && /[.,]/.test(digits)) return [];
  return [Number((digits ?? '0').replace(',', '.')) + (fraction === undefined ? 0 : (FRACTIONS[fraction] ?? 0))];
}

function clock(hours: number, rest: number): readonly Reading[] {
  return rest > 59 ? [] : [{ minutes: hours * 60 + rest, as: 'clock' }];
}

function distinct(readings: readonly Reading[]): readonly Reading[] {
  return readings.filter((reading, index) => readings.findIndex((other) => other.minutes === reading.minutes) === index);
}
