// The words for what is late, found by its table and its reason.
import type { LateReason, LateTable } from '../overview/late.ts';
import type { Catalogue } from './fr.ts';
import type { LateWords } from './table-texts.ts';

type Reasoned = { readonly table: LateTable; readonly reason: LateReason };

/** @returns why a record of this table is late, in words */
export function lateWords({ tables }: Catalogue, { table, reason }: Reasoned): LateWords {
  const words: Readonly<Partial<Record<LateReason, LateWords>>> = tables[table].late;
  const found = words[reason];
  if (found === undefined) throw new Error(`${table} is never late for ${reason}`); // each reason comes from its table
  return found;
}
