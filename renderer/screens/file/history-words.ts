// What an entry of the history says, in words: which fields, with their values as the screens write them.
import type { Accompaniment } from '@domain/document.ts';
import { formatDate } from '@domain/format/dates.ts';
import { formatHours } from '@domain/format/durations.ts';
import type { HistoryEntry } from '@domain/history/history.ts';
import { plainField } from '@domain/tables/field.ts';
import { type AnyRecord, declarationOf, type FieldValue, type TableName } from '@domain/tables/tables.ts';
import type { Catalogue } from '@domain/text/fr.ts';
import type { Locale } from '@domain/text/locale.ts';
import { calendarDate, minutes } from '@domain/units.ts';

export type WordsOf = { readonly texts: Catalogue; readonly locale: Locale; readonly accompaniment: Accompaniment };
export type ToldField = { readonly name: string; readonly before: string; readonly after: string };

/** Made by main, of no meaning to a reader. */
const UNTOLD = ['order', 'stamp', 'fingerprint', 'box'];

/** @returns the fields of an entry that mean something to a reader; of a record that came or went, those that hold something */
export function toldFields({ table, before, after }: HistoryEntry, words: WordsOf): readonly ToldField[] {
  const declared = declarationOf(table).fields;
  const names: Readonly<Record<string, string>> = words.texts.fields;
  return Object.keys(declared).flatMap((field): readonly ToldField[] => {
    const of = declared[field];
    if (of === undefined || UNTOLD.includes(plainField(of).kind) || field === 'methodKey') return [];
    if (!(field in (before ?? {})) && !(field in (after ?? {}))) return [];
    const value = (side: HistoryEntry['before']): string => valueInWords(table, field, side?.[field] ?? null, words);
    const told = { name: names[field] ?? field, before: value(before), after: value(after) };
    return told.before === '' && told.after === '' ? [] : [told];
  });
}

/** @returns the name of the record: as it is now, else as it was when it went */
export function recordName({ table, id, before, after }: HistoryEntry, { accompaniment }: Pick<WordsOf, 'accompaniment'>): string {
  const { title } = declarationOf(table);
  const now = rowsOf(accompaniment, table)[id];
  return String(now?.[title] ?? after?.[title] ?? before?.[title] ?? '');
}

function valueInWords(table: TableName, field: string, value: FieldValue, { texts, locale, accompaniment }: WordsOf): string {
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
      return choiceWords(texts, table, field)[String(value)] ?? String(value);
    case 'reference': {
      const record = rowsOf(accompaniment, plain.to as TableName)[String(value)];
      return record === undefined ? '…' : String(record[declarationOf(plain.to as TableName).title] ?? '…');
    }
    default:
      return String(value);
  }
}

/** The words of each closed list, by the field that chooses from it. */
function choiceWords({ words }: Catalogue, table: TableName, field: string): Readonly<Record<string, string>> {
  const lists: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    scheme: words.scheme, mode: words.mode, role: words.role, circle: words.circle, vat: words.vat, overrun: words.overrun, about: words.mandateAbout, state: words.mandateState, code: words.kind,
    morning: words.presence, afternoon: words.presence,
    'sessions.status': words.sessionStatus, 'phases.status': words.phaseStatus, 'actions.status': words.actionStatus, 'timeEntries.status': words.entryStatus,
  };
  return lists[`${table}.${field}`] ?? lists[field] ?? {};
}

function rowsOf(accompaniment: Accompaniment, table: TableName): Readonly<Record<string, AnyRecord>> {
  const rows: Readonly<Record<string, unknown>> = accompaniment;
  return (rows[table] ?? {}) as Readonly<Record<string, AnyRecord>>; // a section holds the rows of each of its tables
}
