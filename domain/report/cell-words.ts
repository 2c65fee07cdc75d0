// A cell of a workbook in words, as a reader of the language sees it in a spreadsheet.
import { formatDate } from '../format/dates.ts';
import { formatDayFigure, formatHours } from '../format/durations.ts';
import { formatCount } from '../format/numbers.ts';
import type { Locale } from '../text/locale.ts';
import { minutes } from '../units.ts';
import { type Cell, type CellFormat, valueOf } from './sheets.ts';

/** @returns the text of a cell; empty for an empty one */
export function cellInWords(cell: Cell, format: CellFormat, locale: Locale): string {
  if (cell === null || typeof cell === 'string') return cell ?? '';
  if (typeof cell === 'object' && 'date' in cell) return formatDate(cell.date, 'listed', locale);
  const value = valueOf(cell);
  if (format === 'days') return formatDayFigure(value, locale);
  return format === 'hours' || format === 'signed-hours' ? formatHours(minutes(value), locale) : formatCount(value, locale);
}
