// Believes loose records: each belongs to the table whose heading stands above it, or else to the one table whose form it has.
import { groupedBy } from '@domain/grouping.ts';
import { isSoundRecord } from '@domain/tables/sound-record.ts';
import { type AnyRecord, declarationOf, fieldEntries, SINGLE_ID, type TableName, tableNames } from '@domain/tables/tables.ts';
import type { FileKind } from '@domain/tables/table.ts';
import { migrateTables } from '../files/migrations.ts';
import type { LooseRecord, Pieces } from './pieces.ts';
import { isData } from './read-whole.ts';

/** Sound records by table and id. */
export type Placed = ReadonlyMap<TableName, Map<string, AnyRecord>>;

/** @returns the records that are sound; what is not is noted as lost. Of two under one id the later one counts, as in JSON. */
export function placeRecords(pieces: Pieces, kind: FileKind, version: number): Placed {
  const placed = new Map(tableNames().map((table) => [table, new Map<string, AnyRecord>()]));
  for (const loose of pieces.records) {
    const believed = believe(loose, kind, version);
    if (believed === null) pieces.lose(loose.table ?? 'accompaniment', loose.id);
    else placed.get(believed.table)?.set(loose.id, believed.record);
  }
  return placed;
}

type Believed = { readonly table: TableName; readonly record: AnyRecord };

function believe({ table, id, value }: LooseRecord, kind: FileKind, version: number): Believed | null {
  const tables = table === null ? [] : [table];
  const found = soundIn(tables, id, value, { kind, version })[0];
  if (found !== undefined) return found;
  const [only, ...others] = soundIn(tablesOfForm(value), id, value, { kind, version });
  return only !== undefined && others.length === 0 ? only : null; // two tables of one form: nobody can tell which
}

function soundIn(tables: readonly TableName[], id: string, value: unknown, { kind, version }: { readonly kind: FileKind; readonly version: number }): readonly Believed[] {
  return tables.flatMap((table) => {
    const { edits, kind: home } = declarationOf(table);
    if (home !== kind || (edits === 'single' && id !== SINGLE_ID) || !isData(value)) return [];
    const record = isSoundRecord(table, id, value) ? value : broughtUp(table, id, value, { kind, version });
    return isSoundRecord(table, id, record) ? [{ table, record }] : [];
  });
}

/** A record of an older version gets the fields that it lacks, as in reading. */
function broughtUp(table: TableName, id: string, value: unknown, { kind, version }: { readonly kind: FileKind; readonly version: number }): unknown {
  const rows = migrateTables({ [table]: { [id]: value } }, kind, version)[table];
  return isData(rows) ? rows[id] : null;
}

/** Tables by the names of their fields: most have a form of their own. */
const BY_FORM = groupedBy(tableNames(), (table) => formOf(['id', ...fieldEntries(table).map(([field]) => field)]));

/** @returns the tables whose records have exactly these fields. An older record has fewer: without its heading it is not known. */
function tablesOfForm(value: unknown): readonly TableName[] {
  return isData(value) ? (BY_FORM.get(formOf(Object.keys(value))) ?? []) : [];
}

function formOf(fields: readonly string[]): string {
  return fields.toSorted().join();
}
