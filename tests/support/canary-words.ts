// Words that must not get out, put into every private text, and the search for them in whatever did get out.
import { declarationOf, fieldEntries, type TableName, tablesOfKind } from '@domain/tables/tables.ts';

/** The words in the vault: a note, a line dropped in while it is locked, the name of a tension, the passphrase. */
export const VAULT_WORDS = {
  note: 'zibelineviolette',
  line: 'ocelotindigo',
  conflict: 'salamandrepourpre',
  passphrase: 'mandragorebleue',
} as const;

/** Every table of the desk of an accompaniment. */
export const deskTables: readonly TableName[] = tablesOfKind('accompaniment').filter((table) => declarationOf(table).class === 'desk');

/** @returns the word that is in that text of a desk record */
export function deskWord(table: TableName, field: string): string {
  return `loutremauve${table}${field}`.toLowerCase();
}

/** One word for each text of each desk table, as declared: a new table is covered without a change here. */
export const DESK_WORDS: readonly string[] = deskTables.flatMap((table) =>
  fieldEntries(table).flatMap(([field, { kind }]) => (kind === 'text' ? [deskWord(table, field)] : [])),
);

/** @returns those of the words that are in the bytes: as they are, as two-byte characters, in hexadecimal, or within Base64 */
export function wordsIn(bytes: Uint8Array | string, words: readonly string[]): readonly string[] {
  const text = (typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : Buffer.from(bytes)).toString('latin1');
  const lower = text.toLowerCase();
  return words.filter((word) => lower.includes(word.toLowerCase()) || formsOf(word).some((form) => text.includes(form)));
}

function formsOf(word: string): readonly string[] {
  const bytes = Buffer.from(word, 'utf8');
  const aligned = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replaceAll('=', '')
      .slice(shift === 0 ? 0 : shift + 1, -2),
  );
  return [Buffer.from(word, 'utf16le').toString('latin1'), bytes.toString('hex'), ...aligned];
}
