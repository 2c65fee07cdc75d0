// Guards of any record: known tables of this kind of file, sound references, single records, registers that only grow.
import { type Change, type Document, recordOf } from '../document.ts';
import { type AnyRecord, declarationOf, isTableName, referenceEntries, referencesTo, SINGLE_ID, type TableName } from '../tables/tables.ts';
import type { Guard } from './guard.ts';

export const kindOfFile: Guard = {
  name: 'kind of file',
  rule: 'a record lives only in the kind of file that its table declares',
  check: ({ before, changes }) => {
    const foreign = changes.find((change) => declarationOf(change.table).kind !== before.kind);
    return foreign === undefined ? null : { code: 'table-closed', table: foreign.table };
  },
};

export const singleRecord: Guard = {
  name: 'single record',
  rule: 'a table declared single has one record, never removed',
  check: ({ changes }) => {
    const wrong = changes.find(
      (change) =>
        declarationOf(change.table).edits === 'single' && (change.id !== SINGLE_ID || (change.after === null && change.before !== null)),
    );
    return wrong === undefined ? null : { code: 'singleton', table: wrong.table };
  },
};

export const referencesExist: Guard = {
  name: 'references exist',
  rule: 'every reference points to a record of its table',
  check: (proposal) => {
    for (const { table, before, after: record } of proposal.changes) {
      const given = record === null ? [] : pointersOf(table, record).filter(({ field, target }) => before?.[field] !== target);
      const dangling = given.find(({ to, target }) => !isTableName(to) || proposal.recordAfter(to, target) === null);
      if (dangling !== undefined) return { code: 'reference-missing', table, field: dangling.field };
    }
    return null;
  },
};

type Pointer = { readonly field: string; readonly to: string; readonly target: string };

/** @returns the references of a record that point to something. */
function pointersOf(table: TableName, record: AnyRecord): readonly Pointer[] {
  return referenceEntries(table).flatMap(([field, { to }]) => {
    const target = record[field];
    return typeof target === 'string' ? [{ field, to, target }] : [];
  });
}

function isThere(document: Document, table: string, id: string): boolean {
  return isTableName(table) && recordOf(document, table, id) !== null;
}

/** @returns the first field of a record that points to a missing record, or `null`. */
export function danglingField(document: Document, table: TableName, record: AnyRecord): string | null {
  for (const [field, { to }] of referenceEntries(table)) {
    const target = record[field];
    if (typeof target === 'string' && !isThere(document, to, target)) return field;
  }
  return null;
}

export const nothingDangling: Guard = {
  name: 'nothing dangling',
  rule: 'a record to which another points is not removed',
  check: (proposal) => {
    const removed = proposal.changes.filter((change) => change.after === null && proposal.recordAfter(change.table, change.id) === null);
    for (const change of removed) {
      for (const { table, field } of referencesTo(change.table)) {
        const count = Object.values<AnyRecord>(proposal.rowsAfter(table)).filter((record) => record[field] === change.id).length;
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

/** @returns the new or changed records of one table after the changes. */
export function written(changes: readonly Change[], table: Change['table']) {
  return changes.flatMap((change) => (change.table === table && change.after !== null ? [change.after] : []));
}
