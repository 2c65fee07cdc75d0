// The small file that is a lock: what it says, how it is made, and how it looks from outside.
import { type Instant, isInstant } from '@domain/units.ts';
import { errnoOf, orThrow } from '../files/disk-failure.ts';
import type { FileSystem, OpenFile } from '../files/file-system.ts';
import { readSmallFile } from '../files/read-small-file.ts';
import { removeQuietly, writeAll } from '../files/replace-file.ts';
import type { ProcessName } from './running-process.ts';

/** What a lock says. `token` is this holding's own: the same process never holds twice. */
export type Held = {
  readonly token: string;
  readonly process: ProcessName;
  readonly instance: string;
  readonly person: string;
  readonly since: Instant;
};

/** How a lock looks from outside: while it looks so it is the one that was made. */
export type Look = { readonly inode: number; readonly bytes: number; readonly modifiedMs: number; readonly changedMs: number };

/** The creation is what decides between two: only one of them can make the file. @returns how it looks, or `null` when it was not made */
export async function createLock(files: FileSystem, path: string, held: Held): Promise<Look | null> {
  const file = await openNew(files, path);
  if (file === null) return null;
  try {
    await writeAll(file, Buffer.from(`${JSON.stringify(held)}\n`, 'utf8'));
    await file.sync();
    const look = lookOf(await file.stat()); // by the handle: under the name another may stand already
    await file.close();
    return look;
  } catch (error) {
    await file.close().catch(() => undefined); // the first failure is the one to tell
    await removeQuietly(files, path); // half a lock would be nobody's, and hold the file for ever
    throw error;
  }
}

/** @returns what a lock says; `null` where there is none; `unreadable` for one that was cut short, is no lock, whatever else it is, or is kept from us */
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

/** @returns `null` where nothing can be seen */
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
