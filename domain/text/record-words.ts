// The values of any record in words, as the screens write them: for the history, and for whoever reads an export without Tierce.
import { type Accompaniment, rowsIn } from '../document.ts';
import { formatDate } from '../format/dates.ts';
import { formatHours } from '../format/durations.ts';
import { type Field, isMadeByMain, plainField } from '../tables/field.ts';
import { type AnyRecord, declarationOf, fieldEntries, type FieldValue, ownTitle, type TableName } from '../tables/tables.ts';
import { calendarDate, minutes } from '../units.ts';
import type { Catalogue } from './fr.ts';
import type { Locale } from './locale.ts';

export type WordsOf = { readonly texts: Catalogue; readonly locale: Locale; readonly accompaniment: Accompaniment };

type NamedField = { readonly field: string; readonly declared: Field; readonly name: string };

/** @returns the fields of a table that mean something to a reader, with their names, in the order of its declaration */
export function toldFieldsOf(table: TableName, texts: Catalogue): readonly NamedField[] {
  return namedFieldsOf(table, texts).filter(({ declared }) => !isMadeByMain(declared));
}

/** @returns every field of a table with its name, in the order of its declaration */
export function namedFieldsOf(table: TableName, texts: Catalogue): readonly NamedField[] {
  const names: Readonly<Record<string, string>> = texts.tables[table].fields;
  return fieldEntries(table).map(([field, declared]) => ({ field, declared, name: names[field] ?? field }));
}

/** @returns a value as a reader of the locale writes it; nothing for an empty one, the title of the record for a reference */
export function valueInWords(table: TableName, field: string, value: FieldValue, { texts, locale, accompaniment }: WordsOf): string {
  if (value === null || value === '') return '';
  const declared = declarationOf(table).fields[field];
  const plain = declared === undefined ? null : plainField(declared);
  switch (plain?.kind) {
    case 'date':
      return formatDate(calendarDate(String(value)), 'long', locale);
    case 'minutes':
      return formatHours(minutes(Number(value)), locale);
    case 'flag':
      return value === true ? texts.history.yes : texts.history.no;
    case 'choice':
      return choiceInWords(texts, { table, field, value: String(value) });
    case 'reference': {
      const record = rowsIn(accompaniment, plain.to as TableName)[String(value)];
      return record === undefined ? '…' : titleOf(plain.to as TableName, record, texts);
    }
    default:
      return String(value);
  }
}

/** @returns what names a record: its own name, else the word that its table names it by; empty for one without either */
export function recordName(table: TableName, record: AnyRecord, texts: Catalogue): string {
  const own = ownTitle(table, record);
  const { elseNamedBy: field } = declarationOf(table);
  return own !== '' || field === undefined ? own : choiceInWords(texts, { table, field, value: String(record[field]) });
}

/** @returns the same in a sentence: … for a record without a name */
export function titleOf(table: TableName, record: AnyRecord, texts: Catalogue): string {
  const name = recordName(table, record, texts);
  return name === '' ? '…' : name;
}

type Chosen = { readonly table: TableName; readonly field: string; readonly value: string };

/** A value that no list has, as the history of a foreign file may hold one, stands for itself. */
function choiceInWords({ tables }: Catalogue, { table, field, value }: Chosen): string {
  const lists: Readonly<Record<string, Readonly<Record<string, string>>>> = tables[table].choices;
  const list = lists[field] ?? {};
  return Object.hasOwn(list, value) ? (list[value] ?? value) : value;
}
