// When the content of an open file is backed up: before it is first replaced, then at most every quarter of an hour.
import { basename } from 'node:path';
import type { FileFailure } from '@domain/failures.ts';
import { ok, type Result } from '@domain/result.ts';
import type { Instant } from '@domain/units.ts';
import type { BackupReason } from '@contract/channels.ts';
import { type ContentName, digestWrittenIn, type FileContent } from '../files/envelope.ts';
import type { FileSystem } from '../files/file-system.ts';
import { diskFailure, errnoOf } from '../files/disk-failure.ts';
import type { BackupStore } from './backup-store.ts';

/** @source features.md A4 */
const LEAST_BETWEEN_MS = 15 * 60_000;

export type RhythmOptions = {
  readonly files: FileSystem;
  readonly store: BackupStore;
  readonly fileId: string;
  readonly path: string;
  readonly now: () => Instant;
  /** The file is of an older format: nothing may replace it before a copy of it is safe. */
  readonly isMigrating: boolean;
};

export class BackupRhythm {
  readonly #options: RhythmOptions;
  #lastMs: number | null = null;
  #failure: FileFailure | null = null;

  constructor(options: RhythmOptions) {
    this.#options = options;
  }

  /** Why the last backup could not be kept, `null` when it could. */
  get failure(): FileFailure | null {
    return this.#failure;
  }

  /**
   * Asked before the file is replaced.
   * @returns ok; or why nothing may replace it, which is so for a file of an older format alone: a backup that fails is told, and keeps no work from being saved
   */
  async beforeReplacing(standing: ContentName): Promise<Result<null, FileFailure>> {
    const nowMs = Date.parse(this.#options.now());
    const isFirst = this.#lastMs === null;
    const sinceMs = this.#lastMs === null ? Infinity : nowMs - this.#lastMs;
    if (sinceMs >= 0 && sinceMs < LEAST_BETWEEN_MS) return ok(null); // a clock that was put back says nothing of how long it was
    const reason: BackupReason = !isFirst ? 'interval' : this.#options.isMigrating ? 'migration' : 'opening';
    const taken = await this.#take(standing, reason);
    this.#failure = taken.ok ? null : taken.failure;
    if (taken.ok) this.#lastMs = nowMs;
    return reason === 'migration' ? taken : ok(null);
  }

  /** Keeps a content apart from the rhythm, for what is about to be done. */
  keep({ parts, digest, revision }: FileContent & ContentName, reason: BackupReason): Promise<Result<null, FileFailure>> {
    const { store, fileId, path, now } = this.#options;
    return store.take({ fileId, fileName: basename(path) }, { takenAt: now(), revision, reason, digest }, parts);
  }

  async #take({ digest, revision }: ContentName, reason: BackupReason): Promise<Result<null, FileFailure>> {
    const { files, store, fileId, path, now } = this.#options;
    try {
      const bytes = await files.readFile(path);
      const written = digestWrittenIn(bytes) ?? digest; // after a failure the file may hold newer bytes of ours than we know of
      return await store.take({ fileId, fileName: basename(path) }, { takenAt: now(), revision, reason, digest: written }, [bytes]);
    } catch (error) {
      if (errnoOf(error) === null) throw error;
      if (errnoOf(error) === 'ENOENT') return ok(null); // nothing stands there that could be replaced
      return { ok: false, failure: diskFailure(error, 'copie') };
    }
  }
}
