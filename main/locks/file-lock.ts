// The lock of a file: a small file beside it that names who holds it, so that there is one writer at a time.
import { basename, dirname, join } from 'node:path';
import type { FileFailure, LockHolder } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { type Instant, instant, isInstant } from '@domain/units.ts';
import { diskFailure, errnoOf } from '../files/disk-failure.ts';
import type { FileSystem, OpenFile } from '../files/file-system.ts';
import { removeNamed, writeAll } from '../files/replace-file.ts';
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

/** Tokens of the locks that this process holds, is taking or is letting go: one of its own that is not among them could not be removed when it was let go. */
const live = new Set<string>();

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

  /** Lets go. A lock that somebody else holds by now stays; one that cannot be removed is recognised later as held by nobody. */
  async release(): Promise<void> {
    try {
      const held = await read(this.#files, this.#path);
      if (held !== null && held !== 'unreadable' && held.token === this.#token) await this.#files.unlink(this.#path);
    } catch (error) {
      if (errnoOf(error) === null) throw error;
    } finally {
      live.delete(this.#token); // not before: whoever finds a lock that is not live may replace it
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
  live.add(held.token);
  let isHeld = false;
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      isHeld = await create(options.files, lockPath, held);
      if (isHeld) return ok(new FileLock(options, { path: lockPath, name }, held.token));
      const found = await read(options.files, lockPath);
      if (found === null) continue; // let go between the two looks
      if (!mayReplace(found, options)) return refuse({ code: 'file-locked', name, holder: holderOf(found, options.running) });
      await removeJudged(options.files, lockPath, found);
    }
    return refuse({ code: 'disk-busy', name });
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return takesNoLock(errnoOf(error)) ? ok(null) : refuse(diskFailure(error, name));
  } finally {
    if (!isHeld) live.delete(held.token);
  }
}

/** Removes what a process that was killed while it replaced a dead lock has left. Only whoever holds the lock may. */
export function removeLeftTurn(files: FileSystem, path: string): Promise<void> {
  const left = `.${basename(path)}${LOCK_ENDING}${TURN_ENDING}`;
  return removeNamed(files, dirname(path), (name) => name === left);
}

/** Each takes at most one turn for itself and waits for those of others. */
const ROUNDS = 8;
/** Of the file that stands for a turn; see `removeJudged`. */
const TURN_ENDING = '.replacing';
const TURN_WAIT_MS = 25;
/** A turn takes some milliseconds: an older one is that of a process which was killed in the middle of it. */
const LONGEST_TURN_MS = 30_000;

function mayReplace(found: Held | 'unreadable', { running, isTakingOver = false }: LockOptions): boolean {
  if (isTakingOver) return true;
  if (found === 'unreadable') return false;
  return found.instance === running.instance ? !live.has(found.token) : running.isSurelyGone(found.process);
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

/**
 * Removes the lock that was judged, if it is still the one that stands there. One process at a time has its turn,
 * so that between the look and the removal nobody else can replace it. Without a turn the round is lost, and the lock is judged again.
 * A clock of the disk that is far from ours ends a turn early: two may then have the lock in hand, and the one whose lock is not the last finds it lost before it writes.
 */
async function removeJudged(files: FileSystem, path: string, found: Held | 'unreadable'): Promise<void> {
  const turn = `${path}${TURN_ENDING}`;
  const file = await openNew(files, turn);
  if (file === null) return letTurnPass(files, turn);
  try {
    await file.close();
    if (JSON.stringify(await read(files, path)) === JSON.stringify(found)) await unlinkIfThere(files, path);
  } finally {
    await unlinkIfThere(files, turn);
  }
}

async function letTurnPass(files: FileSystem, turn: string): Promise<void> {
  try {
    const { mtimeMs } = await files.stat(turn);
    if (Math.abs(Date.now() - mtimeMs) > LONGEST_TURN_MS) await unlinkIfThere(files, turn);
    else await files.wait(TURN_WAIT_MS);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error; // it has passed
  }
}

async function unlinkIfThere(files: FileSystem, path: string): Promise<void> {
  try {
    await files.unlink(path);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
  }
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
