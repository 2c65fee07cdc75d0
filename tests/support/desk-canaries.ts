// Records of the desk that are full of words that must not get out.
import type { Change, Document } from '@domain/document.ts';
import { plainField } from '@domain/tables/field.ts';
import { fieldEntries } from '@domain/tables/tables.ts';
import fc from 'fast-check';
import { fieldValues } from './arbitraries.ts';
import { deskTables, deskWord } from './canary-words.ts';

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
