// When the content of an open file is backed up: before it is first replaced, then at most every quarter of an hour.
import { basename } from 'node:path';
import { OWN_PLACES, type FileFailure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import type { Instant } from '@domain/units.ts';
import type { BackupReason } from '@contract/backups.ts';
import { type ContentName, digestWrittenIn, type FileContent } from '../files/envelope.ts';
import type { FileSystem } from '../files/file-system.ts';
import { diskFailure, errnoOf, orThrow } from '../files/disk-failure.ts';
import { bytesOfFile } from '../machine/regular-file.ts';
import type { BackupStore } from './backup-store.ts';

/** @source promises.md A4 */
const LEAST_BETWEEN_MS = 15 * 60_000;

export type RhythmOptions = {
  readonly files: FileSystem;
  readonly store: BackupStore;
  readonly fileId: string;
  /** Where the file is now. */
  readonly path: () => string;
  readonly now: () => Instant;
  /** The file is of an older format: nothing may replace it before a copy of it is safe. */
  readonly isMigrating: boolean;
};

export class BackupRhythm {
  readonly #options: RhythmOptions;
  #lastMs: number | null = null;
  #failure: FileFailure | null = null;
  /** The last base that had to be rebuilt, and of which content. */
  #madeAgain: { readonly of: string; readonly name: ContentName } | null = null;

  constructor(options: RhythmOptions) {
    this.#options = options;
  }

  /** Why the last backup could not be kept; `null` if it could. */
  get failure(): FileFailure | null {
    return this.#failure;
  }

  /**
   * Called before the file is replaced.
   * @returns ok; or why the file must not be replaced, which happens only with a file of an older format: otherwise a failed backup is
   * reported and does not block the save
   */
  async beforeReplacing(standing: ContentName): Promise<Result<null, FileFailure>> {
    const nowMs = Date.parse(this.#options.now());
    const sinceMs = this.#lastMs === null ? Infinity : nowMs - this.#lastMs;
    if (sinceMs >= 0 && sinceMs < LEAST_BETWEEN_MS) return ok(null); // a clock that was set back says nothing about the elapsed time
    const reason = this.#reason;
    const taken = this.#tried(await this.#take(standing, reason));
    if (taken.ok) this.#lastMs = nowMs;
    return reason === 'migration' ? taken : ok(null);
  }

  /**
   * Keeps the content that the next steps are made on, once: from it and the steps in the journal the file can be rebuilt, whatever
   * happens to it.
   * @param inMemory the same content as far as it can be rebuilt, for a file that has already been changed by somebody else or cannot be
   * read just now
   * @returns, once a backup holds it, the name of that content: rebuilt content has a digest of its own. Or a disk-* failure
   */
  async keepBase(standing: ContentName, inMemory: () => Promise<FileContent & ContentName>): Promise<Result<ContentName, FileFailure>> {
    const { store, fileId, now } = this.#options;
    if (await store.holds(fileId, standing.digest)) return ok(standing);
    const nowMs = Date.parse(now());
    const bytes = await this.#standingBytes();
    const isStanding = bytes.ok && bytes.value !== null && digestWrittenIn(bytes.value) === standing.digest;
    if (!isStanding) return this.#keptMadeAgain(standing, inMemory);
    const kept = this.#tried(await this.keep({ parts: [bytes.value], ...standing }, this.#reason));
    if (kept.ok) this.#lastMs = nowMs;
    return kept.ok ? ok(standing) : kept;
  }

  /** Once per content: repeating it would push out other backups. What is about to be replaced still has to be kept. */
  async #keptMadeAgain(
    standing: ContentName,
    inMemory: () => Promise<FileContent & ContentName>,
  ): Promise<Result<ContentName, FileFailure>> {
    const { store, fileId } = this.#options;
    const before = this.#madeAgain;
    if (before?.of === standing.digest && (await store.holds(fileId, before.name.digest))) return ok(before.name);
    const { parts, digest, revision } = await inMemory();
    const kept = this.#tried(await this.keep({ parts, digest, revision }, 'opening'));
    if (!kept.ok) return kept;
    this.#madeAgain = { of: standing.digest, name: { digest, revision } };
    return ok(this.#madeAgain.name);
  }

  /**
   * Keeps the content of a file that has just got new keys, which no journal holds. A failure is reported like that of any backup of the
   * rhythm.
   */
  async keepKeys(content: FileContent & ContentName): Promise<Result<null, FileFailure>> {
    return this.#tried(await this.keep(content, 'keys'));
  }

  /** Keeps a content outside the rhythm, before an act that needs one. */
  keep({ parts, digest, revision }: FileContent & ContentName, reason: BackupReason): Promise<Result<null, FileFailure>> {
    const { store, fileId, path, now } = this.#options;
    return store.take({ fileId, fileName: basename(path()) }, { takenAt: now(), revision, reason, digest }, parts);
  }

  get #reason(): BackupReason {
    return this.#lastMs !== null ? 'interval' : this.#options.isMigrating ? 'migration' : 'opening';
  }

  #tried(taken: Result<null, FileFailure>): Result<null, FileFailure> {
    this.#failure = taken.ok ? null : taken.failure;
    return taken;
  }

  async #take({ digest, revision }: ContentName, reason: BackupReason): Promise<Result<null, FileFailure>> {
    const bytes = await this.#standingBytes();
    if (!bytes.ok) return bytes;
    if (bytes.value === null) return ok(null); // there is nothing to replace
    const written = digestWrittenIn(bytes.value) ?? digest; // after a failure the file may hold newer bytes of ours than we know of
    if (await this.#options.store.holds(this.#options.fileId, written)) return ok(null);
    return this.keep({ parts: [bytes.value], digest: written, revision }, reason);
  }

  /** @returns the current bytes of the file, `null` if there is none */
  async #standingBytes(): Promise<Result<Buffer | null, FileFailure>> {
    try {
      return ok(await bytesOfFile(this.#options.files, this.#options.path()));
    } catch (error) {
      return errnoOf(error) === 'ENOENT' ? ok(null) : refuse(diskFailure(orThrow(error), OWN_PLACES.backup));
    }
  }
}
