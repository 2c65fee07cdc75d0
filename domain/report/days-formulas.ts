// The formulas by which sheets of a workbook add up the days of its time sheet.
import { columnOf, type Sheet } from './sheets.ts';
import { TIME } from './workbook-scope.ts';

/** Sums of days are sums of fractions: a smaller difference is rounding. In days of any contract. */
export const LESS_THAN_A_MINUTE = 1 / 1440 / 2;

/** @returns a sum of the days of the time sheet where columns hold what cells do. Compares cells directly: a SUMIFS criterion would misread `*` or `>` in a name. */
export function sumWhere(time: Sheet, conditions: readonly (readonly [number, string])[]): string {
  return `SUMPRODUCT(${conditions.map(([column, cell]) => `(${columnOf(time, column)}=${cell})`).join('*')}*${columnOf(time, TIME.days)})`;
}
