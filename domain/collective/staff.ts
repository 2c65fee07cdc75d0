// The size of a structure as people write it: jobs, and full-time equivalents to the hundredth.
import { TABLES } from '../tables/tables.ts';
import { formatCount, formatDecimal } from '../format/numbers.ts';
import type { Locale } from '../text/locale.ts';

/** One of the two figures. */
export type StaffFigure = 'jobs' | 'fteHundredths';

/** The most jobs that a structure can declare. */
const MOST_JOBS = TABLES.organisations.fields.jobs.of.max;

/** @returns the figure to keep, `null` for none, or `undefined` if the text cannot be read (reads `14`, `11,2`, `2 000`). */
export function readStaff(typed: string, figure: StaffFigure): number | null | undefined {
  const text = typed.replace(/[\s\u00a0\u202f]/gu, '').replace(',', '.');
  if (text === '') return null;
  const form = figure === 'jobs' ? /^\d{1,7}$/u : /^\d{1,7}(\.\d{0,2})?$/u;
  if (!form.test(text) || Number(text) > MOST_JOBS) return undefined;
  return figure === 'jobs' ? Number(text) : Math.round(Number(text) * 100);
}

/** @returns the figure in the form in which it is typed; empty for none. */
export function writeStaff(value: number | null, figure: StaffFigure, locale: Locale): string {
  if (value === null) return '';
  return figure === 'jobs' ? formatCount(value, locale) : formatDecimal(value / 100, locale);
}
