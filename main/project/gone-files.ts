// Accompaniments that are no longer in the library but have backups here: removed by mistake, lost with a stick, or moved elsewhere.
import { join } from 'node:path';
import type { GoneFile } from '@contract/attempt.ts';
import type { Args } from '@contract/channels.ts';
import type { OpenProject } from '@contract/project.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import type { KnownFile } from '../backups/backup-store.ts';
import type { Handlers } from '../contract/dispatch.ts';
import { readHead } from '../files/file-head.ts';
import { type Present, presentIn } from '../library/present-files.ts';
import type { Attempts } from './attempts.ts';
import type { SessionServices } from './session-services.ts';
import { forgetFile } from './traces-service.ts';

export type GoneFilesOptions = {
  readonly services: SessionServices;
  readonly attempts: Attempts;
  readonly library: () => string;
  /** Ids of the explored examples: nobody misses those once they are thrown away. */
  readonly explored: () => Promise<readonly string[]>;
};

export class GoneFiles {
  readonly #options: GoneFilesOptions;
  #told = new Map<string, KnownFile>();

  constructor(options: GoneFilesOptions) {
    this.#options = options;
  }

  handlers(): Pick<Handlers, 'gone.list' | 'gone.open' | 'gone.forget'> {
    return {
      'gone.list': () => this.#list(),
      'gone.open': (args) => Promise.resolve(this.#open(args)),
      'gone.forget': (args) => this.#forget(args),
    };
  }

  async #list(): Promise<Result<readonly GoneFile[]>> {
    const {
      services: { files, backups, newId },
      library,
      explored,
    } = this.#options;
    const [known, present, examples] = [await backups.knownFiles(), await presentIn(files, library()), await explored()];
    if (!known.ok) return known;
    if (!present.ok) return present;
    const told = new Map<string, KnownFile>();
    const gone: GoneFile[] = [];
    for (const file of known.value) {
      const lastBackupAt = examples.includes(file.fileId) || isHere(file, present.value) ? null : await this.#lastBackup(file);
      if (lastBackupAt === null) continue;
      const goneId = newId();
      told.set(goneId, file);
      gone.push({ goneId, fileName: file.name, lastBackupAt });
    }
    this.#told = told;
    return ok(gone);
  }

  /** Handled like any file that does not open: the refusal leads to what can be done. */
  #open({ goneId }: Args<'gone.open'>): Result<OpenProject> {
    const file = this.#told.get(goneId);
    if (file === undefined) return refuse({ code: 'token-unknown' });
    const refused = refuse({ code: 'file-not-found', name: file.name });
    this.#options.attempts.note(join(this.#options.library(), file.name), refused, { fileId: file.fileId, isPlaceKnown: false });
    return refused;
  }

  #forget({ goneId }: Args<'gone.forget'>): Promise<Result<null>> {
    const file = this.#told.get(goneId);
    return file === undefined
      ? Promise.resolve(refuse({ code: 'token-unknown' }))
      : forgetFile(this.#options.services, file.fileId, file.name);
  }

  /**
   * @returns when the last backup of an accompaniment was taken; `null` if there is none, and for a personal file, which is simply created
   * again
   */
  async #lastBackup({ fileId }: KnownFile): Promise<GoneFile['lastBackupAt'] | null> {
    const { files, backups } = this.#options.services;
    const stored = await backups.list(fileId);
    const last = stored.ok ? stored.value[0] : undefined;
    if (last === undefined) return null;
    const head = await readHead(files, backups.pathOf(fileId, last.fileName) ?? '');
    return head?.kind === 'person' ? null : last.takenAt;
  }
}

function isHere({ fileId, name }: KnownFile, { fileIds, unread }: Present): boolean {
  return fileIds.has(fileId) || unread.has(name);
}
