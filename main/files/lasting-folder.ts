// Folders whose names outlast a power cut.
import { dirname } from 'node:path';
import { errnoOf, orThrow } from './disk-failure.ts';
import type { FileSystem, OpenFile } from './file-system.ts';

/**
 * Makes a folder and those above it, and flushes each in the one above: else a power cut could take it away with all that is safe in it.
 * Also those that were there: whoever made them may have been killed before they were flushed. Throws what the disk says.
 */
export async function makeFolder(files: FileSystem, folder: string): Promise<void> {
  await files.mkdir(folder, { recursive: true });
  await flushUpwards(files, dirname(folder));
}

/** Flushes a folder and every one above it: whatever stands in it then has a name that lasts. */
export async function flushUpwards(files: FileSystem, folder: string): Promise<void> {
  await flushFolder(files, folder);
  if (dirname(folder) !== folder) await flushUpwards(files, dirname(folder));
}

/** The same where the first thing that is written there tells what is wrong. */
export async function makeFolderIfPossible(files: FileSystem, folder: string): Promise<void> {
  try {
    await makeFolder(files, folder);
  } catch (error) {
    if (errnoOf(error) === null) throw error;
  }
}

/** A rename lasts only once its folder is flushed. Windows cannot flush folders, and some mounts refuse it: there the rename is all there is. */
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

/** Lets go of a file whose bytes were flushed, or reported as lost: it is gone, whatever closing says. */
export async function closeQuietly(file: OpenFile): Promise<void> {
  try {
    await file.close();
  } catch (error) {
    orThrow(error);
  }
}

/** Flushes a folder, where the disk lets us: what cannot be flushed here is as it would be without us. */
export async function flushFolderIfPossible(files: FileSystem, folder: string): Promise<void> {
  try {
    await flushFolder(files, folder);
  } catch (error) {
    orThrow(error);
  }
}
