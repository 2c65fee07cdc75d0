// The order in which a reader meets the records of a table: in an export, in a sheet of the workbook.
import { rowsIn } from './document.ts';
import { by } from './ordering.ts';
import { titleOf, type WordsOf } from './text/record-words.ts';
import { byText } from './writing/sort.ts';
import { type AnyRecord, declarationOf, orderFieldOf, tableBehind, type TableName } from './tables/tables.ts';

/**
 * Records that are shown under another are grouped in the order of those, the ones under none last; then as the accompanist has
 * arranged them, else by date, else by name.
 */
export function inReadingOrder(table: TableName, words: WordsOf): readonly AnyRecord[] {
  const { accompaniment, texts } = words;
  const { place, day } = declarationOf(table);
  const field = 'under' in place ? place.under : null;
  const above = field === null ? null : tableBehind(table, field);
  const owners = above === null ? [] : inReadingOrder(above, words);
  const ranks = new Map(owners.map(({ id }, index) => [id, index]));
  const arranged = orderFieldOf(table) ?? day;
  const keys = by<AnyRecord>(
    (row) => (field === null ? 0 : (ranks.get(String(row[field])) ?? ranks.size)),
    (row) => (arranged === null ? '' : String(row[arranged] ?? '')),
  );
  const names = byText<AnyRecord>((row) => titleOf(table, row, texts));
  return Object.values(rowsIn(accompaniment, table)).toSorted((a, b) => keys(a, b) || names(a, b));
}
