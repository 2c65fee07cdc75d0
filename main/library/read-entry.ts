// Reads what Home shows of one file; this takes the whole file.
import type { Failure } from '@domain/failures.ts';
import { type Summary, summaryOf } from '@domain/summary.ts';
import type { CalendarDate } from '@domain/units.ts';
import { readHead } from '../files/file-head.ts';
import type { FileSystem } from '../files/file-system.ts';
import { readProjectFile } from '../files/read-project-file.ts';

/** `fileId`: even of a file that cannot be read, or not without its passphrase, if it says its id; copies are recognised by it. */
export type Reading =
  | { readonly state: 'readable'; readonly summary: Summary; readonly fileId: string }
  | { readonly state: 'unreadable'; readonly failure: Failure; readonly fileId: string | null }
  | { readonly state: 'person' };

/** Reads entries of the library, here or in workers. */
export type EntryReader = { readonly read: (path: string, today: CalendarDate) => Promise<Reading>; readonly stop: () => Promise<void> };

/** @returns what Home shows of it; for an unreadable file, the reason */
export async function readEntry(files: FileSystem, path: string, today: CalendarDate): Promise<Reading> {
  const read = await readProjectFile(files, path);
  if (!read.ok) return { state: 'unreadable', failure: read.failure, fileId: (await readHead(files, path))?.fileId ?? null };
  const { document, header } = read.value;
  return document.kind === 'person'
    ? { state: 'person' }
    : { state: 'readable', summary: summaryOf(document.accompaniment, today), fileId: header.fileId };
}

/** A reader in this same process: for a single folder, and for disks that are not the real one. */
export function readingHere(files: FileSystem): EntryReader {
  return { read: (path, today) => readEntry(files, path, today), stop: () => Promise.resolve() };
}
