// The changes of private notes, as the commands of a document: added, edited, sealed anew.
import type { Args } from '@contract/channels.ts';
import type { CommandContext } from '@domain/commands/context.ts';
import type { Planned } from '@domain/commands/run-command.ts';
import { type Document, recordOf } from '@domain/document.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { editedBox } from './opened-notes.ts';
import type { OpenVault } from './vault.ts';

const TABLE = 'privateNotes';

/** A note that can be taken back. */
export const ADDED = { isAct: false, label: { command: 'record.create', table: TABLE, title: '' } } as const;
/** A line: an act, so it is not in the list of what can be undone, and the screen reveals nothing of it. */
export const LINE = { isAct: true, label: { command: 'vault.line', table: null, title: '' } } as const;

/** @returns the change that adds a note, sealed by `boxOf`. */
export function added(
  { newId, now }: CommandContext,
  boxOf: (id: string, writtenAt: CommandContext['now']) => Result<string>,
  how: Omit<Planned, 'changes'>,
): Result<Planned> {
  const id = newId();
  const box = boxOf(id, now);
  return box.ok ? ok({ ...how, changes: [{ table: TABLE, id, before: null, after: { id, box: box.value } }] }) : box;
}

/** @returns the change of a note that is open. Refused as record-missing. */
export function edit(
  vault: OpenVault,
  document: Document,
  { id, ...note }: Args<'vault.write'>['note'] & { readonly id: string },
): Result<Planned> {
  return resealed(document, id, (box) => editedBox(vault, id, box, note));
}

/** @returns the change of the box of a note. Refused as record-missing. */
export function resealed(document: Document, id: string, anew: (box: string) => Result<string>): Result<Planned> {
  const before = recordOf(document, TABLE, id);
  if (before === null) return refuse({ code: 'record-missing', table: TABLE, id });
  const box = anew(String(before['box']));
  if (!box.ok) return box;
  const changes = box.value === before['box'] ? [] : [{ table: TABLE, id, before, after: { ...before, box: box.value } } as const];
  return ok({ changes, isAct: false, label: { command: 'record.update', table: TABLE, title: '' } });
}
