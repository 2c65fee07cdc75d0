// Replaces the content of a file so that, whatever happens, either the old or the new content is there, whole.
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { FileFailure } from '@domain/failures.ts';
import { beginningOf } from '@domain/file-name.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { diskFailure, errnoOf, WRITE_PROTECTED } from './disk-failure.ts';
import type { FileSystem, OpenFile } from './file-system.ts';
import { flushFolder } from './lasting-folder.ts';
import { ON_DISK } from './new-name.ts';

/** Ending of temporary files, by which leftovers of a crash are recognised. */
export const TEMPORARY_ENDING = '.tierce-tmp';

export type Replacement = {
  readonly path: string;
  /** Written in sequence. */
  readonly parts: readonly Uint8Array[];
  /** Makes the temporary name unique to this writer: two writers never share one. */
  readonly nonce: string;
  /** Called last, just before the old content is replaced. @returns a failure that stops the replacement */
  readonly lastCheck?: () => Promise<FileFailure | null>;
};

/**
 * Own temporary file in the same folder, all bytes, flushed, size checked, renamed, folder flushed. The old content is not touched before
 * the new one is safe.
 * @returns the path really written (behind a symbolic link); or a disk-* or file-* failure, after which the old content is intact and the
 * temporary file is removed where possible
 * @source promises.md A3
 */
export async function replaceFile(files: FileSystem, replacement: Replacement): Promise<Result<string, FileFailure>> {
  const name = basename(replacement.path);
  let temporary: string | null = null;
  try {
    const path = await targetOf(files, replacement.path);
    temporary = join(dirname(path), `${temporaryStart(path)}${replacement.nonce}${TEMPORARY_ENDING}`);
    await writeWhole(files, temporary, replacement.parts, await markingsOf(files, path));
    const failure = (await replacement.lastCheck?.()) ?? null;
    if (failure !== null) {
      await removeQuietly(files, temporary);
      return refuse(failure);
    }
    await renameWithPatience(files, temporary, path);
    temporary = null;
    await flushFolder(files, dirname(path));
    return ok(path);
  } catch (error) {
    if (temporary !== null) await removeQuietly(files, temporary);
    if (errnoOf(error) === null) throw error;
    return refuse(diskFailure(error, name));
  }
}

/**
 * Removes the temporary files that a writer of this same file left behind when it was killed. Only the holder of the file's lock may call
 * it: another's may still be in use. Files that cannot be removed do no harm.
 */
export function removeLeftovers(files: FileSystem, path: string): Promise<void> {
  const start = temporaryStart(path);
  return removeNamed(files, dirname(path), (name) => name.startsWith(start) && name.endsWith(TEMPORARY_ENDING));
}

/** The same for a folder that belongs to one file alone, such as its backups. */
export function removeLeftoversIn(files: FileSystem, folder: string): Promise<void> {
  return removeNamed(files, folder, (name) => name.endsWith(TEMPORARY_ENDING));
}

/** Renames whatever is in the place of a file, within its folder. Throws disk errors. */
export async function putAside(files: FileSystem, path: string, name: string): Promise<void> {
  await files.rename(path, join(dirname(path), name));
}

/** Removes the files of a folder whose names match; any that cannot be removed stay. */
export async function removeNamed(files: FileSystem, folder: string, isSuch: (name: string) => boolean): Promise<void> {
  try {
    for (const name of (await files.readdir(folder)).filter(isSuch)) await removeQuietly(files, join(folder, name));
  } catch (error) {
    if (errnoOf(error) === null) throw error;
  }
}

/** Enough of a name for a person to see which file the temporary one belongs to. */
const SHOWN = { ...ON_DISK, most: 24 };

/** Distinguishes the temporary files of one file from those of every other, even of one whose long name begins alike. */
function temporaryStart(path: string): string {
  const name = basename(path);
  return `.${beginningOf(name, SHOWN)}.${createHash('sha256').update(name).digest('hex').slice(0, 8)}.`;
}

/** The file has fewer bytes on the disk than were written: a full disk that did not report it. */
class ShortFile extends Error {
  readonly code = 'ENOSPC';
}

/** Writing through a symbolic link replaces its target, not the link. */
async function targetOf(files: FileSystem, path: string): Promise<string> {
  try {
    const target = await files.realpath(path);
    if ((await files.stat(target)).isDirectory()) throw Object.assign(new Error('is a folder'), { code: 'EISDIR' });
    return target;
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return path;
    throw error;
  }
}

