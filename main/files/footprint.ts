// What a file looks like from outside, to tell whether another hand has changed it.
import { basename } from 'node:path';
import { diskFailure, errnoOf } from './disk-failure.ts';
import { FileRefusal } from './file-refusal.ts';
import type { FileSystem } from './file-system.ts';

/** What a file looked like when it was last read or written by us. */
export type Footprint = { readonly size: number; readonly modifiedMs: number; readonly inode: number };

/** @returns how the file looks now, or `null` when there is none. Throws a `FileRefusal` for what else the disk says. */
export async function footprintOf(files: FileSystem, path: string): Promise<Footprint | null> {
  try {
    const { size, mtimeMs, ino } = await files.stat(path);
    return { size, modifiedMs: mtimeMs, inode: ino };
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw new FileRefusal(diskFailure(error, basename(path)));
  }
}
