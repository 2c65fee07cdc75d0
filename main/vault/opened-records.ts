// Sealed records in the clear, for the window while the vault is open: the only reader besides the vault itself.
import type { BrokenNote, PrivateConflictText, PrivateNoteText } from '@contract/vault.ts';
import type { Vault } from '@domain/document.ts';
import type { KeyFailure } from '@domain/failures.ts';
import { ok, type Result } from '@domain/result.ts';
import type { Instant } from '@domain/units.ts';
import { reveal } from './reveal.ts';
import { Sealed } from './sealed.ts';
import type { SealedContents, SealedTable, Written } from './sealed-forms.ts';
import { openBox, openRecord, type OpenVault, type RecordPlace, sealForInbox, sealRecord, type VaultKeys } from './vault.ts';

export type OpenedRecords = {
  readonly notes: readonly PrivateNoteText[];
  readonly conflicts: readonly PrivateConflictText[];
  readonly broken: readonly BrokenNote[];
};
/** A content as the window holds it. */
type Shown<T extends SealedTable> = Written<T> & { readonly id: string; readonly writtenAt: Instant | null; readonly isDropped: boolean };

/** How much of a broken record is shown, in characters: enough to recognise it. */
const MOST_SHOWN = 2_000;

/** @returns every sound record of every table, and a broken one in place of each of the others */
export function openedRecords(vault: OpenVault, boxes: Vault): OpenedRecords {
  const notes = openedOf(vault, 'privateNotes', boxes);
  const conflicts = openedOf(vault, 'privateConflicts', boxes);
  return { notes: notes.sound, conflicts: conflicts.sound, broken: [...notes.broken, ...conflicts.broken] };
}

function openedOf<T extends SealedTable>(vault: OpenVault, table: T, boxes: Vault) {
  const sound: Shown<T>[] = [];
  const broken: BrokenNote[] = [];
  for (const { id, box } of Object.values(boxes[table])) {
    const opened = openRecord(vault, { table, id }, box);
    if (opened.ok) sound.push(shown<T>(id, reveal(opened.value)));
    else broken.push(brokenOne(vault, { table, id }, box));
  }
  return { sound, broken };
}

/** @returns the box of a new record */
export function newBox<T extends SealedTable>(vault: OpenVault, record: RecordPlace<T>, written: Written<T>, writtenAt: Instant): string {
  return sealRecord(vault, record, new Sealed(stamped(written, writtenAt)));
}

/** @returns the box of a record written while the vault is locked, with the public key alone; or vault-key-foreign */
export function lineBox<T extends SealedTable>(
  keys: VaultKeys,
  record: RecordPlace<T>,
  written: Written<T>,
  writtenAt: Instant,
): Result<string, KeyFailure> {
  return sealForInbox(keys, record, new Sealed(stamped(written, writtenAt)));
}

/** @returns the box of a record after an edit, the same one if nothing changed; or seal-broken */
export function editedBox<T extends SealedTable>(
  vault: OpenVault,
  record: RecordPlace<T>,
  box: string,
  written: Written<T>,
): Result<string, KeyFailure> {
  const opened = openRecord(vault, record, box);
  if (!opened.ok) return opened;
  const before = reveal(opened.value);
  const after: SealedContents[T] = { ...before, ...written };
  const isSame = JSON.stringify(before) === JSON.stringify(after); // the fields of the earlier one come first, in its order
  return ok(isSame ? box : sealRecord(vault, record, new Sealed(after)));
}

/** @returns the box of a record that its reader has claimed, the same one if it was claimed before; or seal-broken, note-unsound */
export function ownBox(vault: OpenVault, record: RecordPlace, box: string): Result<string, KeyFailure> {
  const opened = openRecord(vault, record, box);
  if (!opened.ok) return opened;
  const { dropped, ...content } = reveal(opened.value);
  return ok(dropped === undefined ? box : sealRecord(vault, record, new Sealed(content)));
}

function stamped<T extends SealedTable>(written: Written<T>, writtenAt: Instant): SealedContents[T] {
  return { ...written, writtenAt } as unknown as SealedContents[T]; // what was written, with one of its marks
}

function shown<T extends SealedTable>(id: string, { writtenAt, dropped, ...written }: SealedContents[T]): Shown<T> {
  const content = written as unknown as Written<T>; // the content without its marks
  return { ...content, id, writtenAt: writtenAt ?? null, isDropped: dropped === true };
}

/** A broken record can be viewed as raw text, but nothing in it counts as a date or a link. */
function brokenOne(vault: OpenVault, record: RecordPlace, box: string): BrokenNote {
  const opened = openBox(vault, record, box);
  return { ...record, text: opened.ok ? printable(reveal(opened.value).toString('utf8')).slice(0, MOST_SHOWN) : null };
}

/** Control characters, and those that change the direction of text, are shown as a box. */
function printable(text: string): string {
  return text.replace(/[^\P{C}\n\t]/gu, '\ufffd');
}
