// Reads files of which nothing is known: a pipe would be waited for, a device never ends, a folder is none.
import type { FileSystem } from '../files/file-system.ts';

/** What stands under a name in place of a file that can be read: a folder; what is neither folder nor file; more than may be read, in bytes. */
export type Unread = { readonly not: 'folder' | 'file' } | { readonly not: 'bounded'; readonly bytes: number };

/**
 * @param most bytes
 * @returns the bytes of a file, or why none were read. What says that it is empty is not opened: the files by which a system speaks of itself say so, and may
 * never end. Throws what the disk says.
 */
export async function readRegularFile(files: FileSystem, path: string, most: number): Promise<Buffer | Unread> {
  const look = await files.stat(path);
  if (look.isDirectory()) return { not: 'folder' };
  if (!look.isFile()) return { not: 'file' };
  if (look.size > most) return { not: 'bounded', bytes: look.size };
  return look.size === 0 ? Buffer.alloc(0) : files.readFile(path);
}
