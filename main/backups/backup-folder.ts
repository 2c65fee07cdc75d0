// The backup folder of one file: which backups there are, their sizes, and which contents they name. Anything else in it is ignored.
import { join } from 'node:path';
import { errnoOf } from '../files/disk-failure.ts';
import { isSealedText } from '../files/file-head.ts';
import type { FileSystem } from '../files/file-system.ts';
import { manifestIn } from '../files/sealed-body.ts';
import { bytesOfFile } from '../machine/regular-file.ts';
import { type BackupName, newestFirst, readBackupName } from './backup-name.ts';

export type NamedBackup = BackupName & { readonly fileName: string };
export type StoredBackup = NamedBackup & { readonly bytes: number };
/** How many files are asked for their size at once. */
const AT_A_TIME = 64;

/** @returns the names in a folder, none where there is no folder; throws any other disk error */
export async function namesIn(files: FileSystem, folder: string): Promise<readonly string[]> {
  try {
    return await files.readdir(folder);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return []; // no backup was ever taken
    throw error;
  }
}

/** @returns the backups by name alone, the newest first; throws disk errors */
export async function namedBackups(files: FileSystem, folder: string): Promise<readonly NamedBackup[]> {
  const named = (await namesIn(files, folder)).flatMap((fileName) => {
    const name = readBackupName(fileName);
    return name === null ? [] : [{ ...name, fileName }];
  });
  return named.toSorted(newestFirst);
}

/** @returns the same with their sizes; throws disk errors of the folder */
export async function storedBackups(files: FileSystem, folder: string): Promise<readonly StoredBackup[]> {
  const named = await namedBackups(files, folder);
  const stored: StoredBackup[] = [];
  for (let from = 0; from < named.length; from += AT_A_TIME) {
    const some = named.slice(from, from + AT_A_TIME);
    const sizes = await Promise.all(some.map(({ fileName }) => bytesOf(files, join(folder, fileName))));
    for (const [place, backup] of some.entries()) {
      const bytes = sizes[place] ?? null;
      if (bytes !== null) stored.push({ ...backup, bytes });
    }
  }
  return stored;
}

/** @param key to look into sealed ones. @returns whether any backup names a content; one that cannot be read or opened may name any */
export async function contentsNamed(files: FileSystem, folder: string, key: Uint8Array | null): Promise<(name: string) => boolean> {
  const named = new Set<string>();
  try {
    for (const { fileName } of await storedBackups(files, folder)) {
      const names = namesOfContents(await bytesOfFile(files, join(folder, fileName)), key);
      if (names === null) return () => true;
      for (const name of names) named.add(name);
    }
    return (name) => named.has(name);
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return () => true;
  }
}

/** The head of a sealed file says that it is sealed. @returns `null` where only its key could tell, and this is not it */
function namesOfContents(bytes: Buffer, key: Uint8Array | null): readonly string[] | null {
  const text = bytes.toString('latin1');
  if (!isSealedText(text)) return text.match(/\b[0-9a-f]{64}\b/g) ?? [];
  return key === null ? null : (manifestIn(bytes, key)?.contents ?? null);
}

/**
 * `null` for something that is not a file, or has gone meanwhile. A file whose size cannot be read is still listed; reading it reports
 * why.
 */
async function bytesOf(files: FileSystem, path: string): Promise<number | null> {
  try {
    const found = await files.stat(path);
    return found.isFile() ? found.size : null;
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return errnoOf(error) === 'ENOENT' ? null : 0;
  }
}
