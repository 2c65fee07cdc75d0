// Words that must not get out, put into every private text, and the search for them in whatever did get out.
import type { Change, Document } from '@domain/document.ts';
import { plainField } from '@domain/tables/field.ts';
import { declarationOf, fieldEntries, type TableName, tablesOfKind } from '@domain/tables/tables.ts';
import fc from 'fast-check';
import { fieldValues } from './arbitraries.ts';

/** The words in the vault: a note, a line dropped in while it is locked, the name of a tension, the passphrase. */
export const VAULT_WORDS = {
  note: 'zibelineviolette',
  line: 'ocelotindigo',
  conflict: 'salamandrepourpre',
  passphrase: 'mandragorebleue',
} as const;

const deskTables: readonly TableName[] = tablesOfKind('accompaniment').filter((table) => declarationOf(table).class === 'desk');

/** @returns the word that is in that text of a desk record */
function deskWord(table: TableName, field: string): string {
  return `loutremauve${table}${field}`.toLowerCase();
}

/** One word for each text of each desk table, as declared: a new table is covered without a change here. */
export const DESK_WORDS: readonly string[] = deskTables.flatMap((table) =>
  fieldEntries(table).flatMap(([field, { kind }]) => (kind === 'text' ? [deskWord(table, field)] : [])),
);

/** @returns changes that add one record to each desk table, its texts full of canary words */
export function deskCanaries(document: Document): readonly Change[] {
  return deskTables.map((table): Change => {
    const id = `canary-${table.toLowerCase()}`;
    const fields = fieldEntries(table).map(
      ([name, field]) =>
        [
          name,
          plainField(field).kind === 'text' ? deskWord(table, name) : fc.sample(fieldValues(field, document), { numRuns: 1, seed: 7 })[0],
        ] as const,
    );
    return { table, id, before: null, after: { id, ...Object.fromEntries(fields) } };
  });
}

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
