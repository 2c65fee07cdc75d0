// Every text of an accompaniment, ready to be searched without regard to accents: made from the declarations of the tables.
import type { Accompaniment } from '../document.ts';
import { plainField } from '../tables/field.ts';
import { type AnyRecord, declarationOf, fieldEntries, type TableName, type TableOfClass, tableNames } from '../tables/tables.ts';
import { searchKey, wordsSought } from '../writing/search-key.ts';
import { by, lastFirst } from '../ordering.ts';

/** Only what may leave this computer is searched: neither desk nor vault is of this type. */
export type SearchTable = TableOfClass<'accompaniment'>;
/** One record with the keys of its texts; `about` joins all of them. */
export type IndexedRecord = {
  readonly table: SearchTable;
  readonly id: string;
  readonly title: string;
  /** By which people refer to it, such as the number of a decision. */
  readonly mark: string;
  readonly about: string;
};
/** titleLength: of the key, in characters; of two titles that hold the words the shorter one is nearer. rank 0: the title or the mark begins with the query; 1: the title holds its words; 2: they are in any text of the record. */
export type Hit = { readonly table: SearchTable; readonly id: string; readonly rank: 0 | 1 | 2; readonly titleLength: number };
/** What a record can be found by besides its own texts, such as its date in words. */
export type OtherWords = (table: SearchTable, record: AnyRecord) => string;
/** What a record is referred to by, such as `D-2026-07`; empty for most. */
export type MarkOf = (record: AnyRecord) => string;

/** @returns the tables that are searched, in file order. */
export function searchTables(): readonly SearchTable[] {
  return SEARCHED;
}

/** @returns the names of the fields that hold readable text. */
export function textFieldsOf(table: SearchTable): readonly string[] {
  return TEXT_FIELDS[table];
}

/** @returns the index of one table, the latest first if its records are dated; those without a date come last. */
export function indexTable<T extends SearchTable>(
  table: T,
  rows: Accompaniment[T],
  others: OtherWords,
  markOf: MarkOf = () => '',
): readonly IndexedRecord[] {
  const { title, day } = declarationOf(table);
  const records: readonly AnyRecord[] = Object.values(rows);
  const latestFirst = day === null ? records : records.toSorted(lastFirst(by((record) => String(record[day] ?? ''))));
  return latestFirst.map((record) => {
    const texts = TEXT_FIELDS[table].map((field) => record[field]).filter((text) => typeof text === 'string' && text !== '');
    return {
      table,
      id: record.id,
      title: searchKey(String(record[title] ?? '')),
      mark: searchKey(markOf(record)),
      about: searchKey(`${texts.join('\n')}\n${others(table, record)}\n${markOf(record)}`),
    };
  });
}

/** @returns the records that contain every word of `sought`, the best matches first. */
export function searchIn(indexed: readonly IndexedRecord[], sought: string): readonly Hit[] {
  const words = wordsSought(sought);
  if (words.length === 0) return [];
  const hits = indexed
    .filter(({ about }) => words.every((word) => about.includes(word)))
    .map((one): Hit => ({ table: one.table, id: one.id, rank: rankOf(one, words), titleLength: one.title.length }));
  return hits.toSorted(by(({ rank }) => rank));
}

function rankOf({ title, mark }: IndexedRecord, words: readonly string[]): Hit['rank'] {
  const joined = words.join(' ');
  if (title.startsWith(joined) || (mark !== '' && mark.startsWith(joined))) return 0;
  return words.every((word) => title.includes(word)) ? 1 : 2;
}

const SEARCHED = tableNames().filter(isSearched);
const TEXT_FIELDS = Object.fromEntries(SEARCHED.map((table) => [table, readableFields(table)])) as Readonly<
  Record<SearchTable, readonly string[]>
>; // one entry for each table

function isSearched(table: TableName): table is SearchTable {
  return declarationOf(table).class === 'accompaniment';
}

function readableFields(table: SearchTable): readonly string[] {
  return fieldEntries(table).flatMap(([name, field]) => (plainField(field).kind === 'text' ? [name] : []));
}
