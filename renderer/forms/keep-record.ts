// Sends the fields of a form to main.
import type { Command, FieldValues } from '@domain/commands/command.ts';
import type { Change } from '@domain/document.ts';
import { ok, type Result } from '@domain/result.ts';
import type { FieldValue, TableName } from '@domain/tables/tables.ts';
import { attempt } from '../state/project.ts';

export type Keeping = {
  readonly table: TableName;
  /** The record as it was when the form was opened; `null` for a new one. */
  readonly before: Readonly<Record<string, FieldValue>> | null;
  /** Makes the command that is sent instead of creating or updating the record. */
  readonly command?: (fields: FieldValues) => Command;
};

/** @returns the changes that main made, none if the form changed nothing; or the failure, which the form shows */
export async function keepRecord(fields: FieldValues, { table, before, command }: Keeping): Promise<Result<readonly Change[]>> {
  if (command === undefined && before !== null && Object.keys(fields).length === 0) return ok([]);
  const reply = await attempt(command?.(fields) ?? commandFor(table, before, fields));
  return reply.ok ? ok(reply.value.changes) : reply;
}

function commandFor(table: TableName, before: Keeping['before'], fields: FieldValues): Command {
  if (before === null) return { name: 'record.create', args: { table, fields } };
  return { name: 'record.update', args: { table, id: String(before['id']), fields } };
}
