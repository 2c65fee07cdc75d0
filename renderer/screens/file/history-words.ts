// Puts an entry of the history in words: its fields, with their values as the screens write them.
import type { HistoryEntry } from '@domain/history/history.ts';
import { declarationOf } from '@domain/tables/tables.ts';
import { rowsIn } from '@domain/document.ts';
import { toldFieldsOf, valueInWords, type WordsOf } from '@domain/text/record-words.ts';

export type ToldField = { readonly name: string; readonly before: string; readonly after: string };

/** @returns the fields of an entry that mean something to a reader, without those empty both before and after */
export function toldFields({ table, before, after }: HistoryEntry, words: WordsOf): readonly ToldField[] {
  return toldFieldsOf(table, words.texts).flatMap(({ field, name }): readonly ToldField[] => {
    if (!(field in (before ?? {})) && !(field in (after ?? {}))) return [];
    const value = (side: HistoryEntry['before']): string => valueInWords(table, field, side?.[field] ?? null, words);
    const told = { name, before: value(before), after: value(after) };
    return told.before === '' && told.after === '' ? [] : [told];
  });
}

/** @returns the name of the record as it is now or, if the record is gone, as it was last */
export function recordName({ table, id, before, after }: HistoryEntry, { accompaniment }: Pick<WordsOf, 'accompaniment'>): string {
  const { title } = declarationOf(table);
  const now = rowsIn(accompaniment, table)[id];
  return String(now?.[title] ?? after?.[title] ?? before?.[title] ?? '');
}
