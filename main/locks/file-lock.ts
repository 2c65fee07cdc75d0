// The lock of a file: a small file beside it that names who holds it, so that there is one writer at a time.
import { basename, dirname, join } from 'node:path';
import type { FileFailure, LockHolder } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { type Instant, instant, isInstant } from '@domain/units.ts';
import { diskFailure, errnoOf } from '../files/disk-failure.ts';
import type { FileSystem, OpenFile } from '../files/file-system.ts';
import { writeAll } from '../files/replace-file.ts';
import type { ProcessName, RunningProcess } from './running-process.ts';

/** End of the names of locks; they begin with a dot, and are no files of the user's. */
export const LOCK_ENDING = '.tierce-lock';

export type LockOptions = {
  readonly files: FileSystem;
  readonly running: RunningProcess;
  readonly newId: () => string;
  /** Name of the person who works, for whoever finds the file held. */
  readonly person: string;
  readonly now: Instant;
  /** Puts this holder in the place of the one before, alive or not: the user has been asked. */
  readonly isTakingOver?: boolean;
};
/** What a lock says. `token` is this holding's own: the same process never holds twice. */
type Held = { readonly token: string; readonly process: ProcessName; readonly instance: string; readonly person: string; readonly since: Instant };

export class FileLock {
  readonly #files: FileSystem;
  readonly #path: string;
  readonly #name: string;
  readonly #token: string;
  readonly #running: RunningProcess;

  constructor({ files, running }: Pick<LockOptions, 'files' | 'running'>, place: { readonly path: string; readonly name: string }, token: string) {
    this.#files = files;
    this.#running = running;
    this.#path = place.path;
    this.#name = place.name;
    this.#token = token;
  }

  /**
   * Asked before each writing. A lock that vanished is nobody's: whoever removed it did not take the file. One that cannot be read is not ours.
   * @returns `null` while nobody else holds the file; else file-lock-lost
   */
  async lost(): Promise<FileFailure | null> {
    const held = await read(this.#files, this.#path);
    if (held === null || (held !== 'unreadable' && held.token === this.#token)) return null;
    return { code: 'file-lock-lost', name: this.#name, holder: holderOf(held, this.#running) };
  }

  /** Lets go. A lock that somebody else holds by now stays; one that cannot be removed is recognised later as that of a process that is gone. */
  async release(): Promise<void> {
    try {
      const held = await read(this.#files, this.#path);
      if (held !== null && held !== 'unreadable' && held.token === this.#token) await this.#files.unlink(this.#path);
    } catch (error) {
      if (errnoOf(error) === null) throw error;
    }
  }
}

/**
 * Takes the lock of a file.
 * @returns the lock; `null` in a folder that takes no lock (nobody can write there, and a lock cannot be asked of it); or file-locked with its holder
 */
export async function lockFile(path: string, options: LockOptions): Promise<Result<FileLock | null, FileFailure>> {
  const name = basename(path);
  const lockPath = join(dirname(path), `.${name}${LOCK_ENDING}`);
  const held: Held = { token: options.newId(), process: options.running.self, instance: options.running.instance, person: options.person, since: options.now };
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      if (await create(options.files, lockPath, held)) return ok(new FileLock(options, { path: lockPath, name }, held.token));
      const found = await read(options.files, lockPath);
      if (found === null) continue; // let go between the two looks
      if (!mayReplace(found, options)) return refuse({ code: 'file-locked', name, holder: holderOf(found, options.running) });
      const isAside = await putAside(options.files, lockPath, { found, nonce: options.newId() });
      if (!isAside) continue;
    }
    return refuse({ code: 'disk-busy', name });
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return takesNoLock(errnoOf(error)) ? ok(null) : refuse(diskFailure(error, name));
  }
}

/** Several that find the same dead lock at once may each put it aside once. */
const ROUNDS = 5;

function mayReplace(found: Held | 'unreadable', { running, isTakingOver = false }: LockOptions): boolean {
  if (isTakingOver) return true;
  return found !== 'unreadable' && found.instance !== running.instance && running.isSurelyGone(found.process);
}

function holderOf(found: Held | 'unreadable', running: RunningProcess): LockHolder {
  if (found === 'unreadable') return { machine: '', person: '', since: null, where: 'elsewhere' };
  const { process: { machine, start }, person, since } = found;
  const isHere = machine === running.self.machine && start === running.self.start;
  return { machine, person, since, where: found.instance === running.instance ? 'window' : isHere ? 'computer' : 'elsewhere' };
}

/** The creation is what decides between two: only one of them can make the file. @returns whether it was made */
async function create(files: FileSystem, path: string, held: Held): Promise<boolean> {
  const file = await openNew(files, path);
  if (file === null) return false;
  try {
    await writeAll(file, Buffer.from(`${JSON.stringify(held)}\n`, 'utf8'));
    await file.sync();
    await file.close();
    return true;
  } catch (error) {
    await file.close().catch(() => undefined); // the first failure is the one to tell
    await files.unlink(path); // half a lock would be nobody's, and hold the file for ever
    throw error;
  }
}

async function openNew(files: FileSystem, path: string): Promise<OpenFile | null> {
  try {
    return await files.open(path, 'wx', 0o644);
  } catch (error) {
    if (errnoOf(error) === 'EEXIST') return null;
    throw error;
  }
}

/** Moves the lock that was judged out of the way. Another may have put its own there meanwhile: that one is given back. @returns whether the place is free */
async function putAside(files: FileSystem, path: string, { found, nonce }: { readonly found: Held | 'unreadable'; readonly nonce: string }): Promise<boolean> {
  const aside = `${path}.${nonce}`;
  try {
    await files.rename(path, aside);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return true;
    throw error;
  }
  const moved = await read(files, aside);
  const isJudged = JSON.stringify(moved) === JSON.stringify(found);
  if (isJudged) await files.unlink(aside);
  else await files.rename(aside, path);
  return isJudged;
}

/** @returns what a lock says; `null` where there is none; `unreadable` for one that was cut short, is no lock, or is kept from us */
async function read(files: FileSystem, path: string): Promise<Held | 'unreadable' | null> {
  try {
    const data: unknown = JSON.parse(await files.readFile(path, 'utf8'));
    return isHeld(data) ? data : 'unreadable';
  } catch (error) {
    if (error instanceof SyntaxError || ['EACCES', 'EPERM', 'EISDIR'].includes(errnoOf(error) ?? '')) return 'unreadable';
    if (errnoOf(error) === 'ENOENT') return null;
    throw error;
  }
}

function isHeld(data: unknown): data is Held {
  if (typeof data !== 'object' || data === null) return false;
  const { token, process: name, instance, person, since } = { ...data } as Readonly<Record<string, unknown>>;
  if (typeof name !== 'object' || name === null) return false;
  const { machine, start, pid, born } = { ...name } as Readonly<Record<string, unknown>>;
  const isNamed = typeof machine === 'string' && typeof start === 'string' && Number.isSafeInteger(pid) && (born === null || typeof born === 'string');
  return isNamed && [token, instance, person].every((text) => typeof text === 'string') && typeof since === 'string' && isInstant(since) && instant(since) === since;
}

/** A folder that is read-only, full, not ours, or on a disk that is gone: whether the file itself can be written is told when it is. */
function takesNoLock(errno: string | null): boolean {
  return errno !== null && ['EROFS', 'EACCES', 'EPERM', 'ENOSPC', 'EDQUOT', 'ENOENT', 'ENAMETOOLONG', 'EIO'].includes(errno);
}
