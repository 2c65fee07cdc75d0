// A sheet of the workbook for each register that declares its columns: one row for each record, in the words of the screens.
import { capitalised } from '../writing/capital.ts';
import { inReadingOrder } from '../reading-order.ts';
import { plainField } from '../tables/field.ts';
import { type AnyRecord, declarationOf, type TableName, tableNames } from '../tables/tables.ts';
import { catalogueOf } from '../text/catalogue.ts';
import { valueInWords, type WordsOf } from '../text/record-words.ts';
import { calendarDate } from '../units.ts';
import type { Cell, Column, Sheet } from './sheets.ts';
import type { WorkbookScope } from './workbook-scope.ts';

/** @returns the sheets of the registers, in the order of the file; the period does not limit them: a register is read as a whole */
export function registerSheets({ accompaniment, locale }: WorkbookScope): readonly Sheet[] {
  const texts = catalogueOf(locale);
  const words: WordsOf = { texts, locale, accompaniment };
  return tableNames().flatMap((table): readonly Sheet[] => {
    const { columns = [], class: audience } = declarationOf(table);
    if (columns.length === 0 || audience !== 'accompaniment') return [];
    const rows = inReadingOrder(table, words);
    return [
      {
        name: capitalised(texts.tables[table].many),
        columns: columns.map((field) => columnOf(table, field, words)),
        rows: rows.map((record) => columns.map((field) => cellOf(table, field, { record, words }))),
        total: null,
      },
    ];
  });
}

function columnOf(table: TableName, field: string, { texts }: WordsOf): Column {
  const names: Readonly<Record<string, string>> = texts.tables[table].fields;
  return { head: names[field] ?? field, ...lookOf(table, field) };
}

/** Widths in characters: a date in full, a word of a list, a name, a sentence. */
function lookOf(table: TableName, field: string): Pick<Column, 'format' | 'width'> {
  switch (kindOf(table, field)) {
    case 'date':
      return { format: 'date', width: 13 };
    case 'whole':
      return { format: 'whole', width: 10 };
    case 'minutes':
      return { format: 'hours', width: 10 };
    case 'choice':
    case 'clock':
    case 'flag':
      return { format: 'text', width: 16 };
    case 'reference':
      return { format: 'text', width: 22 };
    default:
      return { format: 'text', width: 40 };
  }
}

function cellOf(table: TableName, field: string, { record, words }: { readonly record: AnyRecord; readonly words: WordsOf }): Cell {
  const value = record[field] ?? null;
  const kind = kindOf(table, field);
  if (value === null) return kind === 'whole' || kind === 'minutes' || kind === 'date' ? null : '';
  if (kind === 'date') return { date: calendarDate(String(value)) };
  return typeof value === 'number' ? value : valueInWords(table, field, value, words);
}

function kindOf(table: TableName, field: string) {
  const declared = declarationOf(table).fields[field];
  return declared === undefined ? null : plainField(declared).kind;
}
