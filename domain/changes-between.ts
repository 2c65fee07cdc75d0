// The difference between two documents: as counts of the records that differ in each table, and as changes.
import type { Change, Document } from './document.ts';
import { rowsOf } from './document.ts';
import { isSameRecord } from './guards/advance.ts';
import { type AnyRecord, declarationOf, referenceEntries, type TableName, tablesOfKind } from './tables/tables.ts';

/** How many records of one table are only in the first document, only in the second, or in both with different content. */
export type TableDifference = {
  readonly table: TableName;
  readonly onlyBefore: number;
  readonly onlyAfter: number;
  readonly changed: number;
};

/**
 * @returns the changes that turn `before` into `after`, table by table: new and changed records first, so that no reference ever dangles
 */
export function changesBetween(
  before: Document,
  after: Document,
  tables: readonly TableName[] = tablesOfKind(before.kind),
): readonly Change[] {
  const all = tables.flatMap((table) => changesOf(table, rowsOf(before, table), rowsOf(after, table)));
  return [...all.filter((change) => change.after !== null), ...all.filter((change) => change.after === null)];
}

/**
 * @param tables those to compare; unless given, all but sealed ones, whose records differ with each sealing
 * @returns how two documents differ, for each table that does
 */
export function differencesBetween(
  before: Document,
  after: Document,
  tables: readonly TableName[] = tablesOfKind(before.kind).filter((table) => declarationOf(table).class !== 'vault'),
): readonly TableDifference[] {
  return tables.flatMap((table) => {
    const changes = changesOf(table, rowsOf(before, table), rowsOf(after, table));
    if (changes.length === 0) return [];
    const onlyBefore = changes.filter((change) => change.after === null).length;
    const onlyAfter = changes.filter((change) => change.before === null).length;
    return [{ table, onlyBefore, onlyAfter, changed: changes.length - onlyBefore - onlyAfter }];
  });
}

/**
 * The changes that bring earlier content back. A register only grows: what acts have recorded since stays, and so does everything that it
 * points to.
 * @param tables the tables to bring back
 */
export function restoringChanges(now: Document, earlier: Document, tables: readonly TableName[]): readonly Change[] {
  const changes = changesBetween(now, earlier, tables);
  const kept = recordedSince(now, changes);
  return changes.filter(({ table, id, before }) => (isRegister(table) ? before === null : !kept.has(placeOf(table, id))));
}

/** A table of unsealed acts. Private notes are changed by acts too, but are not a register. */
function isRegister(table: TableName): boolean {
  const { edits, class: of } = declarationOf(table);
  return edits === 'acts' && of === 'accompaniment';
}

/** The records of registers that the earlier content lacks, and every record that these point to, directly or not. */
function recordedSince(now: Document, changes: readonly Change[]): ReadonlySet<string> {
  const kept = new Set<string>();
  const keep = (table: TableName, record: AnyRecord | undefined): void => {
    if (record === undefined || kept.has(placeOf(table, record.id))) return;
    kept.add(placeOf(table, record.id));
    for (const [field, { to }] of referenceEntries(table)) keep(to as TableName, rowsOf(now, to as TableName)[String(record[field])]); // references name tables
  };
  for (const { table, before, after } of changes) if (isRegister(table) && after === null) keep(table, before ?? undefined);
  return kept;
}

function placeOf(table: TableName, id: string): string {
  return `${table}/${id}`;
}

function changesOf(
  table: TableName,
  before: Readonly<Record<string, AnyRecord>>,
  after: Readonly<Record<string, AnyRecord>>,
): readonly Change[] {
  if (before === after) return [];
  const gone = Object.keys(before)
    .filter((id) => !Object.hasOwn(after, id))
    .map((id): Change => ({ table, id, before: before[id] ?? null, after: null }));
  const come = Object.keys(after).flatMap((id): readonly Change[] => {
    const was = Object.hasOwn(before, id) ? (before[id] ?? null) : null;
    const is = after[id] ?? null;
    return isSameRecord(was, is) ? [] : [{ table, id, before: was, after: is }];
  });
  return [...gone, ...come];
}
