// Removes leftovers: files of a killed process, and attached contents that nothing names.
import type { Document } from '@domain/document.ts';
import { contentsNamedBy, contentsNamedIn } from '@domain/tables/contents.ts';
import { namesOf } from '../attachments/content-store.ts';
import type { FileSystem } from '../files/file-system.ts';
import { removeLeftovers, removeLeftoversIn } from '../files/replace-file.ts';
import type { JournalEntry } from '../journal/journal-entry.ts';
import { olderPaths } from '../journal/journal-names.ts';
import { journalLockPathOf, journalPathOf } from '../journal/journal-of-file.ts';
import { removeLeftTurn } from '../locks/file-lock.ts';
import type { SessionServices } from './session-services.ts';

/** Removes what a killed process has left beside a file of ours. */
export async function sweepBeside(files: FileSystem, path: string): Promise<void> {
  await removeLeftovers(files, path);
  await removeLeftTurn(files, path);
}

/** The same in the application's own folders. */
export async function sweepHere(services: SessionServices, fileId: string): Promise<void> {
  const { files, backups, contents, memory } = services;
  const path = journalPathOf(services, fileId);
  for (const each of [path, ...olderPaths(path)]) await removeLeftovers(files, each);
  await removeLeftTurn(files, journalLockPathOf(services, fileId));
  await memory.sweep(fileId);
  for (const folder of [backups.folderOf(fileId), contents.folderOf(fileId)]) await removeLeftoversIn(files, folder);
}

type OfFile = {
  readonly fileId: string;
  readonly key: Uint8Array | null;
  readonly document: Document;
  readonly entries: readonly JournalEntry[];
};

/**
 * @returns whether the file, or a step that can be undone, names a content: under its present key, or by its own hash as older files do
 */
export function namesKept({ fileId, key, document, entries }: OfFile): {
  readonly isNamed: (name: string) => boolean;
  readonly isUnderKey: (name: string) => boolean;
} {
  const inSteps = contentsNamedBy(entries.flatMap((entry) => (entry.kind === 'step' ? entry.step.changes : [])));
  const named = new Set([...contentsNamedIn(document), ...inSteps.map(({ sha256 }) => sha256)]);
  const names = [...named].map((sha256) => namesOf(sha256, { fileId, key }));
  const [all, under] = [new Set(names.flat()), new Set(names.map(([name]) => name))];
  return { isNamed: (name) => all.has(name), isUnderKey: (name) => key !== null && under.has(name) };
}

/** Removes attached contents that are named by neither the file, nor a step that can be undone, nor a backup. */
export async function sweepContents(
  { contents, backups }: SessionServices,
  { fileId, key }: Pick<OfFile, 'fileId' | 'key'>,
  isNamed: (name: string) => boolean,
): Promise<void> {
  const kept = await contents.list(fileId);
  if (!kept.ok || kept.value.length === 0) return;
  const inBackups = await backups.names(fileId, key);
  await contents.keepOnly(fileId, (name) => isNamed(name) || inBackups(name));
}
