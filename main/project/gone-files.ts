// Files that are no longer in the library, but of which this computer keeps backups: removed by mistake, lost with a stick, or lying elsewhere.
import { basename, join } from 'node:path';
import type { Args, GoneFile, OpenProject } from '@contract/channels.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import type { KnownFile } from '../backups/backup-store.ts';
import type { Handlers } from '../contract/dispatch.ts';
import { errnoOf } from '../files/disk-failure.ts';
import type { Attempts } from './attempts.ts';
import type { SessionServices } from './open-session.ts';

export type GoneFilesOptions = { readonly services: Pick<SessionServices, 'files' | 'backups' | 'newId'>; readonly attempts: Attempts; readonly library: () => string };

export class GoneFiles {
  readonly #options: GoneFilesOptions;
  #told = new Map<string, KnownFile>();

  constructor(options: GoneFilesOptions) {
    this.#options = options;
  }

  handlers(): Pick<Handlers, 'gone.list' | 'gone.open'> {
    return { 'gone.list': async () => ok(await this.#list()), 'gone.open': (args) => Promise.resolve(this.#open(args)) };
  }

  async #list(): Promise<readonly GoneFile[]> {
    const { backups, newId } = this.#options.services;
    const present = await this.#namesInLibrary();
    const told = new Map<string, KnownFile>();
    const gone: GoneFile[] = [];
    for (const file of await backups.knownFiles()) {
      const stored = present.has(file.name) ? null : await backups.list(file.fileId);
      const last = stored?.ok === true ? stored.value[0] : undefined;
      if (last === undefined) continue;
      const goneId = newId();
      told.set(goneId, file);
      gone.push({ goneId, fileName: file.name, lastBackupAt: last.takenAt });
    }
    this.#told = told;
    return gone;
  }

  /** What can be done about it is told as for any file that does not open: the refusal leads there. */
  #open({ goneId }: Args<'gone.open'>): Result<OpenProject> {
    const file = this.#told.get(goneId);
    if (file === undefined) return refuse({ code: 'token-unknown' });
    const refused = refuse({ code: 'file-not-found', name: file.name });
    this.#options.attempts.note(join(this.#options.library(), file.name), refused, { fileId: file.fileId });
    return refused;
  }

  async #namesInLibrary(): Promise<ReadonlySet<string>> {
    try {
      return new Set((await this.#options.services.files.readdir(this.#options.library())).map((name) => basename(name)));
    } catch (error) {
      if (errnoOf(error) === null) throw error;
      return new Set(); // the folder itself is gone: so is whatever lay in it
    }
  }
}
