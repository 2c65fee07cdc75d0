// Reads a date as people type or paste it; what cannot be a day is refused with its reason, never bent to another day.
import type { DateFailure } from '../failures.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Locale } from '../text/locale.ts';
import { type CalendarDate, calendarDate, daysInMonth, FIRST_DAY, LAST_DAY } from '../units.ts';
import { daysBetween, weekdayOf } from './calendar.ts';
import { MONTHS, WEEKDAYS } from './date-words.ts';
import { relativeDay } from './relative-day.ts';
import { typedForm } from '../writing/typed-form.ts';

export type DateContext = {
  readonly today: CalendarDate;
  /** Decides on the one text that says two things: `mar 2` is a Tuesday in French and in March in English. */
  readonly locale: Locale;
  /** The date by which a year or a month that is left out is found; today if there is none. */
  readonly near?: CalendarDate | undefined;
};

/**
 * Reads `01/06/2026`, `1/6/26`, `010626`, `2026-06-01`, `1er juin`, `mar. 2 juin 2026`, `le 2`, `June 1, 2026`, `fin juin`, `mi-mai`, `hier`,
 * `+7`, `lundi`. The day comes before the month. Two digits are a year from 1990 to 2089. A year that is left out gives the first such day from five months
 * before the date nearby; a month that is left out, the day nearest to it. A weekday must be the right one.
 * @returns the day; or date-empty, -unreadable, -impossible, -month-impossible, -out-of-range, -other-weekday
 */
export function parseDate(typed: string, { today, locale, near = today }: DateContext): Result<CalendarDate, DateFailure> {
  const text = typedForm(typed);
  if (text === '') return refuse({ code: 'date-empty' });
  const relative = text === null ? null : relativeDay(text, today);
  if (relative !== null) return relative;
  const parts = text === null ? null : partsOf(text, locale);
  return parts === null ? refuse({ code: 'date-unreadable' }) : dayOf(parts, near);
}

type Parts = { readonly day: number | typeof LAST; readonly month: number | null; readonly year: number | null; readonly weekday?: number };
type Month = { readonly year: number; readonly month: number };

/** The last day of a month, whichever that is. */
const LAST = 'last';
/** The middle of a month, as it is said: `mi-mai`. */
const MIDDLE = 15;
const YEAR = "'?(\\d{4}|\\d{2})";
const DAY = '(\\d{1,2})(?:er|st|nd|rd|th)?';
const NUMBERS = new RegExp(`^(\\d{1,2}) ?([/. -]) ?(\\d{1,2})(?: ?\\2 ?${YEAR})?$`);
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const PACKED = /^(\d{2})(\d{2})(\d{4}|\d{2})$/;
const PACKED_YEAR_FIRST = /^((?:19|20|21)\d{2})(\d{2})(\d{2})$/;
const DAY_AND_MONTH = new RegExp(`^${DAY}[ /-]?(?:of |de )?([a-z]+)(?:[ ,/-]+${YEAR})?$`);
const MONTH_AND_DAY = new RegExp(`^([a-z]+) ?(?:the )?${DAY}(?:[ ,]+${YEAR})?$`);
const PART_OF_MONTH = new RegExp(`^(?:(?:la |the )?(fin|end)(?: de| d'| of)?|mi|mid)[ -]?([a-z]{3,})(?:[ ,/-]+${YEAR})?$`);
const DAY_ALONE = new RegExp(`^${DAY}$`);
const WITH_WEEKDAY = /^([a-z]+)[ ,]+(.+)$/;

function partsOf(typed: string, locale: Locale): Parts | null {
  const text = typed.replace(/^(?:le|the) /, '');
  const [, word = '', rest = ''] = WITH_WEEKDAY.exec(text) ?? [];
  const weekday = WEEKDAYS.get(word);
  const dated = weekday === undefined ? null : datedParts(rest.replace(/^(?:le|the) /, ''), locale);
  const withWeekday = dated === null || weekday === undefined ? null : { ...dated, weekday };
  return locale === 'fr' ? (withWeekday ?? datedParts(text, locale)) : (datedParts(text, locale) ?? withWeekday);
}

function datedParts(text: string, locale: Locale): Parts | null {
  return inNumbers(text) ?? inWords(text, locale);
}

function inNumbers(text: string): Parts | null {
  const [, day, , month, year] = NUMBERS.exec(text) ?? [];
  if (day !== undefined) return { day: Number(day), month: Number(month), year: fullYear(year) };
  const turned = YEAR_FIRST.exec(text);
  if (turned !== null) return { day: Number(turned[4]), month: Number(turned[3]), year: Number(turned[1]) };
  const packed = PACKED.exec(text);
  const packedTurned = PACKED_YEAR_FIRST.exec(text);
  // `20260601`, and `20120301` too: read with the day first, its month is none or its year is none that Tierce takes.
  const isDayFirst = packed !== null && Number(packed[2]) <= 12 && isLikelyYear(fullYear(packed[3]));
  if (packedTurned !== null && !isDayFirst)
    return { day: Number(packedTurned[3]), month: Number(packedTurned[2]), year: Number(packedTurned[1]) };
  return packed === null ? null : { day: Number(packed[1]), month: Number(packed[2]), year: fullYear(packed[3]) };
}

