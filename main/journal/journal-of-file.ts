// The journal of a file as its opening reads it: under the file's own seal, and rid of what a crash left in the clear.
import type { FileFailure } from '@domain/failures.ts';
import { ok, type Result } from '@domain/result.ts';
import type { FileSystem } from '../files/file-system.ts';
import { type Holder, Journal, NO_HOLDER } from './journal.ts';
import type { JournalEntry } from './journal-entry.ts';
import { journalLockPath, journalPath } from './journal-names.ts';
import type { NamedKey, OpenKeys } from '../vault/open-keys.ts';
import { lineageOf, markOf, stepsAfter } from './lineage.ts';
import { linesUnder } from './sealed-lines.ts';

export type JournalPlace = { readonly files: FileSystem; readonly journalFolder: string; readonly newId: () => string };
/** `digest`: of the bytes of the file as read; `key`: of a sealed one, `earlier`: those that it had before. */
type OfFile = {
  readonly fileId: string;
  readonly key: Uint8Array | null;
  readonly earlier?: readonly NamedKey[];
  readonly digest: string;
  readonly holder: Holder;
};

/** @returns where the journal of a file lies */
export function journalPathOf({ journalFolder }: Pick<JournalPlace, 'journalFolder'>, fileId: string): string {
  return journalPath(journalFolder, fileId);
}

/** @returns what the lock of that journal is named after */
export function journalLockPathOf({ journalFolder }: Pick<JournalPlace, 'journalFolder'>, fileId: string): string {
  return journalLockPath(journalFolder, fileId);
}

/** @returns the journal of a file, whose lines are sealed when the file is */
export function journalOf(place: JournalPlace, fileId: string, key: Uint8Array | null, holder: Holder = NO_HOLDER): Journal {
  return journalUnder(place, fileId, key === null ? null : { key, earlier: [] }, holder);
}

/** @returns the same, which reads lines under the keys of before as well */
export function journalUnder(place: JournalPlace, fileId: string, keys: OpenKeys | null, holder: Holder = NO_HOLDER): Journal {
  return new Journal(place.files, journalPathOf(place, fileId), linesUnder(fileId, keys), holder);
}

type Entries = {
  readonly journal: Journal;
  readonly entries: readonly JournalEntry[];
  /** Of a sealed file, what else stands there, in the clear: the file was sealed elsewhere, from another content than this journal knows. It is none of the lines that lead on from the file. */
  readonly inTheClear: readonly JournalEntry[];
};

/**
 * @returns the journal and its entries. Of a sealed file, lines in the clear that the file holds already are brought under its seal or let go;
 * any other line that is not under its seal stays, and `holdsForeign` tells. Or a disk-* failure
 */
export async function readJournal(place: JournalPlace, file: OfFile): Promise<Result<Entries, FileFailure>> {
  const looked = await lookAtJournal(place, file);
  if (!looked.ok) return looked;
  const { journal, entries, inTheClear, isToBeWritten } = looked.value;
  const { key, earlier = [] } = file;
  if (key !== null && earlier.length > 0) await bringAlong(place, journal, { fileId: file.fileId, key, earlier });
  if (isToBeWritten) await journal.rewrite(entries, place.newId());
  return ok({ journal, entries, inTheClear });
}

/** The same without changing anything. @returns also whether its lines in the clear have no place there any more */
export async function lookAtJournal(
  place: JournalPlace,
  { fileId, key, earlier = [], digest, holder }: OfFile,
): Promise<Result<Entries & { readonly isToBeWritten: boolean }, FileFailure>> {
  const journal = journalUnder(place, fileId, key === null ? null : { key, earlier }, holder);
  const read = await journal.read();
  if (!read.ok) return read;
  const own = { journal, entries: read.value, inTheClear: [], isToBeWritten: false };
  if (key === null || !journal.holdsForeign) return ok(own);
  const plain = await journalOf(place, fileId, null).read();
  if (!plain.ok || journal.foreignLines !== plain.value.length) return ok(own); // a line under yet another seal is never dropped
  const beside = { ...own, inTheClear: plain.value };
  if (plain.value.every(({ kind }) => kind !== 'step')) return ok({ ...own, isToBeWritten: true }); // a seal was to be taken off, and stayed
  const standing = markOf(lineageOf(read.value), digest);
  if (standing !== null) return ok(journal.holdsForeignAfter(standing.place) ? beside : { ...own, isToBeWritten: true });
  if (journal.holdsForeignAfter(0) || !holdsNothingMore(plain.value, digest)) return ok(beside);
  const entries = [...plain.value, ...read.value]; // the file was sealed before its journal could be: what came since stands under the seal, after all that is in the clear
  return ok({ ...own, entries, isToBeWritten: true });
}

/** Lines under a key of before come under that of now: they were noted before the key was changed, here or on another computer. What the disk refuses stays readable as it is. */
async function bringAlong(
  place: JournalPlace,
  journal: Journal,
  { fileId, ...keys }: OpenKeys & { readonly fileId: string },
): Promise<void> {
  const strict = journalOf(place, fileId, keys.key);
  const read = await strict.read();
  if (read.ok && strict.foreignLines > journal.foreignLines) await journal.recode(linesUnder(fileId, keys), place.newId());
}

/** Whether the file of that digest holds every step of these entries. */
function holdsNothingMore(entries: readonly JournalEntry[], digest: string): boolean {
  const lineage = lineageOf(entries);
  const mark = markOf(lineage, digest);
  return mark !== null && stepsAfter(lineage, mark).length === 0;
}
