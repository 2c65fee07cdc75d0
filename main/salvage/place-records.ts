// Decides where loose records belong: in the table whose heading is above them, or else in the one table whose form they have.
import { groupedBy } from '@domain/grouping.ts';
import { contentsOf } from '@domain/tables/contents.ts';
import { isSoundRecord } from '@domain/tables/sound-record.ts';
import {
  type AnyRecord,
  declarationOf,
  fieldEntries,
  isTableName,
  referenceEntries,
  SINGLE_ID,
  type TableName,
  tableNames,
} from '@domain/tables/tables.ts';
import type { FileKind } from '@domain/tables/table.ts';
import { migrateRecord } from '../files/migrations.ts';
import type { LooseRecord, Pieces } from './pieces.ts';
import { isObject } from '../files/json.ts';

/** Sound records by table and id. */
export type Placed = ReadonlyMap<TableName, Map<string, AnyRecord>>;

/**
 * @param hasContent whether an attached content is whole
 * @returns the records that are sound; the others are recorded as lost. Of several with one id, the one that is as Tierce writes it and
 * points to nothing lost; of several such, the last, as in JSON
 */
export function placeRecords(pieces: Pieces, { kind, version }: Origin, hasContent: (sha256: string) => boolean = () => true): Placed {
  const copies = new Map(tableNames().map((table) => [table, new Map<string, readonly Copy[]>()]));
  for (const loose of pieces.records) {
    const believed = believe(loose, kind, version);
    const rows = believed === null ? undefined : copies.get(believed.table);
    if (believed === null || rows === undefined) pieces.lose(loose.table ?? 'accompaniment', loose.id);
    else
      rows.set(loose.id, [...(rows.get(loose.id) ?? []), { record: believed.record, isAsWritten: loose.isAsWritten }].slice(-MOST_COPIES));
  }
  const missing = (table: TableName, record: AnyRecord): number =>
    referenceEntries(table).filter(
      ([field, { to }]) => typeof record[field] === 'string' && !(isTableName(to) && copies.get(to)?.has(record[field]) === true),
    ).length + contentsOf(table, record).filter(({ sha256 }) => !hasContent(sha256)).length;
  const isWorse = (table: TableName, copy: Copy, other: Copy): boolean =>
    copy.isAsWritten === other.isAsWritten ? missing(table, copy.record) > missing(table, other.record) : other.isAsWritten;
  const best = (table: TableName, [first, ...others]: readonly Copy[]): AnyRecord | undefined =>
    others.reduce((sofar, copy) => (sofar !== undefined && isWorse(table, copy, sofar) ? sofar : copy), first)?.record;
  return new Map(
    [...copies].map(([table, rows]) => [
      table,
      new Map(
        [...rows].flatMap(([id, all]) => {
          const record = best(table, all);
          return record === undefined ? [] : [[id, record] as const];
        }),
      ),
    ]),
  );
}

type Copy = { readonly record: AnyRecord; readonly isAsWritten: boolean };
export type Origin = { readonly kind: FileKind; readonly version: number };
/** Bounds the comparing, for a file that repeats itself endlessly. */
const MOST_COPIES = 8;

type Believed = { readonly table: TableName; readonly record: AnyRecord };

function believe({ table, id, value }: LooseRecord, kind: FileKind, version: number): Believed | null {
  const tables = table === null ? [] : [table];
  const found = soundIn(tables, id, value, { kind, version })[0];
  if (found !== undefined) return found;
  const [only, ...others] = soundIn(tablesOfForm(value), id, value, { kind, version });
  return only !== undefined && others.length === 0 ? only : null; // two tables have this form: the record could belong to either
}

function soundIn(
  tables: readonly TableName[],
  id: string,
  value: unknown,
  { kind, version }: { readonly kind: FileKind; readonly version: number },
): readonly Believed[] {
  return tables.flatMap((table) => {
    const { edits, kind: home } = declarationOf(table);
    if (home !== kind || (edits === 'single' && id !== SINGLE_ID) || !isObject(value)) return [];
    const record = migrateRecord(table, value, version);
    return isSoundRecord(table, id, record) ? [{ table, record }] : [];
  });
}

/** Tables by their field names: most have a form of their own. */
const BY_FORM = groupedBy(tableNames(), (table) => formOf(['id', ...fieldEntries(table).map(([field]) => field)]));

/** @returns the tables whose records have exactly these fields. An older record has fewer: without its heading it is not recognised. */
function tablesOfForm(value: unknown): readonly TableName[] {
  return isObject(value) ? (BY_FORM.get(formOf(Object.keys(value))) ?? []) : [];
}

function formOf(fields: readonly string[]): string {
  return fields.toSorted().join();
}
