// Makes salvaged records consistent again: none points to a lost one.
import { fieldEntries, isTableName, referenceEntries, type TableName } from '@domain/tables/tables.ts';
import type { AnyRecord } from '@domain/tables/tables.ts';
import type { Placed } from './place-records.ts';

/**
 * Drops records whose required reference points nowhere and empties optional ones, until nothing dangles.
 * @returns how many were dropped, by table
 */
export function repairReferences(placed: Placed): ReadonlyMap<TableName, number> {
  const dropped = new Map<TableName, number>();
  let isSettled = false;
  while (!isSettled) {
    isSettled = true; // dropping one may leave others pointing to it
    for (const [table, rows] of placed) {
      for (const [id, record] of rows) {
        const repaired = repairedOf(table, record, placed);
        if (repaired === record) continue;
        isSettled = false;
        if (repaired !== null) rows.set(id, repaired);
        else {
          rows.delete(id);
          dropped.set(table, (dropped.get(table) ?? 0) + 1);
        }
      }
    }
  }
  return dropped;
}

/** @returns the same record when it is fine, else with its dangling references emptied; `null` when one of them cannot be */
function repairedOf(table: TableName, record: AnyRecord, placed: Placed): AnyRecord | null {
  const dangling = referenceEntries(table).flatMap(([field, { to }]) => {
    const target = record[field];
    return typeof target === 'string' && !(isTableName(to) && placed.get(to)?.has(target) === true) ? [field] : [];
  });
  if (dangling.length === 0) return record;
  const optional = new Set(fieldEntries(table).flatMap(([field, { kind }]) => (kind === 'optional' ? [field] : [])));
  if (dangling.some((field) => !optional.has(field))) return null;
  return { ...record, ...Object.fromEntries(dangling.map((field) => [field, null])) };
}
