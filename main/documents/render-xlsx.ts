// Turns neutral sheets into the bytes of a workbook: the one file that knows exceljs.
import {
  type Cell,
  type CellFormat,
  type Column,
  columnLetter,
  FIRST_ROW,
  type Sheet,
  type Workbook as Model,
  totalRowOf,
} from '@domain/report/sheets.ts';
import { sheetName, textInWorkbook } from '@domain/writing/spreadsheet.ts';
import { beginningOf, inCharacters } from '@domain/file-name.ts';
import { heldText } from '@domain/writing/clean.ts';
import ExcelJS from 'exceljs';
// @ts-expect-error -- exceljs declares no types for what packs the files of its workbooks
import zipStream from 'exceljs/lib/utils/zip-stream.js';
import type { Rendered } from './pdf-request.ts';

const FORMATS: Readonly<Record<CellFormat, string>> = {
  text: '@',
  date: 'dd/mm/yyyy',
  whole: '0',
  days: '0.00;-0.00;"–"',
  hours: '[h]:mm',
};
type Packer = { append: (this: Packer, data: string | Uint8Array, part: { readonly base64?: boolean }) => void };
const packer = (zipStream as { readonly ZipWriter: { readonly prototype: Packer } }).ZipWriter.prototype;
const { append } = packer;
/** Given a text, the packer encodes it in pieces of 16,384 units, and spoils each emoji that lies on a border: it is given bytes. */
packer.append = function (data, part) {
  append.call(this, typeof data === 'string' && part.base64 !== true ? Buffer.from(data, 'utf8') : data, part);
};

/** Excel cuts texts beyond this many characters. */
const LONGEST_TEXT = 32_767;

/** @returns the bytes in an array buffer of their own, and the number of sheets */
export async function renderXlsx(model: Model): Promise<Rendered> {
  const book = new ExcelJS.Workbook();
  book.creator = model.author === '' ? 'Tierce' : heldText(model.author);
  book.title = heldText(model.title);
  book.calcProperties.fullCalcOnLoad = true;
  for (const sheet of model.sheets) addSheet(book, sheet);
  const buffer = await book.xlsx.writeBuffer();
  return { bytes: Uint8Array.from(new Uint8Array(buffer)), pages: model.sheets.length, missing: [] };
}

function addSheet(book: ExcelJS.Workbook, sheet: Sheet): void {
  const page = book.addWorksheet(sheetName(sheet.name), {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, paperSize: 9 },
  });
  page.columns = sheet.columns.map(({ width, format }) => ({ width, style: { numFmt: FORMATS[format], alignment: alignmentOf(format) } }));
  const heads = page.addRow(sheet.columns.map(({ head }) => textInWorkbook(head)));
  heads.eachCell((cell, index) => {
    cell.numFmt = '@';
    cell.font = { bold: true };
    cell.border = { bottom: { style: 'thin' } };
    cell.alignment = { ...alignmentOf(sheet.columns[index - 1]?.format ?? 'text'), vertical: 'bottom', wrapText: true };
  });
  for (const row of sheet.rows) page.addRow(row.map(valueOf)).height = heightOf(row, sheet);
  if (sheet.total !== null) addTotal(page.getRow(totalRowOf(sheet.rows.length)), sheet.total);
  page.autoFilter = { from: 'A1', to: `${columnLetter(sheet.columns.length - 1)}${FIRST_ROW + sheet.rows.length - 1}` };
}

/** Text and dates on the left with a small indent, figures on the right. */
function alignmentOf(format: CellFormat): Partial<ExcelJS.Alignment> {
  return format === 'text' || format === 'date'
    ? { vertical: 'top', horizontal: 'left', indent: 1, wrapText: format === 'text' }
    : { vertical: 'top', horizontal: 'right' };
}

function addTotal(row: ExcelJS.Row, total: readonly Cell[]): void {
  row.values = total.map(valueOf);
  row.eachCell({ includeEmpty: true }, (cell) => {
    cell.font = { bold: true };
    cell.border = { top: { style: 'thin' } };
  });
}

/** Height of a line, and the most that Excel allows, in points. */
const LINE = 15;
const TALLEST = 409;

/** Not every program adjusts the height of a row to its wrapped text. */
function heightOf(row: readonly Cell[], { columns }: Sheet): number {
  const lines = row.map((cell, index) => wrapped(cell, columns[index]));
  return Math.min(TALLEST, LINE * Math.max(1, ...lines));
}

/** @returns how many lines a text takes in its column; other cells are never wrapped */
function wrapped(cell: Cell, column: Column | undefined): number {
  if (typeof cell !== 'string' || column?.format !== 'text') return 1;
  return cell.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / (column.width * 1.1))), 0);
}

/** Dates as midnight UTC: exceljs would shift a local one by the time zone. */
function valueOf(cell: Cell): ExcelJS.CellValue {
  if (cell === null) return null;
  if (typeof cell === 'string') return textInWorkbook(beginningOf(cell, inCharacters(LONGEST_TEXT)));
  if (typeof cell === 'number') return cell;
  if ('date' in cell) return new Date(`${cell.date}T00:00:00.000Z`);
  return { formula: cell.formula, result: cell.value };
}