/**
 * What the owner has set on a file: rights and ownership. Other attributes and hard links are out of Node's reach: see
 * docs/reliability.md.
 */
type Markings = { readonly mode: number; readonly owner: { readonly uid: number; readonly gid: number } | null };

/**
 * New files are for their owner alone. A file that is write-protected, or not ours to write, is not replaced even if its folder would
 * allow it.
 */
async function markingsOf(files: FileSystem, path: string): Promise<Markings> {
  try {
    const { mode, uid, gid } = await files.stat(path);
    await mayWrite(files, path, mode);
    return { mode: mode & 0o7777, owner: { uid, gid } };
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return { mode: 0o600, owner: null };
    throw error;
  }
}

/** Write permission of owner, group and others. */
const ANY_WRITING = 0o222;

class WriteProtected extends Error {
  readonly code = WRITE_PROTECTED;
}

async function mayWrite(files: FileSystem, path: string, mode: number): Promise<void> {
  if ((mode & ANY_WRITING) === 0) throw new WriteProtected('nobody may write to it');
  try {
    await files.access(path, constants.W_OK);
  } catch (error) {
    throw errnoOf(error) === 'EACCES' || errnoOf(error) === 'EPERM' ? new WriteProtected('it is not ours to write') : error;
  }
}

/** @returns file-write-protected for a file that `replaceFile` would refuse as such; `null` for any other, or if unknown */
export async function writeProtection(files: FileSystem, path: string): Promise<FileFailure | null> {
  try {
    await mayWrite(files, path, (await files.stat(path)).mode);
    return null;
  } catch (error) {
    return errnoOf(error) === WRITE_PROTECTED ? diskFailure(error, basename(path)) : null;
  }
}

async function writeWhole(files: FileSystem, path: string, parts: readonly Uint8Array[], markings: Markings): Promise<void> {
  const file = await files.open(path, 'wx', 0o600);
  try {
    await mark(file, markings);
    for (const part of parts) await writeAll(file, part);
    await file.sync();
    if ((await file.stat()).size !== lengthOf(parts)) throw new ShortFile('size differs after writing');
  } finally {
    await file.close();
  }
}

/** Before anything is written: a file closed to others is never open to them, not for a moment. */
async function mark(file: OpenFile, { mode, owner }: Markings): Promise<void> {
  const { uid, gid, mode: given } = await file.stat();
  try {
    if (owner !== null && (owner.uid !== uid || owner.gid !== gid)) await file.chown(owner.uid, owner.gid);
  } catch (error) {
    if (!CANNOT_MARK.includes(errnoOf(error) ?? '')) throw error; // only an administrator can give files away
  }
  try {
    if ((given & 0o7777) !== mode) await file.chmod(mode);
  } catch (error) {
    if (!CANNOT_MARK.includes(errnoOf(error) ?? '')) throw error; // a disk without rights, such as a FAT stick
  }
}

const CANNOT_MARK = ['EPERM', 'ENOTSUP', 'ENOSYS', 'EINVAL'];

/** @returns the total length of the parts in bytes */
export function lengthOf(parts: readonly Uint8Array[]): number {
  return parts.reduce((sum, { byteLength }) => sum + byteLength, 0);
}

/**
 * Writes every byte, however short the single writes are.
 * A write of zero bytes is how the disk says that it is full, seen on disks where a plain write reported success.
 */
export async function writeAll(file: OpenFile, bytes: Uint8Array): Promise<void> {
  let written = 0;
  while (written < bytes.byteLength) {
    const { bytesWritten } = await file.write(bytes, written, bytes.byteLength - written, null);
    if (bytesWritten === 0) throw new ShortFile('the disk takes no more');
    written += bytesWritten;
  }
}

/** On Windows a virus scanner or an indexer may hold a file for a moment. */
const PATIENCE_MS = [20, 60, 150, 400, 900] as const;

async function renameWithPatience(files: FileSystem, from: string, to: string): Promise<void> {
  for (const wait of PATIENCE_MS) {
    try {
      return await files.rename(from, to);
    } catch (error) {
      if (!['EBUSY', 'EPERM', 'EACCES'].includes(errnoOf(error) ?? '')) throw error;
      await files.wait(wait);
    }
  }
  return files.rename(from, to);
}

/** Removes a file if possible. */
export async function removeQuietly(files: FileSystem, path: string): Promise<void> {
  try {
    await files.unlink(path);
  } catch (error) {
    if (errnoOf(error) === null) throw error; // a leftover that cannot be removed does no harm: its name says what it is
  }
}
