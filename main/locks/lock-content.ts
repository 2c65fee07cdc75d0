// The small file that is a lock: its content, how it is made, and how it looks from outside.
import { type Instant, isInstant } from '@domain/units.ts';
import { errnoOf, orThrow } from '../files/disk-failure.ts';
import type { FileSystem, OpenFile } from '../files/file-system.ts';
import { readSmallFile } from '../files/read-small-file.ts';
import { removeQuietly, writeAll } from '../files/replace-file.ts';
import type { ProcessName } from './running-process.ts';

/** The content of a lock. `token` is unique to this lock: the same process never holds two with one token. */
export type Held = {
  readonly token: string;
  readonly process: ProcessName;
  readonly instance: string;
  readonly person: string;
  readonly since: Instant;
};

/** How a lock looks from outside: as long as that stays the same, it is the one that was made. */
export type Look = { readonly inode: number; readonly bytes: number; readonly modifiedMs: number; readonly changedMs: number };

/** Creating the file decides between two processes: only one of them can. @returns how it looks, or `null` if it was not made */
export async function createLock(files: FileSystem, path: string, held: Held): Promise<Look | null> {
  const file = await openNew(files, path);
  if (file === null) return null;
  try {
    await writeAll(file, Buffer.from(`${JSON.stringify(held)}\n`, 'utf8'));
    await file.sync();
    const look = lookOf(await file.stat()); // by its handle: another lock may have the name already
    await file.close();
    return look;
  } catch (error) {
    await file.close().catch(() => undefined); // the first failure is the one to report
    await removeQuietly(files, path); // half a lock would be nobody's, and block the file for ever
    throw error;
  }
}

/**
 * @returns the content of a lock; `null` if there is none; `unreadable` for one that was cut short, is not a lock at all, or may not be
 * read
 */
export async function readLock(files: FileSystem, path: string): Promise<Held | 'unreadable' | null> {
  try {
    const read = await readSmallFile(files, path);
    if (typeof read === 'string') return read === 'none' ? null : 'unreadable';
    const data: unknown = JSON.parse(read.text);
    return isHeld(data) ? data : 'unreadable';
  } catch (error) {
    if (error instanceof SyntaxError || ['EACCES', 'EPERM', 'ELOOP'].includes(errnoOf(error) ?? '')) return 'unreadable';
    throw error;
  }
}

function isHeld(data: unknown): data is Held {
  if (typeof data !== 'object' || data === null) return false;
  const { token, process: name, instance, person, since } = { ...data } as Readonly<Record<string, unknown>>;
  if (typeof name !== 'object' || name === null) return false;
  const { machine, start, pid, born } = { ...name } as Readonly<Record<string, unknown>>;
  const isNamed =
    typeof machine === 'string' && typeof start === 'string' && Number.isSafeInteger(pid) && (born === null || typeof born === 'string');
  return isNamed && [token, instance, person].every((text) => typeof text === 'string') && typeof since === 'string' && isInstant(since);
}

function lookOf({
  ino,
  size,
  mtimeMs,
  ctimeMs,
}: {
  readonly ino: number;
  readonly size: number;
  readonly mtimeMs: number;
  readonly ctimeMs: number;
}): Look {
  return { inode: ino, bytes: size, modifiedMs: mtimeMs, changedMs: ctimeMs };
}

/** @returns `null` if nothing can be seen */
export async function lookAt(files: FileSystem, path: string): Promise<Look | null> {
  try {
    return lookOf(await files.stat(path));
  } catch (error) {
    orThrow(error);
    return null;
  }
}

export function isSameLook(a: Look, b: Look | null): boolean {
  return b !== null && a.inode === b.inode && a.bytes === b.bytes && a.modifiedMs === b.modifiedMs && a.changedMs === b.changedMs;
}

export async function openNew(files: FileSystem, path: string): Promise<OpenFile | null> {
  try {
    return await files.open(path, 'wx', 0o644);
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return null;
    throw error;
  }
}
