// Edits of records, with the fields of each table checked by its type.
import type { FieldValues } from '@domain/commands/command.ts';
import { type Accompaniment, type Change, emptyDocument } from '@domain/document.ts';
import type { FieldsOf, TableName } from '@domain/tables/tables.ts';
import { run } from './project.ts';
import { useWindow } from './window-state.ts';

const NOTHING: Accompaniment = emptyDocument('accompaniment').accompaniment;

/** @returns the shareable part of the open file; empty while no file is open. */
export function useAccompaniment(): Accompaniment {
  return useWindow((state) => state.project?.document.accompaniment ?? NOTHING);
}

/** Changes some fields of a record. */
export function update<T extends TableName>(table: T, id: string, fields: Partial<FieldsOf<T>>): Promise<readonly Change[] | null> {
  return run({ name: 'record.update', args: { table, id, fields: fields as FieldValues } }); // fields of a table are field values
}

/** Adds a record. */
export function create<T extends TableName>(table: T, fields: Partial<FieldsOf<T>>): Promise<readonly Change[] | null> {
  return run({ name: 'record.create', args: { table, fields: fields as FieldValues } }); // fields of a table are field values
}
