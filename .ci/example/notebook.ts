// The confidential notebook of the example: its passphrase is public, and its bytes are the same at every build.
import { createHash } from 'node:crypto';
import type { Change } from '../../domain/document.ts';
import type { StepLabel } from '../../domain/commands/step.ts';
import { expectOk } from '../../domain/result.ts';
import { NO_LINKS } from '../../domain/tables/private.ts';
import { calendarDate } from '../../domain/units.ts';
import { Sealed } from '../../main/vault/sealed.ts';
import { createVault, sealForInbox, sealRecord, type VaultKeys } from '../../main/vault/vault.ts';
import { INBOX_NOTE, PRIVATE_CONFLICTS, PRIVATE_NOTES, VAULT_PASSPHRASE } from './story.ts';

type Note = (typeof PRIVATE_NOTES)[number] | typeof INBOX_NOTE;
type Builder = { readonly newId: () => string; readonly apply: (changes: readonly Change[], label: StepLabel) => void };
type Links = { readonly sessionId: string | null; readonly organisationId: string | null };

const LINE: StepLabel = { command: 'vault.line', table: null, title: '' };

/** @returns the keys of the notebook */
export async function addNotebook(builder: Builder, linksOf: (note: Note) => Links): Promise<VaultKeys> {
  const random = fixedRandomness();
  const { vault } = expectOk(await createVault('exemple-carnet', VAULT_PASSPHRASE, random));
  const conflicts = PRIVATE_CONFLICTS.map(({ name, openedOn, settledOn }) => {
    const record = { table: 'privateConflicts', id: builder.newId() } as const;
    const box = sealRecord(vault, record, new Sealed({ name, openedOn: calendarDate(openedOn), settledOn }), random);
    builder.apply([{ ...record, before: null, after: { id: record.id, box } }], LINE);
    return record.id;
  });
  for (const note of [...PRIVATE_NOTES, INBOX_NOTE]) {
    const record = { table: 'privateNotes', id: builder.newId() } as const;
    const conflictId = note.conflict === null ? null : (conflicts[note.conflict] ?? null);
    const sealed = new Sealed({ date: calendarDate(note.date), ...NO_LINKS, ...linksOf(note), conflictId, text: note.text });
    const box =
      note === INBOX_NOTE ? expectOk(sealForInbox(vault.keys, record, sealed, random)) : sealRecord(vault, record, sealed, random);
    builder.apply([{ ...record, before: null, after: { id: record.id, box } }], LINE);
  }
  return vault.keys;
}

/**
 * Bytes that look random and are the same at every build, so that the file in the repository can be compared. For the example only: its
 * passphrase is public.
 */
function fixedRandomness(): (length: number) => Buffer {
  let drawn = 0;
  return (length) => {
    const blocks: Buffer[] = [];
    for (let bytes = 0; bytes < length; bytes += 32) blocks.push(createHash('sha256').update(`tierce example ${drawn++}`).digest());
    return Buffer.concat(blocks).subarray(0, length);
  };
}
