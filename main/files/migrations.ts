// Brings content of an older format version up to this one: the tables of a file, the changes of a journal, the entries of the history.
import { blankFields } from '@domain/tables/blank.ts';
import type { Change } from '@domain/document.ts';
import type { FileFailure } from '@domain/failures.ts';
import type { HistoryEntry } from '@domain/history/history.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import type { FileKind, Up } from '@domain/tables/table.ts';
import { type AnyRecord, declarationOf, SINGLE_ID, type TableName, tablesOfKind, tablesSince } from '@domain/tables/tables.ts';
import { fieldsUp, recordUp } from '@domain/tables/up.ts';
import { FORMAT_VERSION } from './envelope.ts';
import { isObject, type JsonObject } from './json.ts';

/** @returns whether data gives a version that this Tierce can bring up to date; or file-damaged if it is not a version, file-newer. */
export function checkVersion(version: unknown, name: string, target = FORMAT_VERSION): Result<number, FileFailure> {
  if (typeof version !== 'number' || !Number.isSafeInteger(version) || version < 1)
    return refuse({ code: 'file-damaged', name, where: 'formatVersion' });
  return version > target ? refuse({ code: 'file-newer', name, version, supported: target }) : ok(version);
}

type Older = { readonly kind: FileKind; readonly version: number; readonly name: string };

/**
 * Nothing is written: the file stays as it is.
 * @param tables rows by table, from all the sections of a file, opened
 * @param older.name bare name of the file, for messages
 * @returns the tables in the form of the current version; anything that is not a row is left for the strict reading to judge;
 * file-not-migrated if a record could not be brought up to date
 */
export function migrateTables(tables: JsonObject, { kind, version, name }: Older): Result<JsonObject, FileFailure> {
  if (version === FORMAT_VERSION) return ok(tables);
  const added = tablesSince(kind, version).map((table) => [table, firstRows(table)] as const);
  const migrated = { ...Object.fromEntries(added), ...tables };
  for (const table of tablesOfKind(kind)) {
    const rows = tables[table];
    if (!isObject(rows) || upsOf(table).every(({ to }) => to <= version)) continue;
    const up: Record<string, unknown> = {};
    for (const [id, row] of Object.entries(rows)) {
      const record = isObject(row) ? migrateRecord(table, row, version) : undefined;
      if (record === null) return refuse({ code: 'file-not-migrated', name, version, table, id: id.slice(0, 64) });
      up[id] = record ?? row;
    }
    migrated[table] = up;
  }
  return ok(migrated);
}

/** @returns one row in the form of the current version; `null` if bringing it up to date fails */
export function migrateRecord(table: TableName, row: JsonObject, version: number): JsonObject | null {
  try {
    return recordUp(row as AnyRecord, upsOf(table), version); // its field values are judged once it has the current form
  } catch {
    return null;
  }
}

/** A journal may have been started by an older Tierce. @returns the change in the current form; `null` if bringing it up to date fails */
export function migrateChange(change: Change, version: number): Change | null {
  const ups = upsOf(change.table);
  const up = (record: AnyRecord | null): AnyRecord | null => (record === null ? null : recordUp(record, ups, version));
  try {
    return { ...change, before: up(change.before), after: up(change.after) };
  } catch {
    return null;
  }
}

/**
 * @returns a history entry in the current form: whole if a record was added or removed, otherwise the fields that differ; `null` if
 * bringing it up to date fails
 */
export function migrateEntry(entry: HistoryEntry, version: number): HistoryEntry | null {
  const ups = upsOf(entry.table);
  const isWhole = entry.before === null || entry.after === null;
  const up = (fields: HistoryEntry['before']): HistoryEntry['before'] =>
    fields === null ? null : isWhole ? recordUp(fields, ups, version) : fieldsUp(fields, ups, version);
  try {
    return { ...entry, before: up(entry.before), after: up(entry.after) };
  } catch {
    return null;
  }
}

/** What a table starts with in a file from before it existed: nothing, or its only record, blank. */
function firstRows(table: TableName): JsonObject {
  return declarationOf(table).edits === 'single' ? { [SINGLE_ID]: { id: SINGLE_ID, ...blankFields(table) } } : {};
}

function upsOf(table: TableName): readonly Up[] {
  return declarationOf(table).ups ?? [];
}
