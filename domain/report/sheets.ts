// A workbook as neutral sheets: rows of cells with their formats, and formulas with their values.
import type { CalendarDate } from '../units.ts';

/** A formula carries its value, so that a program that cannot calculate still shows it. */
export type Formula = { readonly formula: string; readonly value: number };
export type DateCell = { readonly date: CalendarDate };
/** Text stays text, whatever it looks like. */
export type Cell = string | number | DateCell | Formula | null;
/**
 * days: days of a contract, to the hundredth; hours: minutes shown as hours and minutes (`3:30`); signed-hours: minutes, perhaps negative,
 * shown as hours with decimals, since spreadsheets show no negative time.
 */
export type CellFormat = 'text' | 'date' | 'whole' | 'days' | 'hours' | 'signed-hours';
/** Width in characters. */
export type Column = { readonly head: string; readonly format: CellFormat; readonly width: number };
export type Sheet = {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Below the rows; `null` for none. */
  readonly total: readonly Cell[] | null;
};
/** `foot`: what stands at the foot of every printed page. */
export type Workbook = {
  readonly kind: 'workbook';
  readonly title: string;
  readonly author: string;
  readonly foot: string;
  readonly sheets: readonly Sheet[];
};

/** The first row below the heads. */
export const FIRST_ROW = 2;

/** @returns the number of the row of a total; a sheet without rows has an empty one above it, since no sum may take in itself */
export function totalRowOf(rows: number): number {
  return FIRST_ROW + Math.max(rows, 1);
}

/** @returns the letters of a column, counted from 0 (`A`, `Z`, `AA`). */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}

/** @returns all cells of a column of another sheet (`'Temps'!$D$2:$D$41`); one empty row if it has none. */
export function columnOf(sheet: Pick<Sheet, 'name' | 'rows'>, index: number): string {
  const letter = columnLetter(index);
  return `'${sheet.name.replace(/'/g, "''")}'!$${letter}$${FIRST_ROW}:$${letter}$${totalRowOf(sheet.rows.length) - 1}`;
}

/** @returns a sum of one column over the rows of its own sheet, with its value. */
export function sumOf(index: number, rows: readonly (readonly Cell[])[]): Formula {
  const letter = columnLetter(index);
  return {
    formula: `SUM(${letter}${FIRST_ROW}:${letter}${totalRowOf(rows.length) - 1})`,
    value: rows.reduce((sum, row) => sum + valueOf(row[index] ?? null), 0),
  };
}

/** @returns the value of a cell in a sum. */
export function valueOf(cell: Cell): number {
  if (typeof cell === 'number') return cell;
  return cell !== null && typeof cell === 'object' && 'value' in cell ? cell.value : 0;
}
