// The journal of a file as its opening reads it: under the file's own seal, and cleared of plain lines that a crash left.
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
/** `digest`: of the bytes of the file as read; `key`: of a sealed one, `earlier`: its previous keys. */
type OfFile = {
  readonly fileId: string;
  readonly key: Uint8Array | null;
  readonly earlier?: readonly NamedKey[];
  readonly digest: string;
  readonly holder: Holder;
};

/** @returns the path of a file's journal */
export function journalPathOf({ journalFolder }: Pick<JournalPlace, 'journalFolder'>, fileId: string): string {
  return journalPath(journalFolder, fileId);
}

/** @returns what the lock of that journal is named after */
export function journalLockPathOf({ journalFolder }: Pick<JournalPlace, 'journalFolder'>, fileId: string): string {
  return journalLockPath(journalFolder, fileId);
}

/** @returns the journal of a file, whose lines are sealed if the file is */
export function journalOf(place: JournalPlace, fileId: string, key: Uint8Array | null, holder: Holder = NO_HOLDER): Journal {
  return journalUnder(place, fileId, key === null ? null : { key, earlier: [] }, holder);
}

/** @returns the same, able to read lines under the earlier keys as well */
export function journalUnder(place: JournalPlace, fileId: string, keys: OpenKeys | null, holder: Holder = NO_HOLDER): Journal {
  return new Journal(place.files, journalPathOf(place, fileId), linesUnder(fileId, keys), holder);
}

type Entries = {
  readonly journal: Journal;
  readonly entries: readonly JournalEntry[];
  /**
   * For a sealed file, the plain lines that are also there: the file was sealed elsewhere, from a content that this journal does not know.
   * They do not lead on from the file.
   */
  readonly inTheClear: readonly JournalEntry[];
};

/**
 * @returns the journal and its entries. For a sealed file, plain lines that the file already holds are sealed or dropped;
 * any other line that is not under its seal stays, and `holdsForeign` says so. Or a disk-* failure
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

/** The same without changing anything. @returns also whether its plain lines have to be rewritten */
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
  if (plain.value.every(({ kind }) => kind !== 'step')) return ok({ ...own, isToBeWritten: true }); // a seal was to be removed, and stayed
  const standing = markOf(lineageOf(read.value), digest);
  if (standing !== null) return ok(journal.holdsForeignAfter(standing.place) ? beside : { ...own, isToBeWritten: true });
  if (journal.holdsForeignAfter(0) || !holdsNothingMore(plain.value, digest)) return ok(beside);
  // the file was sealed before its journal could be: later lines are sealed and follow all the plain ones
  const entries = [...plain.value, ...read.value];
  return ok({ ...own, entries, isToBeWritten: true });
}

/**
 * Re-encrypts lines under an earlier key with the present one: they were written before the key changed, here or on another computer. If
 * the disk refuses, they stay readable.
 */
async function bringAlong(
  place: JournalPlace,
  journal: Journal,
  { fileId, ...keys }: OpenKeys & { readonly fileId: string },
): Promise<void> {
  const strict = journalOf(place, fileId, keys.key);
  const read = await strict.read();
  if (read.ok && strict.foreignLines > journal.foreignLines) await journal.recode(linesUnder(fileId, keys), place.newId());
}

/** Whether the file with that digest holds every step of these entries. */
function holdsNothingMore(entries: readonly JournalEntry[], digest: string): boolean {
  const lineage = lineageOf(entries);
  const mark = markOf(lineage, digest);
  return mark !== null && stepsAfter(lineage, mark).length === 0;
}
