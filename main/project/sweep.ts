// Removes what is nobody’s any more: leftovers of a killed process, contents that nothing names.
import type { Document } from '@domain/document.ts';
import type { FileSystem } from '../files/file-system.ts';
import { removeLeftovers, removeLeftoversIn } from '../files/replace-file.ts';
import type { JournalEntry } from '../journal/journal-entry.ts';
import { journalPathOf } from '../journal/journal-of-file.ts';
import { removeLeftTurn } from '../locks/file-lock.ts';
import type { SessionServices } from './session-services.ts';

/** What a process that was killed has left beside a file of ours. */
export async function sweepBeside(files: FileSystem, path: string): Promise<void> {
  await removeLeftovers(files, path);
  await removeLeftTurn(files, path);
}

/** The same in the application's own folders. */
export async function sweepHere(services: SessionServices, fileId: string): Promise<void> {
  const { files, backups, contents, memory } = services;
  await sweepBeside(files, journalPathOf(services, fileId));
  await memory.sweep(fileId);
  for (const folder of [backups.folderOf(fileId), contents.folderOf(fileId)]) await removeLeftoversIn(files, folder);
}

/** Contents that neither the file, nor a step that can be taken back, nor a backup names are let go. */
export async function sweepContents({ contents, backups }: SessionServices, fileId: string, document: Document, entries: readonly JournalEntry[]): Promise<void> {
  const kept = await contents.list(fileId);
  if (!kept.ok || kept.value.length === 0) return;
  const inBackups = await backups.names(fileId);
  const inSteps = JSON.stringify(entries.filter((entry) => entry.kind === 'step' && entry.step.changes.some(({ table }) => table === 'attachments')));
  const named = new Set(Object.values(document.accompaniment.attachments).map(({ sha256 }) => sha256));
  await contents.keepOnly(fileId, (sha256) => named.has(sha256) || inSteps.includes(sha256) || inBackups(sha256));
}
