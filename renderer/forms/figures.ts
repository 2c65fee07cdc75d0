// Reads typed figures; the result is `NaN` if they cannot be read.
import type { MinutesField, WholeField } from '@domain/tables/field.ts';
import { MOST_DAYS, parseDays } from '@domain/time/parse-days.ts';
import { amountOfTime } from '@domain/time/parse-duration.ts';
import { typedForm } from '@domain/writing/typed-form.ts';
import type { MinutesPerDay } from '@domain/units.ts';

/** @returns the whole number that was typed; `NaN` if it is anything else or out of bounds */
export function wholeIn(typed: string, { min, max }: WholeField): number {
  const text = typedForm(typed) ?? '';
  return /^\d+$/u.test(text) ? within(Number(text), min, max) : Number.NaN;
}

/** @returns the typed amount, in minutes: a bare number means days, hours name their unit; `NaN` if it is anything else or out of bounds */
export function minutesIn(typed: string, { min, max }: MinutesField, perDay: MinutesPerDay): number {
  const text = typedForm(typed) ?? '';
  const isLess = min < 0 && text.startsWith('-');
  const amount = min < 0 ? text.replace(/^[-+]/u, '') : text;
  const days = parseDays(amount);
  const minutes = days === null ? amountOfTime(amount, perDay) : Math.round(days * perDay);
  if (minutes === null || minutes > MOST_DAYS * perDay) return Number.NaN;
  return within(isLess ? -minutes : minutes, min, max);
}

function within(figure: number, min: number, max: number): number {
  return figure < min || figure > max ? Number.NaN : figure;
}
