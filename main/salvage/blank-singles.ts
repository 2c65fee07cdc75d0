// Gives a salvaged document the records of which each file has exactly one, blank where they were lost.
import { blankFields } from '@domain/tables/blank.ts';
import type { FileKind } from '@domain/tables/table.ts';
import {
  type AnyRecord,
  declarationOf,
  fieldEntries,
  SINGLE_ID,
  type TableName,
  tablesOfKind,
  tablesSince,
} from '@domain/tables/tables.ts';
import { cleanLine } from '@domain/writing/clean.ts';
import type { Pieces } from './pieces.ts';
import type { Placed } from './place-records.ts';

/**
 * @param about.name of the file, used where a name is required
 * @param about.version of the file: tables that a later version added were never there
 * @returns the tables whose record was lost, not counting those that were never there
 */
export function addBlankSingles(
  placed: Placed,
  { kind, version, pieces, name }: { readonly kind: FileKind; readonly version: number; readonly pieces: Pieces; readonly name: string },
): readonly TableName[] {
  const missing = tablesOfKind(kind).filter(
    (table) => declarationOf(table).edits === 'single' && placed.get(table)?.has(SINGLE_ID) === false,
  );
  for (const table of missing) placed.get(table)?.set(SINGLE_ID, blank(table, name));
  const later = tablesSince(kind, version);
  return missing.filter((table) => !pieces.empty.has(table) && !later.includes(table));
}

function blank(table: TableName, name: string): AnyRecord {
  const required = fieldEntries(table).flatMap(([field, declared]) =>
    declared.kind === 'text' && declared.required ? [[field, lineOf(name).slice(0, declared.max)] as const] : [],
  );
  return { ...blankFields(table), ...Object.fromEntries(required), id: SINGLE_ID };
}

/** A file name may contain characters that no text of a record may. */
function lineOf(name: string): string {
  const line = cleanLine(name.replace(/\.tierce$/i, '').replace(/[\0\p{Surrogate}]/gu, ' ')).trim();
  return line === '' ? 'Tierce' : line;
}
