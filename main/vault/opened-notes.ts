// Private notes in the clear, for the window while the vault is open: the one reader beside the vault itself.
import type { PrivateNoteText } from '@contract/channels.ts';
import type { Rows } from '@domain/document.ts';
import type { KeyFailure } from '@domain/failures.ts';
import { ok, type Result } from '@domain/result.ts';
import type { Instant } from '@domain/units.ts';
import { reveal } from './reveal.ts';
import { Sealed } from './sealed.ts';
import { openNote, type OpenVault, type PrivateNote, sealForInbox, sealNote, type VaultKeys } from './vault.ts';

export type OpenedNotes = { readonly notes: readonly PrivateNoteText[]; readonly unreadable: number };
/** What the window writes: the note without what main adds to it. */
export type WrittenNote = Omit<PrivateNote, 'writtenAt'>;

/** @returns every note that opens, and how many do not. */
export function openedNotes(vault: OpenVault, rows: Rows<'privateNotes'>): OpenedNotes {
  const notes: PrivateNoteText[] = [];
  let unreadable = 0;
  for (const { id, box } of Object.values(rows)) {
    const opened = openNote(vault, id, box);
    if (opened.ok) notes.push(shown(id, reveal(opened.value)));
    else unreadable += 1;
  }
  return { notes, unreadable };
}

/** @returns the box of a new note. */
export function newBox(vault: OpenVault, id: string, note: WrittenNote, writtenAt: Instant): string {
  return sealNote(vault, id, new Sealed({ ...note, writtenAt }));
}

/** @returns the box of a line written while the vault is locked: nothing but the public key is at hand. */
export function lineBox(keys: VaultKeys, id: string, note: WrittenNote, writtenAt: Instant): string {
  return sealForInbox(keys, id, new Sealed({ ...note, writtenAt }));
}

/** @returns the box of a note after an edit, the same one when nothing changed; or seal-broken. */
export function editedBox(vault: OpenVault, id: string, box: string, note: WrittenNote): Result<string, KeyFailure> {
  const opened = openNote(vault, id, box);
  if (!opened.ok) return opened;
  const before = reveal(opened.value);
  const isSame = before.text === note.text && before.date === note.date && before.sessionId === note.sessionId;
  return ok(isSame ? box : sealNote(vault, id, new Sealed({ ...before, ...note })));
}

function shown(id: string, { date, sessionId, text, writtenAt }: PrivateNote): PrivateNoteText {
  return { id, date, sessionId, text, writtenAt: writtenAt ?? null };
}
