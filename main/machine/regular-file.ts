// Reads unknown files safely: a pipe would block, a device never ends, a folder is not a file.
import type { FileSystem } from '../files/file-system.ts';

/**
 * Why there is no readable file: it is a folder; neither folder nor file; larger than allowed, in bytes;
 * or does not begin as wanted.
 */
export type Unread = { readonly not: 'folder' | 'file' | 'wanted' } | { readonly not: 'bounded'; readonly bytes: number };
/** How a large file must begin for the rest of it to be read. */
export type Beginning = { readonly bytes: number; readonly isWanted: (beginning: Buffer) => boolean };

/** A file of this size is checked before it is read whole. In bytes. */
const LARGE = 1024 * 1024;

/**
 * @param most bytes
 * @returns the bytes of a file, or why none were read. A file that reports its size as 0 is not opened: system files (such as those in
 * /proc) do so and may never end. Throws disk errors.
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

/** Like the disk's error for a missing file: a folder, a pipe or a device in place of a file counts as no file. */
class NoFile extends Error {
  readonly code = 'ENOENT';
}

/**
 * @returns the bytes of a file in our own folder, of any size. Throws disk errors; for anything but a file under that name, the one for a
 * missing file
 */
export async function bytesOfFile(files: FileSystem, path: string): Promise<Buffer> {
  const bytes = await readRegularFile(files, path, Number.POSITIVE_INFINITY);
  if ('not' in bytes) throw new NoFile(`a ${bytes.not} in the place of a file`);
  return bytes;
}
