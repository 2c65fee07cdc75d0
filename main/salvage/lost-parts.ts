// Lists what could not be recovered of a file, part by part, and how much where that is known.
import type { LostPart } from '@contract/attempt.ts';
import type { FileKind } from '@domain/tables/table.ts';
import { declarationOf, SINGLE_ID, type TableName, tablesOfKind, tablesSince } from '@domain/tables/tables.ts';
import { SECTIONS } from '../files/envelope.ts';
import type { Part, Pieces } from './pieces.ts';
import type { Placed } from './place-records.ts';

export type Found = {
  readonly placed: Placed;
  readonly pieces: Pieces;
  readonly kind: FileKind;
  readonly version: number;
  /** Records that pointed to one that was lost. */
  readonly dropped: ReadonlyMap<TableName, number>;
  /** Attached documents whose content was lost. */
  readonly withoutContent: number;
  /** Entries of the history that are not sound. */
  readonly unsound: number;
  /** Parts that are not tables: lost entirely or partly. */
  readonly parts: readonly Part[];
};

/**
 * @param singles tables whose only record was lost
 * @returns every part of which something is known to be lost; `count` is `null` where the amount is unknown
 */
export function lostParts(found: Found, singles: readonly TableName[]): readonly LostPart[] {
  const counts = new Map<Part, number>();
  const add = (part: Part, count: number): void => void (count > 0 && counts.set(part, (counts.get(part) ?? 0) + count));
  for (const [part, count] of found.pieces.brokenCounts((part, id) => isFound(found.placed, singles, { part, id }))) add(part, count);
  for (const [table, count] of found.dropped) add(table, count);
  for (const table of singles) if (!counts.has(table)) add(table, 1);
  add('attachments', found.withoutContent);
  add('history', found.unsound);
  const unknown = new Set<Part>([...found.pieces.uncertain, ...found.parts, ...unseen(found)]);
  const all = new Set<Part>(['header', ...SECTIONS, ...tablesOfKind(found.kind), 'history', 'attachments', ...counts.keys(), ...unknown]);
  return [...all]
    .filter((part) => unknown.has(part) || counts.has(part))
    .map((part) => ({ part, count: unknown.has(part) ? null : (counts.get(part) ?? null) }));
}

/** The only records of their tables all have one id, so finding it in another table does not count. */
function isFound(placed: Placed, singles: readonly TableName[], { part, id }: { readonly part: Part; readonly id: string }): boolean {
  if (id !== SINGLE_ID) return [...placed.values()].some((rows) => rows.has(id));
  return [...placed].some(([table, rows]) => table === part && rows.has(id) && !singles.includes(table));
}

/** Sections that lack a table which their version has: what it contained is unknown. */
function unseen({ placed, pieces: { seen }, kind, version }: Found): readonly Part[] {
  const later = tablesSince(kind, version);
  const tables = tablesOfKind(kind).filter((table) => !seen.has(table) && !later.includes(table) && (placed.get(table)?.size ?? 0) === 0);
  const sections = SECTIONS.filter((section) => tables.some((table) => declarationOf(table).class === section));
  return seen.has('history') || version < FIRST_WITH_HISTORY ? sections : [...sections, 'history'];
}

const FIRST_WITH_HISTORY = 3;
