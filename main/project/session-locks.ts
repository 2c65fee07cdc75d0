// The locks of one open project: of its file, and of the journal that it may share with a copy.
import { basename } from 'node:path';
import type { FileFailure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { type FileLock, lockFile } from '../locks/file-lock.ts';
import type { SessionServices } from './open-session.ts';

export class SessionLocks {
  readonly #services: SessionServices;
  readonly #isTakingOver: boolean;
  readonly #held: FileLock[] = [];
  #asked = 0;

  constructor(services: SessionServices, isTakingOver: boolean) {
    this.#services = services;
    this.#isTakingOver = isTakingOver;
  }

  /**
   * Takes one more lock.
   * @param name what the user knows the file by
   * @returns ok, also where the folder takes none; or file-locked
   */
  async take(path: string, name = basename(path)): Promise<Result<null, FileFailure>> {
    const { files, running, newId, context } = this.#services;
    const { now, by } = context();
    this.#asked += 1;
    const lock = await lockFile(path, { files, running, newId, person: by, now, isTakingOver: this.#isTakingOver });
    if (!lock.ok) return refuse('holder' in lock.failure ? { ...lock.failure, name } : lock.failure);
    if (lock.value !== null) this.#held.push(lock.value);
    return ok(null);
  }

  /** Whether every lock was free or that of a process that is gone: nobody else can be writing. */
  get areOurs(): boolean {
    return !this.#isTakingOver && this.#held.length > 0 && this.#held.length === this.#asked;
  }

  /** @returns why somebody else has the say over the file by now, or `null` */
  async lost(): Promise<FileFailure | null> {
    for (const lock of this.#held) {
      const failure = await lock.lost();
      if (failure !== null) return failure;
    }
    return null;
  }

  async release(): Promise<void> {
    for (const lock of this.#held.splice(0)) await lock.release();
  }
}
