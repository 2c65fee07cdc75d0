// The journal of a file as its opening reads it: under the file's own seal, and rid of what a crash left in the clear.
import type { FileFailure } from '@domain/failures.ts';
import { ok, type Result } from '@domain/result.ts';
import type { FileSystem } from '../files/file-system.ts';
import { type Holder, Journal, NO_HOLDER } from './journal.ts';
import type { JournalEntry } from './journal-entry.ts';
import { PLAIN_LINES } from './journal-lines.ts';
import { journalPath } from './journal-names.ts';
import { lineageOf, markOf, stepsAfter } from './lineage.ts';
import { sealedLines } from './sealed-lines.ts';

export type JournalPlace = { readonly files: FileSystem; readonly journalFolder: string; readonly newId: () => string };
/** `digest`: of the bytes of the file as read; `key`: of a sealed one. */
type OfFile = { readonly fileId: string; readonly key: Uint8Array | null; readonly digest: string; readonly holder: Holder };

/** @returns where the journal of a file lies */
export function journalPathOf({ journalFolder }: Pick<JournalPlace, 'journalFolder'>, fileId: string): string {
  return journalPath(journalFolder, fileId);
}

/** @returns the journal of a file, whose lines are sealed when the file is */
export function journalOf(place: JournalPlace, fileId: string, key: Uint8Array | null, holder: Holder = NO_HOLDER): Journal {
  return new Journal(place.files, journalPathOf(place, fileId), key === null ? PLAIN_LINES : sealedLines(fileId, key), holder);
}

/**
 * @returns the journal and its entries. Of a sealed file, lines in the clear that the file holds already are brought under its seal or let go;
 * any other line that cannot be read here stays, and `holdsForeign` tells. Or a disk-* failure
 */
export async function readJournal(place: JournalPlace, { fileId, key, digest, holder }: OfFile): Promise<Result<{ readonly journal: Journal; readonly entries: readonly JournalEntry[] }, FileFailure>> {
  const journal = journalOf(place, fileId, key, holder);
  const read = await journal.read();
  if (!read.ok) return read;
  const own = { journal, entries: read.value };
  if (key === null || !journal.holdsForeign) return ok(own);
  const inTheClear = journalOf(place, fileId, null);
  const plain = await inTheClear.read();
  if (!plain.ok || journal.foreignLines !== plain.value.length) return ok(own); // a line under yet another seal is never dropped
  if (plain.value.every(({ kind }) => kind !== 'step')) { // a seal was to be taken off, and stayed
    await journal.rewrite(read.value, place.newId());
    return ok(own);
  }
  const standing = markOf(lineageOf(read.value), digest);
  if (standing !== null) {
    if (!journal.holdsForeignAfter(standing.place)) await journal.rewrite(read.value, place.newId());
    return ok(own);
  }
  if (journal.holdsForeignAfter(0) || !holdsNothingMore(plain.value, digest)) return ok(own);
  const entries = [...plain.value, ...read.value]; // the file was sealed before its journal could be: what came since stands under the seal, after all that is in the clear
  await journal.rewrite(entries, place.newId());
  return ok({ journal, entries });
}

/** Whether the file of that digest holds every step of these entries. */
function holdsNothingMore(entries: readonly JournalEntry[], digest: string): boolean {
  const lineage = lineageOf(entries);
  const mark = markOf(lineage, digest);
  return mark !== null && stepsAfter(lineage, mark).length === 0;
}
