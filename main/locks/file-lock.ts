// The lock of a file: a small file beside it that names its holder, so that there is one writer at a time.
import { basename, dirname, join } from 'node:path';
import type { FileFailure, LockHolder } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import type { Instant } from '@domain/units.ts';
import { derivedName } from '../files/derived-name.ts';
import { diskFailure, errnoOf, orThrow } from '../files/disk-failure.ts';
import type { FileSystem } from '../files/file-system.ts';
import { removeNamed } from '../files/replace-file.ts';
import { createLock, type Held, isSameLook, type Look, lookAt, openNew, readLock } from './lock-content.ts';
import type { RunningProcess } from './running-process.ts';

/** Ending of lock files; their names begin with a dot, and they are not the user's. */
export const LOCK_ENDING = '.tierce-lock';

export type LockOptions = {
  readonly files: FileSystem;
  readonly running: RunningProcess;
  readonly newId: () => string;
  /** Name of the person at work, for anyone who finds the file locked. */
  readonly person: string;
  readonly now: Instant;
  /** Replaces the previous holder, alive or not: the user has agreed. */
  readonly isTakingOver?: boolean;
};
/**
 * Tokens of the locks that this process holds, is taking or is releasing: one of our own that is not among them is a lock that could not
 * be removed at its release.
 */
const live = new Set<string>();

type Made = { readonly path: string; readonly name: string; readonly held: Held; readonly look: Look };

export class FileLock {
  readonly #files: FileSystem;
  readonly #path: string;
  readonly #name: string;
  readonly #held: Held;
  readonly #running: RunningProcess;
  #look: Look | null;
  #isReleased = false;
  #lost: FileFailure | null = null;

  constructor({ files, running }: Pick<LockOptions, 'files' | 'running'>, { path, name, held, look }: Made) {
    this.#files = files;
    this.#running = running;
    this.#path = path;
    this.#name = name;
    this.#held = held;
    this.#look = look;
  }

  /** Unique to this lock. */
  get token(): string {
    return this.#held.token;
  }

