// Durations in the units of the trade: days of the contract, then hours and minutes.
import type { Locale } from '../text/locale.ts';
import type { Minutes, MinutesPerDay } from '../units.ts';
import { formatCount, formatDecimal, UNIT_SPACE } from './numbers.ts';

const DAY_UNIT = { fr: 'j', en: 'd' } as const satisfies Record<Locale, string>;
const SEPARATOR = ' · ';

/**
 * How near to a half a hundredth must be to be that half. A sum over several lengths of day (`exactDays`) that is no half stays twice as
 * far, and a fraction of one length is never so near.
 */
const HALF_REACH = 1e-7;

/** @returns days of the contract without their unit (`1,5`), rounded to a hundredth for display only: half away from zero */
export function formatDayFigure(days: number, locale: Locale): string {
  const hundredths = Math.floor(Math.abs(days) * 100 + 0.5 + HALF_REACH);
  return formatDecimal(hundredths === 0 ? 0 : (Math.sign(days) * hundredths) / 100, locale);
}

/** @returns days of the contract with their unit (`1,5 j`). */
export function formatDays(days: number, locale: Locale): string {
  return `${formatDayFigure(days, locale)}${UNIT_SPACE}${DAY_UNIT[locale]}`;
}

/** @returns hours and minutes (`10 h 30`, `45 min`). */
export function formatHours(minutes: Minutes, locale: Locale): string {
  const sign = minutes < 0 ? `−${UNIT_SPACE}` : '';
  const hours = Math.floor(Math.abs(minutes) / 60);
  const rest = Math.abs(minutes) % 60;
  if (hours === 0) return `${sign}${rest}${UNIT_SPACE}min`;
  const tail = rest === 0 ? '' : `${UNIT_SPACE}${String(rest).padStart(2, '0')}`;
  return `${sign}${formatCount(hours, locale)}${UNIT_SPACE}h${tail}`;
}

/** @returns both forms (`1,5 j · 10 h 30`). */
export function formatDaysAndHours(minutes: Minutes, perDay: MinutesPerDay, locale: Locale): string {
  return `${formatDays(minutes / perDay, locale)}${SEPARATOR}${formatHours(minutes, locale)}`;
}

/** @returns the length of a contract's day, always with its minutes (`7 h 00`). */
export function formatDayLength(perDay: MinutesPerDay): string {
  const rest = String(perDay % 60).padStart(2, '0');
  return `${Math.floor(perDay / 60)}${UNIT_SPACE}h${UNIT_SPACE}${rest}`;
}
