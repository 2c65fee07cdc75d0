// The locks of one open project: of its file, and of the journal that it may share with a copy.
import { basename } from 'node:path';
import type { FileFailure, LockHolder } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import type { Holder } from '../journal/journal.ts';
import { type FileLock, lockFile } from '../locks/file-lock.ts';
import type { SessionServices } from './session-services.ts';

/** A holder that has released the file again. */
const GONE: LockHolder = { machine: '', person: '', since: null, where: 'elsewhere' };

export class SessionLocks {
  readonly #services: SessionServices;
  readonly #isTakingOver: boolean;
  /** In each of its lines in the journal, even where the journal's folder allows no lock. */
  readonly #token: string;
  #name = '';
  #file: FileLock | null = null;
  #journal: FileLock | null = null;
  /** Where the journal's lock belongs; empty before it was requested, and after all locks were released. */
  #journalPath = '';
  #retaking: Promise<FileFailure | null> | null = null;
  #asked = 0;
  #isJournalTaken: () => Promise<boolean> = () => Promise.resolve(false);
  #displaced: FileFailure | null = null;

  constructor(services: SessionServices, isTakingOver: boolean) {
    this.#services = services;
    this.#isTakingOver = isTakingOver;
    this.#token = services.newId();
  }

  /**
   * Takes the lock of the file.
   * @param name the user's name for it
   * @returns ok, also if the folder allows no lock; or file-locked
   */
  async takeFile(path: string, name = basename(path)): Promise<Result<null, FileFailure>> {
    this.#name = name;
    this.#asked += 1;
    const taken = await this.#take(path, name);
    if (taken.ok) this.#file = taken.value;
    return taken.ok ? ok(null) : taken;
  }

  /** Takes the lock of the journal; see `takeFile`. */
  async takeJournal(path: string, name: string): Promise<Result<null, FileFailure>> {
    this.#asked += 1;
    const taken = await this.#take(path, name);
    if (taken.ok) this.#journal = taken.value;
    if (taken.ok) this.#journalPath = path;
    return taken.ok ? ok(null) : taken;
  }

  /** Takes the lock at the file's new path, and releases the previous one. @returns or file-locked, after which nothing has changed */
  async followTo(path: string): Promise<Result<null, FileFailure>> {
    const before = this.#file;
    const taken = await this.takeFile(path);
    if (taken.ok) await before?.release();
    return taken;
  }

  /** Whether every lock was free or a dead process's: nobody else can be writing. */
  get areOurs(): boolean {
    const held = [this.#file, this.#journal].filter((lock) => lock !== null);
    return !this.#isTakingOver && held.length > 0 && held.length === this.#asked;
  }

  /** A missing lock does not show that somebody has come and gone: the journal does. */
  alsoAsk(isJournalTaken: () => Promise<boolean>): void {
    this.#isJournalTaken = isJournalTaken;
  }

  /**
   * @returns why somebody else controls the file by now, or `null`: the holder of this file's journal controls the file, under whatever
   * name
   */
  async lostFile(): Promise<FileFailure | null> {
    if (this.#journal === null) return this.#lostJournal();
    return (await this.#lost(this.#file, this.#journal)) ?? this.#lost(this.#journal, this.#file);
  }

  /** Under another name the file has another lock: the journal's lock is checked, and taken if its folder did not allow one earlier. */
  async #lostJournal(): Promise<FileFailure | null> {
    if (this.#journal !== null) return this.#lost(this.#journal, this.#file);
    return (await this.#lost(this.#file, null)) ?? (this.#retaking ??= this.#retakeJournal().finally(() => (this.#retaking = null)));
  }

  /** If somebody else holds it by now, or has written something meanwhile, they control it. */
  async #retakeJournal(): Promise<FileFailure | null> {
    const before = await this.#lostToJournal();
    if (before !== null || this.#journalPath === '') return before;
    const taken = await this.#take(this.#journalPath, this.#name, false);
    if (!taken.ok && taken.failure.code === 'file-locked')
      return (this.#displaced = { code: 'file-lock-lost', name: this.#name, holder: taken.failure.holder });
    const lost = await this.#lostToJournal(); // somebody may have come and gone between the two
    if (taken.ok && lost === null) this.#journal = taken.value;
    else if (taken.ok) await taken.value?.release(); // a displaced holder must not keep it
    return lost;
  }

  /**
   * A vanished lock is taken again, unless the other lock or the journal shows that somebody has taken the file over. If neither folder
   * allows locks, only the journal can tell.
   */
  async #lost(lock: FileLock | null, other: FileLock | null): Promise<FileFailure | null> {
    if (lock === null && other === null) return this.#lostToJournal();
    const state = (await lock?.state()) ?? 'ours';
    if (state !== 'vanished') return state === 'ours' ? this.#displaced : state;
    const beside = (await other?.state()) ?? 'ours';
    if (typeof beside !== 'string') return beside;
    const taken = await this.#lostToJournal();
    if (taken !== null) return taken;
    await lock?.takeAnew();
    const anew = await lock?.state();
    return typeof anew === 'object' ? anew : null;
  }

  /** Once lost, it stays lost. */
  async #lostToJournal(): Promise<FileFailure | null> {
    if (this.#displaced === null && (await this.#isJournalTaken()))
      this.#displaced = { code: 'file-lock-lost', name: this.#name, holder: GONE };
    return this.#displaced;
  }

  /** The writer of this project's steps. */
  get holder(): Holder {
    return { token: this.#token, lost: () => this.#lostJournal() };
  }

  async release(): Promise<void> {
    this.#journalPath = '';
    await this.#retaking;
    const [file, journal] = [this.#file, this.#journal];
    this.#file = null;
    this.#journal = null;
    await file?.release();
    await journal?.release();
  }

  async #take(path: string, name: string, isTakingOver = this.#isTakingOver): Promise<Result<FileLock | null, FileFailure>> {
    const { files, running, newId, context } = this.#services;
    const { now, by } = context();
    const lock = await lockFile(path, { files, running, newId, person: by, now, isTakingOver });
    if (!lock.ok) return refuse('holder' in lock.failure ? { ...lock.failure, name } : lock.failure);
    return lock;
  }
}

/** Releases the locks unless the act succeeds, even if it throws. */
export async function holding<T>(locks: SessionLocks, act: () => Promise<Result<T>>): Promise<Result<T>> {
  let isHeld = false;
  try {
    const done = await act();
    isHeld = done.ok;
    return done;
  } finally {
    if (!isHeld) await locks.release();
  }
}
