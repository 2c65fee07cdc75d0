// Private notes in the clear, for the window while the vault is open: the only reader besides the vault itself.
import type { BrokenNote, PrivateNoteText } from '@contract/vault.ts';
import type { Rows } from '@domain/document.ts';
import type { KeyFailure } from '@domain/failures.ts';
import { ok, type Result } from '@domain/result.ts';
import type { Instant } from '@domain/units.ts';
import { reveal } from './reveal.ts';
import { Sealed } from './sealed.ts';
import type { PrivateNote } from './note-form.ts';
import { openBox, openNote, type OpenVault, sealForInbox, sealNote, type VaultKeys } from './vault.ts';

export type OpenedNotes = { readonly notes: readonly PrivateNoteText[]; readonly broken: readonly BrokenNote[] };
/** What the window writes: the note without the fields that main adds. */
export type WrittenNote = Omit<PrivateNote, 'writtenAt' | 'dropped'>;

/** How much of a broken note is shown, in characters: enough to recognise it. */
const MOST_SHOWN = 2_000;

/** @returns every sound note, and a broken note in place of each of the others */
export function openedNotes(vault: OpenVault, rows: Rows<'privateNotes'>): OpenedNotes {
  const notes: PrivateNoteText[] = [];
  const broken: BrokenNote[] = [];
  for (const { id, box } of Object.values(rows)) {
    const opened = openNote(vault, id, box);
    if (opened.ok) notes.push(shown(id, reveal(opened.value)));
    else broken.push(brokenNote(vault, id, box));
  }
  return { notes, broken };
}

/** @returns the box of a new note. */
export function newBox(vault: OpenVault, id: string, note: WrittenNote, writtenAt: Instant): string {
  return sealNote(vault, id, new Sealed({ ...note, writtenAt }));
}

/** @returns the box of a line written while the vault is locked, with the public key alone; or vault-key-foreign */
export function lineBox(keys: VaultKeys, id: string, note: WrittenNote, writtenAt: Instant): Result<string, KeyFailure> {
  return sealForInbox(keys, id, new Sealed({ ...note, writtenAt }));
}

/** @returns the box of a note after an edit, the same one if nothing changed; or seal-broken */
export function editedBox(vault: OpenVault, id: string, box: string, note: WrittenNote): Result<string, KeyFailure> {
  const opened = openNote(vault, id, box);
  if (!opened.ok) return opened;
  const before = reveal(opened.value);
  const isSame = before.text === note.text && before.date === note.date && before.sessionId === note.sessionId;
  return ok(isSame ? box : sealNote(vault, id, new Sealed({ ...before, ...note })));
}

/** @returns the box of a note that its reader has claimed, the same one if it was claimed before; or seal-broken, note-unsound */
export function ownBox(vault: OpenVault, id: string, box: string): Result<string, KeyFailure> {
  const opened = openNote(vault, id, box);
  if (!opened.ok) return opened;
  const { dropped, ...note } = reveal(opened.value);
  return ok(dropped === undefined ? box : sealNote(vault, id, new Sealed(note)));
}

function shown(id: string, { date, sessionId, text, writtenAt, dropped }: PrivateNote): PrivateNoteText {
  return { id, date, sessionId, text, writtenAt: writtenAt ?? null, isDropped: dropped === true };
}

/** A broken note can be viewed as raw text, but nothing in it counts as a date or a session. */
function brokenNote(vault: OpenVault, id: string, box: string): BrokenNote {
  const opened = openBox(vault, id, box);
  return { id, text: opened.ok ? printable(reveal(opened.value).toString('utf8')).slice(0, MOST_SHOWN) : null };
}

/** Control characters, and those that change the direction of text, are shown as a box. */
function printable(text: string): string {
  return text.replace(/[^\P{C}\n\t]/gu, '\ufffd');
}
