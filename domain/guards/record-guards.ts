// Guards of any record: known tables of this kind of file, sound references, single records, registers that only grow.
import { type Change, recordOf, rowsOf } from '../document.ts';
import { plainField } from '../tables/field.ts';
import { declarationOf, fieldEntries, referencesTo, SINGLE_ID, tableNames } from '../tables/tables.ts';
import type { Guard } from './guard.ts';

export const kindOfFile: Guard = {
  name: 'kind of file',
  rule: 'a record lives only in the kind of file that its table declares',
  check: ({ after, changes }) => {
    const foreign = changes.find((change) => declarationOf(change.table).kind !== after.kind);
    return foreign === undefined ? null : { code: 'table-closed', table: foreign.table };
  },
};

export const singleRecord: Guard = {
  name: 'single record',
  rule: 'a table declared single has one record, never removed',
  check: ({ changes }) => {
    const wrong = changes.find((change) => declarationOf(change.table).edits === 'single' && (change.id !== SINGLE_ID || (change.after === null && change.before !== null)));
    return wrong === undefined ? null : { code: 'singleton', table: wrong.table };
  },
};

export const referencesExist: Guard = {
  name: 'references exist',
  rule: 'every reference points to a record of its table',
  check: ({ after, changes }) => {
    for (const change of changes) {
      if (change.after === null) continue;
      for (const [field, declared] of fieldEntries(change.table)) {
        const plain = plainField(declared);
        const target = change.after[field];
        if (plain.kind !== 'reference' || target === null || target === undefined) continue;
        if (!hasRecord(after, plain.to, String(target))) return { code: 'reference-missing', table: change.table, field };
      }
    }
    return null;
  },
};

export const nothingDangling: Guard = {
  name: 'nothing dangling',
  rule: 'a record to which another points is not removed',
  check: ({ after, changes }) => {
    const removed = changes.filter((change) => change.after === null && recordOf(after, change.table, change.id) === null);
    for (const change of removed) {
      for (const { table, field } of referencesTo(change.table)) {
        const count = Object.values(rowsOf(after, table)).filter((record) => record[field] === change.id).length;
        if (count > 0) return { code: 'reference-held', table: change.table, by: table, count };
      }
    }
    return null;
  },
};

export const registersGrow: Guard = {
  name: 'registers grow',
  rule: 'a passed or reopened gate stays as it was recorded',
  check: ({ changes }) => (changes.some((change) => change.table === 'gates' && change.before !== null) ? { code: 'gate-kept' } : null),
};

function hasRecord(document: Parameters<typeof recordOf>[0], table: string, id: string): boolean {
  const name = tableNames().find((known) => known === table);
  return name !== undefined && recordOf(document, name, id) !== null;
}

/** @returns the records of one table that the changes leave behind, new or changed. */
export function written(changes: readonly Change[], table: Change['table']) {
  return changes.flatMap((change) => (change.table === table && change.after !== null ? [change.after] : []));
}
