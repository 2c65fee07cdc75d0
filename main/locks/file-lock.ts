// The lock of a file: a small file beside it that names who holds it, so that there is one writer at a time.
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
/** Tokens of the locks that this process holds, is taking or is letting go: one of its own that is not among them could not be removed when it was let go. */
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

  /** This holding's own. */
  get token(): string {
    return this.#held.token;
  }

  /**
   * Asked at each step and before each writing.
   * @returns ours; vanished, for whoever removed it did not take the file; or file-lock-lost, also for a lock that cannot be read. What was lost once stays lost.
   */
  async state(): Promise<'ours' | 'vanished' | FileFailure> {
    if (this.#lost !== null) return this.#lost;
    const look = await lookAt(this.#files, this.#path); // before it is read: what comes in its place meanwhile looks otherwise
    if (this.#isReleased || (this.#look !== null && isSameLook(this.#look, look))) return 'ours';
    const held = await readLock(this.#files, this.#path);
    if (held === null) return 'vanished';
    if (held === 'unreadable' || held.token !== this.#held.token)
      return (this.#lost = { code: 'file-lock-lost', name: this.#name, holder: holderOf(held, this.#running) });
    this.#look = look; // touched, or moved to another disk
    return 'ours';
  }

  /** Takes a lock that has vanished anew, so that the next one finds who holds the file; where that cannot be done nobody else can either. */
  async takeAnew(): Promise<void> {
    try {
      this.#look = await createLock(this.#files, this.#path, this.#held); // somebody who was quicker is found the next time
    } catch (error) {
      orThrow(error);
      this.#look = null; // the folder has gone, or takes no files
    }
  }

  /** Lets go. A lock that somebody else holds by now stays; one that cannot be removed is recognised later as held by nobody. */
  async release(): Promise<void> {
    this.#isReleased = true;
    try {
      const held = await readLock(this.#files, this.#path);
      if (held !== null && held !== 'unreadable' && held.token === this.#held.token) await this.#files.unlink(this.#path);
    } catch (error) {
      if (errnoOf(error) === null) throw error;
    } finally {
      live.delete(this.#held.token); // not before: whoever finds a lock that is not live may replace it
    }
  }
}

/**
 * Takes the lock of a file.
 * @returns the lock; `null` in a folder that takes no lock (nobody can write there, and a lock cannot be asked of it); or file-locked with its holder
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
      if (found.value === null) continue; // let go between the two looks
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

/** Whoever holds a lock that cannot be replaced just now, since the disk is full, fails or lets nothing be changed, would never hear that it was taken over. What cannot be read either may be somebody's. */
async function isHeldByAnother(lockPath: string, own: Held, options: LockOptions): Promise<boolean> {
  try {
    const found = await readLock(options.files, lockPath);
    return found !== null && found !== 'unreadable' && found.token !== own.token && !mayReplace(found, { ...options, isTakingOver: false });
  } catch (error) {
    orThrow(error);
    return true;
  }
}

/** A lock stands there: that it cannot be read just now does not make the folder one that takes none. */
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

/** Removes what a process that was killed while it replaced a dead lock has left. Only whoever holds the lock may. */
export function removeLeftTurn(files: FileSystem, path: string): Promise<void> {
  const left = basename(turnOf(path));
  return removeNamed(files, dirname(path), (name) => name === left);
}

/** The file that stands for a turn of replacing a lock; see `removeJudged`. */
function turnOf(path: string): string {
  return join(dirname(path), derivedName(basename(path), `${LOCK_ENDING}${TURN_ENDING}`));
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
  const {
    process: { machine, start },
    person,
    since,
  } = found;
  const isHere = machine === running.self.machine && start === running.self.start;
  return { machine, person, since, where: found.instance === running.instance ? 'window' : isHere ? 'computer' : 'elsewhere' };
}

/**
 * Removes the lock that was judged, if it is still the one that stands there. One process at a time has its turn,
 * so that between the look and the removal nobody else can replace it. Without a turn the round is lost, and the lock is judged again.
 * A clock of the disk that is far from ours ends a turn early: two may then have the lock in hand, and the one whose lock is not the last finds it lost before it writes.
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

/**
 * A folder that is read-only, full, not ours, on a disk that is gone, or none but a file in its place: whether the file itself can be written is told when it is.
 * A folder in the place of the lock is somebody's, and stays: the user has been asked about it.
 */
function takesNoLock(errno: string | null): boolean {
  return (
    errno !== null && ['EROFS', 'EACCES', 'EPERM', 'ENOSPC', 'EDQUOT', 'ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'EIO', 'EISDIR'].includes(errno)
  );
}
