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
    const removed = await this.#services.backups.removeAll(fileId);
    if (!removed.ok) return removed;
    const contents = await this.#services.contents.removeAll(fileId);
    if (!contents.ok) return contents;
    return removeJournals(this.#services.files, this.#services.journalFolder, fileId);
  }
}
