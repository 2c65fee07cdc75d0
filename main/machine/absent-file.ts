// Why there is no file under a name: it has gone, the name is a link that leads nowhere, or this system cannot represent it.
import { basename } from 'node:path';
import type { FileFailure } from '@domain/failures.ts';
import { isNothingThere, orThrow } from '../files/disk-failure.ts';
import type { FileSystem } from '../files/file-system.ts';

/** Replaces bytes in a name that are not text. */
export const UNKNOWN_SIGN = '\uFFFD';

/** @returns file-not-found, file-link-broken or file-name-unreadable */
export async function whyAbsent(files: FileSystem, path: string): Promise<FileFailure> {
  const name = basename(path);
  if (name.includes(UNKNOWN_SIGN)) return { code: 'file-name-unreadable', name };
  return { code: (await isLink(files, path)) ? 'file-link-broken' : 'file-not-found', name };
}

/** @returns whether the disk says that nothing has that name; any other answer leaves it unknown */
export async function isGone(files: FileSystem, path: string): Promise<boolean> {
  try {
    await files.stat(path);
    return false;
  } catch (error) {
    return isNothingThere(orThrow(error));
  }
}

async function isLink(files: FileSystem, path: string): Promise<boolean> {
  try {
    return (await files.lstat(path)).isSymbolicLink();
  } catch (error) {
    orThrow(error);
    return false;
  }
}
