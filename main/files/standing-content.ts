// The current content of a file: identified by its digest, never by date or size.
import { basename } from 'node:path';
import type { FileFailure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { diskFailure, errnoOf, orThrow } from './disk-failure.ts';
import { digestInPortions } from './digest.ts';
import { readRegularFile } from '../machine/regular-file.ts';
import { DIGEST_LINE_BYTES, digestWrittenIn, LARGEST_FILE_BYTES } from './envelope.ts';
import type { FileSystem } from './file-system.ts';

/**
 * `digest`: the one that the last line gives and that the bytes really have; `null` for any other content. `look`: changes when somebody
 * writes to the file.
 */
export type Standing = { readonly digest: string | null; readonly look: string };

/** @returns the current content, `null` where there is no file; or a disk-* failure, file-is-folder */
export async function readStanding(files: FileSystem, path: string): Promise<Result<Standing | null, FileFailure>> {
  try {
    const look = await lookOf(files, path); // before reading: a later write by anybody changes it
    if (look === null) return ok(null);
    const bytes = await readRegularFile(files, path, LARGEST_FILE_BYTES);
    if ('not' in bytes && bytes.not === 'folder') return refuse({ code: 'file-is-folder', name: basename(path) });
    return ok({ digest: 'not' in bytes ? null : await digestIn(bytes), look });
  } catch (error) {
    return errnoOf(error) === 'ENOENT' ? ok(null) : refuse(diskFailure(orThrow(error), basename(path)));
  }
}

/** @returns how a file looks from outside, `null` if there is none. Good for a moment only: the content decides. Throws disk errors. */
export async function lookOf(files: FileSystem, path: string): Promise<string | null> {
  try {
    return lookIn(await files.stat(path));
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** @returns the same, from what `stat` returned */
export function lookIn({
  ino,
  size,
  mtimeMs,
  ctimeMs,
}: {
  readonly ino: number;
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
}): string {
  return [ino, size, mtimeMs, ctimeMs].join(' ');
}

async function digestIn(bytes: Buffer): Promise<string | null> {
  const written = digestWrittenIn(bytes);
  return written !== null && (await digestInPortions([bytes.subarray(0, -DIGEST_LINE_BYTES)])) === written ? written : null;
}
