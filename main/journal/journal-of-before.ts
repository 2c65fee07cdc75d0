// The journal that an older Tierce keeps under the earlier name: read after the present one, and merged into it before it is written.
import { dirname } from 'node:path';
import { OWN_PLACES, type FileFailure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { diskFailure, errnoOf, isNothingThere, orThrow } from '../files/disk-failure.ts';
import type { FileSystem } from '../files/file-system.ts';
import { flushFolder } from '../files/lasting-folder.ts';
import { replaceFile } from '../files/replace-file.ts';
import { bytesOfFile } from '../machine/regular-file.ts';
import { isTornAt } from './journal-lines.ts';
import { olderPaths } from './journal-names.ts';

/** `own`: the bytes under the present name; `beyond`: those under earlier names that it lacks. Empty where there is nothing. */
export type WholeJournal = { readonly own: Buffer; readonly beyond: Buffer };

/**
 * Writing under the present name merges the others first. So anything under an earlier name was written after all of that,
 * by an older Tierce that did not know of it. The exception is a kill during the merge: then it is in both.
 * @returns the bytes of a journal. Throws disk errors
 */
export async function readWholeJournal(files: FileSystem, path: string): Promise<WholeJournal> {
  const own = await bytesOf(files, path);
  let whole = own;
  for (const older of olderPaths(path)) {
    const bytes = await bytesOf(files, older);
    if (!whole.includes(bytes)) whole = joined(whole, bytes);
  }
  return { own, beyond: whole.subarray(own.byteLength) };
}

/**
 * Merges the journal under an earlier name into the one under the present name. A kill on the way leaves it under one of them, or whole
 * under both.
 * @param nonce of the temporary file
 * @returns or a disk-* failure, after which everything is still there under some name
 */
export async function bringAlong(files: FileSystem, path: string, nonce: string): Promise<Result<null, FileFailure>> {
  try {
    const found: string[] = [];
    for (const older of olderPaths(path)) if (await isThere(files, older)) found.push(older);
    const [first] = found;
    if (first === undefined) return ok(null);
    const isAlone = found.length === 1 && !(await isThere(files, path));
    const brought = isAlone ? ok(await files.rename(first, path)) : await bringTogether(files, { path, found, nonce });
    if (!brought.ok) return brought;
    await flushFolder(files, dirname(path)); // else a power cut could bring back the earlier name, once more has been written
    return ok(null);
  } catch (error) {
    return refuse(diskFailure(orThrow(error), OWN_PLACES.journal));
  }
}

async function bringTogether(
  files: FileSystem,
  { path, found, nonce }: { readonly path: string; readonly found: readonly string[]; readonly nonce: string },
): Promise<Result<unknown, FileFailure>> {
  const { own, beyond } = await readWholeJournal(files, path);
  const written = beyond.byteLength === 0 ? ok(null) : await replaceFile(files, { path, parts: [own, beyond], nonce });
  if (written.ok) for (const older of found) await files.unlink(older);
  return written;
}

function joined(whole: Buffer, more: Buffer): Buffer {
  const isTorn = isTornAt(whole.at(-1)); // half a line must not swallow the first one after it
  return Buffer.concat([whole, Buffer.from(isTorn ? '\n' : ''), more]);
}

async function bytesOf(files: FileSystem, path: string): Promise<Buffer> {
  try {
    return await bytesOfFile(files, path);
  } catch (error) {
    if (hasNoFile(error)) return Buffer.alloc(0);
    throw error;
  }
}

/** Also where a link leads to itself. */
function hasNoFile(error: unknown): boolean {
  return isNothingThere(error) || errnoOf(error) === 'ELOOP';
}

async function isThere(files: FileSystem, path: string): Promise<boolean> {
  try {
    return (await files.stat(path)).isFile();
  } catch (error) {
    if (hasNoFile(error)) return false;
    throw error;
  }
}
