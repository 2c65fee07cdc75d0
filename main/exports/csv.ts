// A table as CSV (RFC 4180): every declared field, in order; UTF-8 with a byte order mark, so that a spreadsheet keeps the accents.
import { type AnyRecord, fieldEntries, type FieldValue, type TableName } from '@domain/tables/tables.ts';
import { textForSpreadsheet } from '@domain/writing/spreadsheet.ts';

/** French spreadsheets read a comma as the decimal separator, while the semicolon works everywhere. */
const SEPARATOR = ';';
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * @param rows in the order in which a reader meets them
 * @returns the text of the file: field names as in the format, values as in the file, with an apostrophe before any text that a
 * spreadsheet would compute
 */
export function csvOf(table: TableName, rows: readonly AnyRecord[]): string {
  const fields = ['id', ...fieldEntries(table).map(([name]) => name)];
  const lines = rows.map((record) => fields.map((field) => cell(record[field] ?? null)));
  return `${BYTE_ORDER_MARK}${[fields, ...lines].map((cells) => `${cells.join(SEPARATOR)}\r\n`).join('')}`;
}

function cell(value: FieldValue): string {
  const text = typeof value === 'string' ? textForSpreadsheet(value) : value === null ? '' : String(value);
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
