// Reads a day that is said from today on: `hier`, `+7`, `J-3`, `dans 2 semaines`, `lundi prochain`, `fin du mois`.
import type { DateFailure } from '../failures.ts';
import { ok, refuse, type Result } from '../result.ts';
import { type CalendarDate, daysInMonth } from '../units.ts';
import { addDays, addMonths, daysBetween, monthsBetween, weekdayOf } from './calendar.ts';
import { NEAR_DAYS, SPANS, WEEKDAYS } from './date-words.ts';

const SHIFT = /^(?:j ?)?([+-]) ?(\d{1,5}) ?([a-z]*)$/;
const LATER = /^(?:dans|in) (\d{1,5}|une?|an?|one) ([a-z]+)$/;
const BEFORE = /^(?:il y a (\d{1,5}|une?) ([a-z]+)|(\d{1,5}|an?|one) ([a-z]+) ago)$/;
const END_OF_MONTH = /^(?:la )?fin (?:de |du |de ce )?mois$|^(?:the )?end of (?:the |this )?month$/;
const WEEKDAY = /^(?:(?:ce|this) |(next|last) )?([a-z]+)(?: (prochain|suivant|dernier|passe))?$/;

/**
 * A weekday alone is the next one from today on, today included; `prochain` and `next` are after today, `dernier` and `last` before it.
 * @param text as `typedForm` gives it
 * @returns the day, or date-out-of-range; `null` if the text says no day in this way
 */
export function relativeDay(text: string, today: CalendarDate): Result<CalendarDate, DateFailure> | null {
  const near = NEAR_DAYS.get(text.replace(/^(?:the|le) /, ''));
  if (near !== undefined) return inDays(today, near);
  if (END_OF_MONTH.test(text)) return ok(lastOfMonth(today));
  const [, sign, count = '', unit = ''] = SHIFT.exec(text) ?? [];
  if (sign !== undefined) return shifted(today, sign === '-' ? -1 : 1, { count, unit: unit === '' ? 'j' : unit });
  const later = LATER.exec(text);
  if (later !== null) return shifted(today, 1, spanOf(later));
  const before = BEFORE.exec(text);
  if (before !== null) return shifted(today, -1, spanOf(before));
  return onWeekday(text, today);
}

function lastOfMonth(day: CalendarDate): CalendarDate {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return addDays(day, daysInMonth(year, month) - Number(day.slice(8)));
}

type Span = { readonly count: string; readonly unit: string };

function spanOf([, ...parts]: readonly (string | undefined)[]): Span {
  const [count = '', unit = ''] = parts.filter((part) => part !== undefined);
  return { count, unit };
}

function shifted(today: CalendarDate, sign: 1 | -1, { count, unit }: Span): Result<CalendarDate, DateFailure> | null {
  const span = SPANS.get(unit);
  if (span === undefined) return null;
  const number = sign * (/^\d/.test(count) ? Number(count) : 1);
  if ('days' in span) return inDays(today, number * span.days);
  const day = addMonths(today, number * span.months);
  return monthsBetween(today, day) === number * span.months ? ok(day) : refuse({ code: 'date-out-of-range' });
}

function onWeekday(text: string, today: CalendarDate): Result<CalendarDate, DateFailure> | null {
  const [, said, word = '', which = said] = WEEKDAY.exec(text) ?? [];
  const weekday = WEEKDAYS.get(word);
  if (weekday === undefined) return null;
  const ahead = (weekday - weekdayOf(today) + 7) % 7;
  if (which === undefined) return inDays(today, ahead);
  const isBefore = which === 'last' || which === 'dernier' || which === 'passe';
  return inDays(today, isBefore ? ahead - 7 : ahead === 0 ? 7 : ahead);
}

/** Arithmetic on days stops at the first and the last of them: a day beyond is refused, not bent to these. */
function inDays(today: CalendarDate, days: number): Result<CalendarDate, DateFailure> {
  const day = addDays(today, days);
  return daysBetween(today, day) === days ? ok(day) : refuse({ code: 'date-out-of-range' });
}
