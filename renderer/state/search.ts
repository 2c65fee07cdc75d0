// Search in the open accompaniment: the index of each table is kept until the table changes.
import type { Accompaniment } from '@domain/document.ts';
import { formatDate } from '@domain/format/dates.ts';
import { type Hit, type IndexedRecord, indexTable, searchIn, type SearchTable, searchTables } from '@domain/search/search-index.ts';
import type { AnyRecord } from '@domain/tables/tables.ts';
import type { Locale } from '@domain/text/locale.ts';
import { dateOf, markOf } from './places.ts';
import { recordName } from '@domain/text/record-words.ts';
import { textsIn } from './texts.ts';
import { by } from '@domain/ordering.ts';

type Kept = { readonly rows: Accompaniment[SearchTable]; readonly locale: Locale; readonly indexed: readonly IndexedRecord[] };
const kept = new Map<SearchTable, Kept>();

export type FoundTable = { readonly table: SearchTable; readonly hits: readonly Hit[] };

/** @returns what was found, table by table: the table with the nearest hit first, then the one with the shortest title. */
export function searchAll(accompaniment: Accompaniment, sought: string, locale: Locale): readonly FoundTable[] {
  const found = searchTables().map((table) => ({ table, hits: searchIn(indexOf(accompaniment, table, locale), sought) }));
  return found
    .filter(({ hits }) => hits.length > 0)
    .toSorted(
      by(
        ({ hits: [first] }) => first?.rank ?? 2,
        ({ hits }) => shortestTitle(hits),
      ),
    );
}

/** Of the nearest hits: the person who is called so comes before the actions that name them. */
function shortestTitle(hits: readonly Hit[]): number {
  const nearest = hits[0]?.rank;
  return hits.reduce((least, { rank, titleLength }) => (rank === nearest ? Math.min(least, titleLength) : least), Infinity);
}

function indexOf(accompaniment: Accompaniment, table: SearchTable, locale: Locale): readonly IndexedRecord[] {
  const rows = accompaniment[table];
  const before = kept.get(table);
  if (before !== undefined && before.rows === rows && before.locale === locale) return before.indexed;
  const texts = textsIn(locale);
  const words = (_: SearchTable, record: AnyRecord): string => {
    const date = dateOf(table, record);
    return [texts.tables[table].one, recordName(table, record, texts), date === null ? '' : formatDate(date, 'long', locale)].join(' ');
  };
  const indexed = indexTable(table, rows, words, (record) => markOf(table, record));
  kept.set(table, { rows, locale, indexed });
  return indexed;
}
