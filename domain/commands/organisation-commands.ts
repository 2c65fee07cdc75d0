// The command that adds a structure to the collective: the structure and its first circle, in one step.
import type { Change, Document } from '../document.ts';
import { ok, refuse, type Result } from '../result.ts';
import type { Commands } from './command.ts';
import type { CommandContext } from './context.ts';
import { creation, newRecord } from './record-commands.ts';

/** Adds a structure that arrived on a date in one of the circles. Refused as record-invalid without a name. */
export function addOrganisation(
  document: Document,
  args: Commands['organisation.add'],
  context: CommandContext,
): Result<readonly Change[]> {
  const { circle, arrivedOn, ...fields } = args;
  if (fields.name.trim() === '') return refuse({ code: 'record-invalid', table: 'organisations', field: 'name' });
  const organisation = newRecord(document, 'organisations', { ...fields, name: fields.name.trim(), arrivedOn }, context);
  const move = newRecord(document, 'circleMoves', { organisationId: organisation.id, on: arrivedOn, circle }, context);
  return ok([creation('organisations', organisation), creation('circleMoves', move)]);
}
