// Folders whose names survive a power cut.
import { dirname } from 'node:path';
import { errnoOf, orThrow } from './disk-failure.ts';
import type { FileSystem, OpenFile } from './file-system.ts';

/**
 * Makes a folder and its parents, and flushes each one's entry in its parent: otherwise a power cut could remove it with everything safe
 * in it. Existing ones are flushed too: the process that made them may have been killed before it could. Throws disk errors.
 */
export async function makeFolder(files: FileSystem, folder: string): Promise<void> {
  await files.mkdir(folder, { recursive: true });
  await flushUpwards(files, dirname(folder));
}

/** Flushes a folder and all its parents: every name in it then lasts. */
export async function flushUpwards(files: FileSystem, folder: string): Promise<void> {
  await flushFolder(files, folder);
  if (dirname(folder) !== folder) await flushUpwards(files, dirname(folder));
}

/** The same, for callers whose first write there reports any problem. */
export async function makeFolderIfPossible(files: FileSystem, folder: string): Promise<void> {
  try {
    await makeFolder(files, folder);
  } catch (error) {
    if (errnoOf(error) === null) throw error;
  }
}

/** A rename lasts only once its folder is flushed. Windows cannot flush folders, and some mounts refuse to: there the rename has to do. */
export async function flushFolder(files: FileSystem, folder: string): Promise<void> {
  let handle: OpenFile | null = null;
  try {
    handle = await files.open(folder, 'r');
    await handle.sync();
  } catch (error) {
    if (!['EPERM', 'EISDIR', 'EACCES', 'EINVAL', 'ENOTSUP', 'EBADF'].includes(errnoOf(error) ?? '')) throw error;
  } finally {
    if (handle !== null) await closeQuietly(handle);
  }
}

/** Closes a file whose bytes were already flushed, or reported as lost: an error of closing changes nothing. */
export async function closeQuietly(file: OpenFile): Promise<void> {
  try {
    await file.close();
  } catch (error) {
    orThrow(error);
  }
}

/** Flushes a folder where the disk allows it; where it does not, nothing is worse than before. */
export async function flushFolderIfPossible(files: FileSystem, folder: string): Promise<void> {
  try {
    await flushFolder(files, folder);
  } catch (error) {
    orThrow(error);
  }
}