function inWords(text: string, locale: Locale): Parts | null {
  const [, day, word = '', year] = DAY_AND_MONTH.exec(text) ?? [];
  const month = MONTHS.fr.get(word) ?? MONTHS.en.get(word);
  if (month !== undefined) return { day: Number(day), month, year: fullYear(year) };
  const [, before = '', after, yearAfter] = MONTH_AND_DAY.exec(text) ?? [];
  const english = MONTHS.en.get(before);
  // In French `oct. 26` is a month of a year, and no day.
  if (english !== undefined && (locale === 'en' || !MONTHS.fr.has(before)))
    return { day: Number(after), month: english, year: fullYear(yearAfter) };
  const [, isEnd, named = '', yearOfPart] = PART_OF_MONTH.exec(text) ?? [];
  const monthOfPart = MONTHS.fr.get(named) ?? MONTHS.en.get(named);
  if (monthOfPart !== undefined) return { day: isEnd === undefined ? MIDDLE : LAST, month: monthOfPart, year: fullYear(yearOfPart) };
  const alone = DAY_ALONE.exec(text);
  return alone === null ? null : { day: Number(alone[1]), month: null, year: null };
}

function isLikelyYear(year: number | null): boolean {
  return year !== null && year >= 1900 && year < 2200;
}

const FIRST_SHORT_YEAR = 90;

function fullYear(typed: string | undefined): number | null {
  if (typed === undefined) return null;
  const year = Number(typed);
  return typed.length > 2 ? year : year + (year < FIRST_SHORT_YEAR ? 2000 : 1900);
}

function dayOf(parts: Parts, near: CalendarDate): Result<CalendarDate, DateFailure> {
  const { day, month, year, weekday } = parts;
  if (month !== null && (month < 1 || month > 12)) return refuse({ code: 'date-month-impossible', month });
  if (year !== null && !isKnownYear(year)) return refuse({ code: 'date-out-of-range' });
  const days = monthsMeant(parts, near).flatMap((one) => dayIn(one, day));
  const right = days.filter((one) => weekday === undefined || weekdayOf(one) === weekday);
  const best = bestOf(right, parts, near);
  if (best !== undefined) return ok(best);
  const other = bestOf(days, parts, near);
  return other === undefined ? impossible(parts, near) : refuse({ code: 'date-other-weekday', on: other });
}

/** The months that parts of a date can mean, from the first to the last; those of Tierce's years. */
function monthsMeant({ month, year }: Parts, near: CalendarDate): readonly Month[] {
  const [nearYear = 0, nearMonth = 0] = near.split('-').map(Number);
  if (month !== null)
    return (year === null ? [nearYear - 1, nearYear, nearYear + 1] : [year]).filter(isKnownYear).map((one) => ({ year: one, month }));
  return [nearMonth - 2, nearMonth - 1, nearMonth]
    .map((index) => ({ year: nearYear + Math.floor(index / 12), month: ((index + 12) % 12) + 1 }))
    .filter((one) => isKnownYear(one.year));
}

/** How far back a day without its year is looked for: what is noted afterwards is recent, what is planned may be far ahead. */
const PAST_DAYS = 150;

/** @param days from the first to the last */
function bestOf(days: readonly CalendarDate[], { month }: Parts, near: CalendarDate): CalendarDate | undefined {
  if (month !== null) return days.find((day) => daysBetween(near, day) >= -PAST_DAYS) ?? days.at(-1);
  const distance = (day: CalendarDate): number => Math.abs(daysBetween(near, day));
  return days.toSorted((a, b) => distance(a) - distance(b) || daysBetween(a, b))[0];
}

function impossible({ month, year }: Parts, near: CalendarDate): Result<CalendarDate, DateFailure> {
  if (month === null) return refuse({ code: 'date-impossible', month: null, days: 31 });
  const meant = year ?? Number(near.slice(0, 4));
  return refuse({ code: 'date-impossible', month: dateOf({ year: meant, month }, 1), days: daysInMonth(meant, month) });
}

function dayIn(month: Month, day: Parts['day']): readonly CalendarDate[] {
  if (day === LAST) return [dateOf(month, daysInMonth(month.year, month.month))];
  return day >= 1 && day <= daysInMonth(month.year, month.month) ? [dateOf(month, day)] : [];
}

function dateOf({ year, month }: Month, day: number): CalendarDate {
  return calendarDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);
}

function isKnownYear(year: number): boolean {
  return year >= Number(FIRST_DAY.slice(0, 4)) && year <= Number(LAST_DAY.slice(0, 4));
}
