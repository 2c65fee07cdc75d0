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
import type { Drawn } from './pdf-request.ts';

const FORMATS: Readonly<Record<CellFormat, string>> = {
  text: '@',
  date: 'dd/mm/yyyy',
  whole: '0',
  days: '0.00;-0.00;"–"',
  hours: '[h]:mm',
  'signed-hours': '0.00',
};
type Packer = { append: (this: Packer, data: string | Uint8Array, part: { readonly base64?: boolean }) => void };
const packer = (zipStream as { readonly ZipWriter: { readonly prototype: Packer } }).ZipWriter.prototype;
const { append } = packer;
/** Given a text, the packer encodes it in pieces of 16,384 units, and spoils each emoji that lies on a border: it is given bytes. */
packer.append = function (data, part) {
  append.call(this, typeof data === 'string' && part.base64 !== true ? Buffer.from(data, 'utf8') : data, part);
};

/** The type of the other cells, in bold; words in it take more room. */
const STRONG: Partial<ExcelJS.Font> = { name: 'Calibri', size: 11, bold: true };
const BOLD = 0.8;

/** Excel cuts texts beyond this many characters. */
const LONGEST_TEXT = 32_767;

/** @returns the bytes in an array buffer of their own, and the number of sheets */
export async function renderXlsx(model: Model): Promise<Drawn> {
  const book = new ExcelJS.Workbook();
  book.creator = model.author === '' ? 'Tierce' : heldText(model.author);
  book.title = heldText(model.title);
  book.calcProperties.fullCalcOnLoad = true;
  for (const sheet of model.sheets) addSheet(book, sheet, model);
  const buffer = await book.xlsx.writeBuffer();
  return { bytes: Uint8Array.from(new Uint8Array(buffer)), pages: model.sheets.length, missing: [] };
}

function addSheet(book: ExcelJS.Workbook, sheet: Sheet, { title, foot }: Model): void {
  const page = book.addWorksheet(sheetName(sheet.name), {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: printSetup(sheet),
    headerFooter: { oddHeader: `&L${inMargin(title)}&R&A`, oddFooter: `&L${inMargin(foot)}&R&P / &N` },
  });
  page.columns = sheet.columns.map(({ width, format }) => ({ width, style: { numFmt: FORMATS[format], alignment: alignmentOf(format) } }));
  const heads = page.addRow(sheet.columns.map(({ head }) => textInWorkbook(head)));
  heads.height = heightOf(
    sheet.columns.map(({ head }) => head),
    sheet.columns.map(({ width }) => ({ format: 'text', width: width * BOLD })),
  );
  heads.eachCell((cell, index) => {
    cell.numFmt = '@';
    cell.font = STRONG;
    cell.border = { bottom: { style: 'thin' } };
    cell.alignment = { ...alignmentOf(sheet.columns[index - 1]?.format ?? 'text'), vertical: 'bottom', wrapText: true };
  });
  for (const row of sheet.rows) page.addRow(valuesOf(row, sheet)).height = heightOf(row, sheet.columns);
  if (sheet.total !== null) addTotal(page.getRow(totalRowOf(sheet.rows.length)), valuesOf(sheet.total, sheet));
  page.autoFilter = { from: 'A1', to: `${columnLetter(sheet.columns.length - 1)}${FIRST_ROW + sheet.rows.length - 1}` };
}

/** Text and dates on the left with a small indent, figures on the right. */
function alignmentOf(format: CellFormat): Partial<ExcelJS.Alignment> {
  return format === 'text' || format === 'date'
    ? { vertical: 'top', horizontal: 'left', indent: 1, wrapText: format === 'text' }
    : { vertical: 'top', horizontal: 'right' };
}

function addTotal(row: ExcelJS.Row, total: readonly ExcelJS.CellValue[]): void {
  row.values = [...total];
  row.eachCell({ includeEmpty: true }, (cell) => {
    cell.font = STRONG;
    cell.border = { top: { style: 'thin' } };
  });
}

/** Height of a line, and the most that Excel allows, in points. */
const LINE = 16;
const TALLEST = 409;

/** Not every program adjusts the height of a row to its wrapped text. */
function heightOf(row: readonly Cell[], columns: readonly Pick<Column, 'format' | 'width'>[]): number {
  const lines = row.map((cell, index) => wrapped(cell, columns[index]));
  return Math.min(TALLEST, LINE * Math.max(1, ...lines));
}

/** @returns how many lines a text takes in its column; other cells are never wrapped */
function wrapped(cell: Cell, column: Pick<Column, 'format' | 'width'> | undefined): number {
  if (typeof cell !== 'string' || column?.format !== 'text') return 1;
  return cell.split('\n').reduce((sum, line) => sum + linesOf(line, column.width - INDENT), 0);
}

/** What a cell loses of its width, in characters. */
const INDENT = 2;

/** Word by word, as spreadsheets wrap; a word longer than the line takes several. */
function linesOf(text: string, width: number): number {
  let [lines, room] = [1, width];
  for (const word of text.split(' ')) {
    if (word.length > room && room < width) [lines, room] = [lines + 1, width];
    const more = Math.max(0, Math.ceil(word.length / width) - 1);
    lines += more;
    room -= word.length - more * width + 1;
  }
  return lines;
}

/** Sheets up to this width are printed upright: as many characters fit on A4 in a type that can be read. */
const UPRIGHT = 135;
const A4 = 9;
/** In inches, as spreadsheets keep them. */
const MARGINS = { left: 0.6, right: 0.6, top: 0.8, bottom: 0.7, header: 0.4, footer: 0.35 };

/** All columns on one page, the heads on every page. */
function printSetup({ columns }: Sheet): Partial<ExcelJS.PageSetup> {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  return {
    orientation: width > UPRIGHT ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    paperSize: A4,
    printTitlesRow: '1:1',
    margins: MARGINS,
  };
}

/** A spreadsheet takes no more than 255 characters for the head of a page, and reads what follows an ampersand as a sign of its own. */
const LONGEST_IN_MARGIN = 100;

function inMargin(text: string): string {
  return beginningOf(heldText(text), inCharacters(LONGEST_IN_MARGIN)).replaceAll('&', '&&');
}

/** How many minutes make one of what a format shows; others are shown as they are. */
const MINUTES_IN: Readonly<Partial<Record<CellFormat, number>>> = { hours: 24 * 60, 'signed-hours': 60 };

function valuesOf(row: readonly Cell[], { columns }: Sheet): readonly ExcelJS.CellValue[] {
  return row.map((cell, index) => valueOf(cell, MINUTES_IN[columns[index]?.format ?? 'text'] ?? 1));
}

/** Dates as midnight UTC: exceljs would shift a local one by the time zone. */
function valueOf(cell: Cell, unit: number): ExcelJS.CellValue {
  if (cell === null) return null;
  if (typeof cell === 'string') return textInWorkbook(beginningOf(cell, inCharacters(LONGEST_TEXT)));
  if (typeof cell === 'number') return cell / unit;
  if ('date' in cell) return new Date(`${cell.date}T00:00:00.000Z`);
  return { formula: cell.formula, result: cell.value / unit };
}
