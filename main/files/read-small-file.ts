// Reads the small files that Tierce keeps for itself: never more of one than it can be, and nothing but a plain file.
import { errnoOf, isNothingThere } from './disk-failure.ts';
import { readRegularFile } from '../machine/regular-file.ts';
import type { FileSystem } from './file-system.ts';

/** A settings file, a lock, a register or a noted name has a small part of this. In bytes. */
const MOST_BYTES = 64 * 1024;

/**
 * @returns the text; `none` where nothing stands, nor can, since a file stands in the place of the folder;
 * `no-file` for a folder or a pipe; `too-large` for what can be none of these. Throws what else the disk says.
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
