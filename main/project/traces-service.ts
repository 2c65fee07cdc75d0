// What this computer holds of the open file beside the file itself, and leaving none of it.
import type { Traces } from '@contract/channels.ts';
import { ok, type Result } from '@domain/result.ts';
import type { Handlers } from '../contract/dispatch.ts';
import { removeJournals, setAsideJournals } from '../journal/journal.ts';
import type { OpenProjects } from './open-projects.ts';
import type { SessionServices } from './open-session.ts';

export class TracesService {
  readonly #services: SessionServices;
  readonly #projects: OpenProjects;

  constructor(services: SessionServices, projects: OpenProjects) {
    this.#services = services;
    this.#projects = projects;
  }

  handlers(): Pick<Handlers, 'traces.read' | 'traces.leave'> {
    return { 'traces.read': ({ documentId }) => this.#read(documentId), 'traces.leave': ({ documentId }) => this.#leave(documentId) };
  }

  async #read(documentId: string): Promise<Result<Traces>> {
    const { fileId } = this.#projects.session(documentId).header;
    const backups = await this.#services.backups.list(fileId);
    if (!backups.ok) return backups;
    const setAside = await setAsideJournals(this.#services.files, this.#services.journalFolder, fileId);
    return ok({ backups: backups.value.length, bytes: backups.value.reduce((sum, { bytes }) => sum + bytes, 0), setAside: setAside.length });
  }

  /** The file is closed first, and only when it holds everything: what is removed is nowhere else. */
  async #leave(documentId: string): Promise<Result<null>> {
    const { fileId } = this.#projects.session(documentId).header;
    const closed = await this.#projects.close(documentId, false);
    if (!closed.ok) return closed;
    return removeTraces(this.#services, fileId);
  }
}

/** Removes everything that this computer keeps of a file: backups, attached contents, journals. @returns or a disk-* failure */
export async function removeTraces({ files, journalFolder, backups, contents }: SessionServices, fileId: string): Promise<Result<null>> {
  const removed = await backups.removeAll(fileId);
  if (!removed.ok) return removed;
  const emptied = await contents.removeAll(fileId);
  return emptied.ok ? removeJournals(files, journalFolder, fileId) : emptied;
}
