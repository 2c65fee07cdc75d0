// Reads the small files that Tierce keeps for itself: never more bytes than one can have, and only regular files.
import { errnoOf, isNothingThere } from './disk-failure.ts';
import { readRegularFile } from '../machine/regular-file.ts';
import type { FileSystem } from './file-system.ts';

/** A settings file, a lock, a register or a noted name needs a fraction of this. In bytes. */
const MOST_BYTES = 64 * 1024;

/**
 * @returns the text; `none` where nothing is there, or can be because a file is in the place of the folder;
 * `no-file` for a folder or a pipe; `too-large` for a file too large to be one of these. Throws any other disk error.
 */
export async function readSmallFile(
  files: FileSystem,
  path: string,
): Promise<{ readonly text: string } | 'none' | 'no-file' | 'too-large'> {
  try {
    const bytes = await readRegularFile(files, path, MOST_BYTES);
    if ('not' in bytes) return bytes.not === 'bounded' ? 'too-large' : 'no-file';
    return { text: bytes.toString('utf8') };
  } catch (error) {
    if (isNothingThere(error)) return 'none';
    if (errnoOf(error) === 'EISDIR') return 'no-file';
    throw error;
  }
}
