// Which contents a document names: what is attached to it, and the frozen copies of what was given.
import { type Change, type Document, rowsOf } from '../document.ts';
import { plainField } from './field.ts';
import { type AnyRecord, fieldEntries, isTableName, ownTitle, type TableName, tableNames } from './tables.ts';

/** A field that names a content by its SHA-256. `isNeeded`: a record that lost it means nothing; others only lose what it held. */
type ContentField = { readonly table: TableName; readonly field: string; readonly isNeeded: boolean };

const CONTENT_FIELDS: readonly ContentField[] = tableNames().flatMap((table) =>
  fieldEntries(table).flatMap(([field, declared]) =>
    plainField(declared).kind === 'fingerprint' ? [{ table, field, isNeeded: declared.kind !== 'optional' }] : [],
  ),
);

/** The tables of which records name contents. */
export const TABLES_WITH_CONTENTS: readonly TableName[] = [...new Set(CONTENT_FIELDS.map(({ table }) => table))];

/** @returns the contents that a record names, by their SHA-256; for a message also what it calls them */
export function contentsOf(table: string, record: AnyRecord): readonly { readonly sha256: string; readonly name: string }[] {
  if (!isTableName(table) || !TABLES_WITH_CONTENTS.includes(table)) return [];
  return CONTENT_FIELDS.flatMap((one) => {
    const sha256 = one.table === table ? record[one.field] : null;
    return typeof sha256 === 'string' ? [{ sha256, name: ownTitle(table, record) }] : [];
  });
}

/** @returns every content that a document names, each once */
export function contentsNamedIn(document: Document): ReadonlySet<string> {
  const records = TABLES_WITH_CONTENTS.flatMap((table) => Object.values(rowsOf(document, table)).map((record) => ({ table, record })));
  return new Set(records.flatMap(({ table, record }) => contentsOf(table, record).map(({ sha256 }) => sha256)));
}

/** @returns every content that the two sides of changes name */
export function contentsNamedBy(changes: readonly Change[]): readonly { readonly sha256: string; readonly name: string }[] {
  return changes.flatMap(({ table, before, after }) =>
    [before, after].flatMap((record) => (record === null ? [] : contentsOf(table, record))),
  );
}

/**
 * @returns a record without the contents that are gone: the same where none is, without its copy where it lives without one, `null` where it
 * means nothing any more
 */
export function withoutLostContents(table: TableName, record: AnyRecord, isThere: (sha256: string) => boolean): AnyRecord | null {
  const lost = CONTENT_FIELDS.filter((one) => {
    const sha256 = one.table === table ? record[one.field] : null;
    return typeof sha256 === 'string' && !isThere(sha256);
  });
  if (lost.some(({ isNeeded }) => isNeeded)) return null;
  return lost.length === 0 ? record : { ...record, ...Object.fromEntries(lost.map(({ field }) => [field, null])) };
}
