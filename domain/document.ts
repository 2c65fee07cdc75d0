// The document: typed tables in their three classes, and the pure application of changes to them.
import { type AnyRecord, declarationOf, type RecordOf, type TableName, type TableOfClass, tableNames } from './tables/tables.ts';
import type { Confidentiality, FileKind } from './tables/table.ts';
import { carrySums } from './tally.ts';

export type Rows<T extends TableName> = Readonly<Record<string, RecordOf<T>>>;
export type Section<C extends Confidentiality> = { readonly [T in TableOfClass<C>]: Rows<T> };

/** What may leave this computer, by level of confidentiality. */
export type Accompaniment = Section<'accompaniment'>;
/** The accompanist's own working data. */
export type Desk = Section<'desk'>;
/** Sealed records only. */
export type Vault = Section<'vault'>;
export type Document = { readonly kind: FileKind; readonly accompaniment: Accompaniment; readonly desk: Desk; readonly vault: Vault };

/** One record before and after a change; `null` where it does not exist. */
export type Change = {
  readonly table: TableName;
  readonly id: string;
  readonly before: AnyRecord | null;
  readonly after: AnyRecord | null;
};

/** @returns a document without records. */
export function emptyDocument(kind: FileKind): Document {
  return { kind, accompaniment: emptySection('accompaniment'), desk: emptySection('desk'), vault: emptySection('vault') };
}

/** @returns the rows of one table, without their specific type, for code that serves all tables alike. */
export function rowsOf(document: Document, table: TableName): Readonly<Record<string, AnyRecord>> {
  const section: Readonly<Record<string, unknown>> = document[declarationOf(table).class];
  return section[table] as Readonly<Record<string, AnyRecord>>; // a section holds the rows of each of its tables
}

/** @returns the records of one table by their ids */
export function rowsIn(accompaniment: Accompaniment, table: TableName): Readonly<Record<string, AnyRecord>> {
  const rows: Readonly<Record<string, unknown>> = accompaniment;
  return (rows[table] ?? {}) as Readonly<Record<string, AnyRecord>>; // a section holds the rows of each of its tables
}

/** @returns the record, or `null` if there is none. */
export function recordOf(document: Document, table: TableName, id: string): AnyRecord | null {
  const rows = rowsOf(document, table);
  return Object.hasOwn(rows, id) ? (rows[id] ?? null) : null;
}

/**
 * Applies changes in order, without judging them: in the main process the guards have already done so.
 * @returns a new document; tables that no change touches are the same objects as before.
 */
export function applyChanges(document: Document, changes: readonly Change[]): Document {
  const edited = new Map<TableName, Record<string, AnyRecord>>();
  for (const change of changes) {
    const rows = edited.get(change.table) ?? copyOf(rowsOf(document, change.table));
    if (change.after === null) delete rows[change.id];
    else rows[change.id] = change.after;
    edited.set(change.table, rows);
  }
  for (const [table, rows] of edited) carrySums(rowsOf(document, table), rows, changes);
  return [...edited].reduce(withRows, document);
}

/** @returns the changes that reverse these, in the order in which they must be applied. */
export function invertChanges(changes: readonly Change[]): readonly Change[] {
  return changes.map(({ table, id, before, after }) => ({ table, id, before: after, after: before })).toReversed();
}

/** @returns every record of every table of the document, in file order. */
export function everyRecord(document: Document): readonly { readonly table: TableName; readonly record: AnyRecord }[] {
  return tableNames().flatMap((table) => Object.values(rowsOf(document, table)).map((record) => ({ table, record })));
}

/** Spreading hundreds of ids costs six times as much: an object without a prototype is a dictionary from its first key on. */
function copyOf(rows: Readonly<Record<string, AnyRecord>>): Record<string, AnyRecord> {
  const copy = Object.create(null) as Record<string, AnyRecord>; // rows are only ever asked for their own keys
  for (const id of Object.keys(rows)) {
    const record = rows[id];
    if (record !== undefined) copy[id] = record;
  }
  return copy;
}

function withRows(document: Document, [table, rows]: readonly [TableName, Readonly<Record<string, AnyRecord>>]): Document {
  const section = declarationOf(table).class;
  return { ...document, [section]: { ...document[section], [table]: rows } };
}

function emptySection<C extends Confidentiality>(of: C): Section<C> {
  const names = tableNames().filter((table) => declarationOf(table).class === of);
  return Object.fromEntries(names.map((table) => [table, {}])) as Section<C>; // every table of the class, each without rows
}
