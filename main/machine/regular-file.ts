// Reads files of which nothing is known: a pipe would be waited for, a device never ends, a folder is none.
import type { FileSystem } from '../files/file-system.ts';

/**
 * What stands under a name in place of a file that can be read: a folder; what is neither folder nor file; more than may be read, in bytes;
 * what does not begin as is wanted.
 */
export type Unread = { readonly not: 'folder' | 'file' | 'wanted' } | { readonly not: 'bounded'; readonly bytes: number };
/** How a large file must begin for the rest of it to be read. */
export type Beginning = { readonly bytes: number; readonly isWanted: (beginning: Buffer) => boolean };

/** A file of this size is looked into before it is read whole. In bytes. */
const LARGE = 1024 * 1024;

/**
 * @param most bytes
 * @returns the bytes of a file, or why none were read. What says that it is empty is not opened: the files by which a system speaks of itself say so, and may
 * never end. Throws what the disk says.
 */
export async function readRegularFile(files: FileSystem, path: string, most: number, beginning?: Beginning): Promise<Buffer | Unread> {
  const look = await files.stat(path);
  if (look.isDirectory()) return { not: 'folder' };
  if (!look.isFile()) return { not: 'file' };
  if (look.size > most) return { not: 'bounded', bytes: look.size };
  if (look.size === 0) return Buffer.alloc(0);
  const isAsked = beginning !== undefined && look.size > LARGE;
  if (isAsked && !beginning.isWanted(await beginningOf(files, path, beginning.bytes))) return { not: 'wanted' };
  return files.readFile(path);
}

async function beginningOf(files: FileSystem, path: string, bytes: number): Promise<Buffer> {
  const file = await files.open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** As the disk says that nothing stands there: a folder, a pipe or a device in the place of a file is no file. */
class NoFile extends Error {
  readonly code = 'ENOENT';
}

/** @returns the bytes of a file in our own folder, of any size. Throws what the disk says: where something else has its name, that there is none */
export async function bytesOfFile(files: FileSystem, path: string): Promise<Buffer> {
  const bytes = await readRegularFile(files, path, Number.POSITIVE_INFINITY);
  if ('not' in bytes) throw new NoFile(`a ${bytes.not} in the place of a file`);
  return bytes;
}
