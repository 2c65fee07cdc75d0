// What is done to a sealed record, as changes of the document: written, edited, claimed, removed, filed under the key of today.
import type { SealedDraft } from '@contract/vault.ts';
import type { CommandContext } from '@domain/commands/context.ts';
import type { Planned } from '@domain/commands/run-command.ts';
import { type Change, type Document, recordOf } from '@domain/document.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { editedBox, lineBox, newBox, ownBox } from './opened-records.ts';
import { SEALED_FORMS, SEALED_TABLES, type SealedTable, type Written } from './sealed-forms.ts';
import { isToBeFiled, openRecord, type OpenVault, type RecordPlace, sealRecord, type VaultKeys } from './vault.ts';

/** An act, so it is not in the list of what can be undone, and the screen reveals nothing of it. */
const LINE = { isAct: true, label: { command: 'vault.line', table: null, title: '' } } as const;

/** A record to be written; the id of a new one is `null`. */
export type Draft<T extends SealedTable = SealedTable> = { readonly table: T; readonly id: string | null; readonly written: Written<T> };

/** @returns what is to be sealed, cleaned; or record-invalid if it could not be read again: composing some signs makes two of one */
export function cleaned({ table, id, ...typed }: SealedDraft): Result<Draft> {
  const { text, clean, read } = SEALED_FORMS[table];
  const raw: Readonly<Record<string, unknown>> = typed;
  const content = read({ ...raw, [text]: clean(String(raw[text])) });
  return content === null ? refuse({ code: 'record-invalid', table, field: text }) : ok({ table, id, written: content });
}

/** @returns the step that adds a record */
export function added(vault: OpenVault, { newId, now }: CommandContext, { table, written }: Draft): Planned {
  const id = newId();
  const after = { id, box: newBox(vault, { table, id }, written, now) };
  return stepOf('record.create', table, [{ table, id, before: null, after }]);
}

/** @returns the step that drops a record in while the vault is locked; or vault-locked for a table without an inbox, vault-key-foreign */
export function droppedIn(keys: VaultKeys, { newId, now }: CommandContext, { table, written }: Draft): Result<Planned> {
  if (!SEALED_FORMS[table].isForInbox) return refuse({ code: 'vault-locked' });
  const id = newId();
  const box = lineBox(keys, { table, id }, written, now);
  return box.ok ? ok({ ...LINE, changes: [{ table, id, before: null, after: { id, box: box.value } }] }) : box;
}

/** @returns the step that changes a record, empty if nothing changed; or record-missing, seal-broken */
export function edited(vault: OpenVault, document: Document, { table, id, written }: Draft & { readonly id: string }): Result<Planned> {
  return resealed(document, { table, id }, (box) => editedBox(vault, { table, id }, box, written));
}

/** @returns the step by which the reader claims a record that was dropped in; or record-missing, seal-broken, note-unsound */
export function claimed(vault: OpenVault, document: Document, record: RecordPlace): Result<Planned> {
  return resealed(document, record, (box) => ownBox(vault, record, box));
}

/** @returns the step that removes a record, whatever is in it; or record-missing */
export function removed(document: Document, { table, id }: RecordPlace): Result<Planned> {
  const before = recordOf(document, table, id);
  if (before === null) return refuse({ code: 'record-missing', table, id });
  return ok(stepOf('record.remove', table, [{ table, id, before, after: null }]));
}

/** @returns the act that seals with today's key what was dropped in or is under an earlier key, in every table */
export function filing(vault: OpenVault | null, document: Document): Planned {
  const changes = vault === null ? [] : SEALED_TABLES.flatMap((table) => filedOf(vault, document, table));
  return { changes, isAct: true, label: { command: 'vault.file', table: null, title: '' } };
}

function filedOf(vault: OpenVault, document: Document, table: SealedTable): readonly Change[] {
  const dropped = Object.values(document.vault[table]).filter(({ id, box }) => isToBeFiled(vault, { table, id }, box));
  return dropped.flatMap((before): readonly Change[] => {
    const record = { table, id: before.id };
    const opened = openRecord(vault, record, before.box);
    if (!opened.ok) return []; // a box that does not open stays as it is
    return [{ ...record, before, after: { ...before, box: sealRecord(vault, record, opened.value) } }];
  });
}

function resealed(document: Document, { table, id }: RecordPlace, anew: (box: string) => Result<string>): Result<Planned> {
  const before = recordOf(document, table, id);
  if (before === null) return refuse({ code: 'record-missing', table, id });
  const box = anew(String(before['box']));
  if (!box.ok) return box;
  const changes = box.value === before['box'] ? [] : [{ table, id, before, after: { ...before, box: box.value } }];
  return ok(stepOf('record.update', table, changes));
}

/** The title stays empty: nothing of the content may stand in a list of what can be undone. */
function stepOf(command: string, table: SealedTable, changes: readonly Change[]): Planned {
  return { changes, isAct: false, label: { command, table, title: '' } };
}
