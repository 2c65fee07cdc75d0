// A table as CSV (RFC 4180): every field of its declaration, in its order; UTF-8 with a mark at the beginning, so that a spreadsheet keeps the accents.
import { type AnyRecord, fieldEntries, type FieldValue, type TableName } from '@domain/tables/tables.ts';
import { textForSpreadsheet } from './spreadsheet-text.ts';

/** French spreadsheets read a comma as the sign of a decimal, and take the semicolon everywhere. */
const SEPARATOR = ';';
const BYTE_ORDER_MARK = '\uFEFF';

/** @returns the text of the file: names of fields as the format has them, values as the file holds them, a text behind an apostrophe where a spreadsheet would compute it */
export function csvOf(table: TableName, rows: Readonly<Record<string, AnyRecord>>): string {
  const fields = ['id', ...fieldEntries(table).map(([name]) => name)];
  const lines = Object.values(rows).map((record) => fields.map((field) => cell(record[field] ?? null)));
  return `${BYTE_ORDER_MARK}${[fields, ...lines].map((cells) => `${cells.join(SEPARATOR)}\r\n`).join('')}`;
}

function cell(value: FieldValue): string {
  const text = typeof value === 'string' ? textForSpreadsheet(value) : value === null ? '' : String(value);
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
