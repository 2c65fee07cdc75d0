// The place of a journal: what stands there and is no file is put aside, so that something can be noted.
import { basename } from 'node:path';
import { errnoOf, orThrow } from '../files/disk-failure.ts';
import type { FileSystem } from '../files/file-system.ts';
import { putAside } from '../files/replace-file.ts';

/** A folder, a pipe, a link to itself: nothing was ever noted there, and whoever put it there finds it beside. Throws what the disk says. */
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