  /**
   * Checked at each step and before each write.
   * @returns ours; vanished, since whoever removed it did not take the file; or file-lock-lost, also for a lock that cannot be read. Once
   * lost, it stays lost.
   */
  async state(): Promise<'ours' | 'vanished' | FileFailure> {
    if (this.#lost !== null) return this.#lost;
    const look = await lookAt(this.#files, this.#path); // before reading: anything that replaces it meanwhile looks different
    if (this.#isReleased || (this.#look !== null && isSameLook(this.#look, look))) return 'ours';
    const held = await readLock(this.#files, this.#path);
    if (held === null) return 'vanished';
    if (held === 'unreadable' || held.token !== this.#held.token)
      return (this.#lost = { code: 'file-lock-lost', name: this.#name, holder: holderOf(held, this.#running) });
    this.#look = look; // touched, or moved to another disk
    return 'ours';
  }

  /** Takes a vanished lock again, so that others see who holds the file; if that fails, nobody else can take it either. */
  async takeAnew(): Promise<void> {
    try {
      this.#look = await createLock(this.#files, this.#path, this.#held); // somebody who was quicker is found the next time
    } catch (error) {
      orThrow(error);
      this.#look = null; // the folder has gone, or allows no files
    }
  }

  /** Releases the lock. One that somebody else holds by now stays; one that cannot be removed is later recognised as nobody's. */
  async release(): Promise<void> {
    this.#isReleased = true;
    try {
      const held = await readLock(this.#files, this.#path);
      if (held !== null && held !== 'unreadable' && held.token === this.#held.token) await this.#files.unlink(this.#path);
    } catch (error) {
      if (errnoOf(error) === null) throw error;
    } finally {
      live.delete(this.#held.token); // not earlier: anyone may replace a lock that is not live
    }
  }
}

/**
 * Takes the lock of a file.
 * @returns the lock; `null` in a folder that allows no lock (nobody can write there, so a lock cannot be required); or file-locked with
 * its holder
 */
export async function lockFile(path: string, options: LockOptions): Promise<Result<FileLock | null, FileFailure>> {
  const name = basename(path);
  const lockPath = join(dirname(path), derivedName(name, LOCK_ENDING));
  const held: Held = {
    token: options.newId(),
    process: options.running.self,
    instance: options.running.instance,
    person: options.person,
    since: options.now,
  };
  live.add(held.token);
  let isHeld = false;
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      const look = await createLock(options.files, lockPath, held);
      isHeld = look !== null;
      if (look !== null) return ok(new FileLock(options, { path: lockPath, name, held, look }));
      const found = await foundLock(options.files, lockPath, name);
      if (!found.ok) return found;
      if (found.value === null) continue; // released between the two looks
      if (!mayReplace(found.value, options)) return refuse({ code: 'file-locked', name, holder: holderOf(found.value, options.running) });
      await removeJudged(options.files, path, found.value);
    }
    return refuse({ code: 'disk-busy', name });
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    const isFree = takesNoLock(errnoOf(error)) && !(await isHeldByAnother(lockPath, held, options));
    return isFree ? ok(null) : refuse(diskFailure(error, name));
  } finally {
    if (!isHeld) live.delete(held.token);
  }
}

/**
 * If a lock cannot be replaced just now because the disk is full, failing or read-only, its holder would never learn of a take-over. A
 * lock that cannot be read may be somebody's, too.
 */
async function isHeldByAnother(lockPath: string, own: Held, options: LockOptions): Promise<boolean> {
  try {
    const found = await readLock(options.files, lockPath);
    return found !== null && found !== 'unreadable' && found.token !== own.token && !mayReplace(found, { ...options, isTakingOver: false });
  } catch (error) {
    orThrow(error);
    return true;
  }
}

/** There is a lock: that it cannot be read just now does not mean that the folder allows none. */
async function foundLock(
  files: FileSystem,
  lockPath: string,
  name: string,
): Promise<Result<Awaited<ReturnType<typeof readLock>>, FileFailure>> {
  try {
    return ok(await readLock(files, lockPath));
  } catch (error) {
    return refuse(diskFailure(orThrow(error), name));
  }
}

/** Removes what a process left that was killed while replacing a dead lock. Only the holder of the lock may. */
export function removeLeftTurn(files: FileSystem, path: string): Promise<void> {
  const left = basename(turnOf(path));
  return removeNamed(files, dirname(path), (name) => name === left);
}

/** The file that stands for a turn of replacing a lock; see `removeJudged`. */
function turnOf(path: string): string {
  return join(dirname(path), derivedName(basename(path), `${LOCK_ENDING}${TURN_ENDING}`));
}

/** Each process takes at most one turn itself and waits for the turns of others. */
const ROUNDS = 8;
/** Ending of the file that stands for a turn; see `removeJudged`. */
const TURN_ENDING = '.replacing';
const TURN_WAIT_MS = 25;
/** A turn takes a few milliseconds: an older one belongs to a process that was killed in the middle of it. */
const LONGEST_TURN_MS = 30_000;

function mayReplace(found: Held | 'unreadable', { running, isTakingOver = false }: LockOptions): boolean {
  if (isTakingOver) return true;
  if (found === 'unreadable') return false;
  return found.instance === running.instance ? !live.has(found.token) : running.isSurelyGone(found.process);
}

function holderOf(found: Held | 'unreadable', running: RunningProcess): LockHolder {
  if (found === 'unreadable') return { machine: '', person: '', since: null, where: 'elsewhere' };
  const {
    process: { machine, start },
    person,
    since,
  } = found;
  const isHere = machine === running.self.machine && start === running.self.start;
  return { machine, person, since, where: found.instance === running.instance ? 'window' : isHere ? 'computer' : 'elsewhere' };
}

/**
 * Removes the lock that was judged, if it is still the same one. Only one process at a time has its turn, so nobody else can replace the
 * lock between the look and the removal. Without a turn the round is lost, and the lock is judged again. A disk clock far from ours ends a
 * turn early: then two may replace the lock, and the one whose lock is not the last finds it lost before it writes.
 */
async function removeJudged(files: FileSystem, path: string, found: Held | 'unreadable'): Promise<void> {
  const turn = turnOf(path);
  const file = await openNew(files, turn);
  if (file === null) return letTurnPass(files, turn);
  const lockPath = join(dirname(path), derivedName(basename(path), LOCK_ENDING));
  try {
    await file.close();
    if (JSON.stringify(await readLock(files, lockPath)) === JSON.stringify(found)) await unlinkIfThere(files, lockPath);
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
    if (errnoOf(error) !== 'ENOENT') throw error; // the turn is over
  }
}

async function unlinkIfThere(files: FileSystem, path: string): Promise<void> {
  try {
    await files.unlink(path);
  } catch (error) {
    if (errnoOf(error) !== 'ENOENT') throw error;
  }
}

/**
 * The folder is read-only, full, not ours, on a missing disk, or replaced by a file: whether the file itself can be written turns out when
 * it is. A folder in place of the lock is somebody's, and stays: the user has been asked about it.
 */
function takesNoLock(errno: string | null): boolean {
  return (
    errno !== null && ['EROFS', 'EACCES', 'EPERM', 'ENOSPC', 'EDQUOT', 'ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EIO', 'EISDIR'].includes(errno)
  );
}
