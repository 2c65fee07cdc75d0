// What is found in a damaged file, as small as a test needs it: records, and the pieces that hold them.
import { applyChanges, emptyDocument } from '@domain/document.ts';
import type { HistoryEntry } from '@domain/history/history.ts';
import { blankFields } from '@domain/tables/blank.ts';
import { type AnyRecord, type FieldValue, type TableName, tableNames } from '@domain/tables/tables.ts';
import { type LooseRecord, Pieces } from '../../main/salvage/pieces.ts';
import type { Placed } from '../../main/salvage/place-records.ts';
import { NOW } from './moment.ts';

/** @returns a sound record, blank but for the fields that are given */
export function recordFor(table: TableName, id: string, fields: Readonly<Record<string, FieldValue>> = {}): AnyRecord {
  return { id, ...blankFields(table), ...fields };
}

export const RELAIS = recordFor('organisations', 'org-1', { name: 'Relais du Val' });
export const BOUCLE = recordFor('organisations', 'org-2', { name: 'La Boucle' });
export const NADIA = recordFor('people', 'per-1', { name: 'Nadia Brunel', organisationId: 'org-1' });
/** It needs its structure, while a person does not. */
export const MOVE = recordFor('circleMoves', 'mov-1', { organisationId: 'org-1', order: 'a0', on: '2026-02-02', reason: 'Au départ' });

/** The history entry of a person who was renamed. */
export const RENAMED: HistoryEntry = {
  at: NOW,
  by: 'Sonia',
  kind: 'do',
  command: 'record.update',
  table: 'people',
  id: 'per-1',
  before: { name: 'N' },
  after: { name: 'Nadia' },
};

/** Two structures, a person and a move, a mark on the desk, and the single records that every accompaniment has. */
export const SMALL = applyChanges(
  emptyDocument('accompaniment'),
  Object.entries({
    mission: recordFor('mission', 'single', { title: 'Offre commune', officerId: 'per-1' }),
    portrait: recordFor('portrait', 'single'),
    people: NADIA,
    circleMoves: MOVE,
    trustMarks: recordFor('trustMarks', 'tru-1', { organisationId: 'org-1', on: '2026-02-02', level: 3 }),
  })
    .map(([table, after]) => ({ table: table as TableName, id: after.id, before: null, after }))
    .concat([RELAIS, BOUCLE].map((after) => ({ table: 'organisations', id: after.id, before: null, after }))),
);

/** @returns a record as it was found under the heading of that table */
export function found(table: TableName | null, value: AnyRecord, but: Partial<LooseRecord> = {}): LooseRecord {
  return { table, id: value.id, value, isAsWritten: true, ...but };
}

export function piecesWith(records: readonly LooseRecord[]): Pieces {
  const pieces = new Pieces();
  pieces.records.push(...records);
  return pieces;
}

/** @returns records in their tables, along with all the other tables */
export function placedWith(rows: Partial<Record<TableName, readonly AnyRecord[]>>): Placed {
  return new Map(tableNames().map((table) => [table, new Map((rows[table] ?? []).map((record) => [record.id, record]))]));
}

/** @returns how much is counted as broken, by part, if nothing is found elsewhere */
export function brokenIn(pieces: Pieces): Readonly<Record<string, number>> {
  return Object.fromEntries(pieces.brokenCounts(() => false));
}
