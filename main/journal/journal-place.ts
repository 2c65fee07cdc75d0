// The place of a journal: anything there that is not a file is set aside, so that the journal can be written.
import { basename } from 'node:path';
import { errnoOf, orThrow } from '../files/disk-failure.ts';
import type { FileSystem } from '../files/file-system.ts';
import { putAside } from '../files/replace-file.ts';

/**
 * Sets aside a folder, a pipe or a link to itself: no journal was ever written there, and its owner finds it beside. Throws disk errors.
 */
export async function clearPlace(files: FileSystem, path: string, nonce: string): Promise<void> {
  if (await isNoFile(files, path)) await putAside(files, path, `${basename(path)}~no-journal~${nonce}`);
}

async function isNoFile(files: FileSystem, path: string): Promise<boolean> {
  try {
    return !(await files.stat(path)).isFile();
  } catch (error) {
    return errnoOf(orThrow(error)) === 'ELOOP';
  }
}
