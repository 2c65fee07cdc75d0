// What this computer holds of the open file beside the file itself, and leaving none of it.
import { join } from 'node:path';
import type { Traces } from '@contract/channels.ts';
import type { FileFailure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import type { Handlers } from '../contract/dispatch.ts';
import { diskFailure, errnoOf } from '../files/disk-failure.ts';
import { JOURNAL_ENDING, setAsideName } from '../journal/journal.ts';
import type { OpenProjects } from './open-projects.ts';
import { journalPathOf, type SessionServices } from './open-session.ts';

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
    const setAside = (await this.#journalsOf(fileId)).length - 1;
    return ok({ backups: backups.value.length, bytes: backups.value.reduce((sum, { bytes }) => sum + bytes, 0), setAside: Math.max(0, setAside) });
  }

  /** The file is closed first, and only when it holds everything: what is removed is nowhere else. */
  async #leave(documentId: string): Promise<Result<null>> {
    const { fileId } = this.#projects.session(documentId).header;
    const closed = await this.#projects.close(documentId, false);
    if (!closed.ok) return closed;
    const removed = await this.#services.backups.removeAll(fileId);
    if (!removed.ok) return removed;
    return this.#removeJournals(fileId);
  }

  async #removeJournals(fileId: string): Promise<Result<null, FileFailure>> {
    try {
      for (const path of await this.#journalsOf(fileId)) await this.#services.files.rm(path, { force: true });
      return ok(null);
    } catch (error) {
      if (errnoOf(error) === null) throw error;
      return refuse(diskFailure(error, 'journal'));
    }
  }

  /** The journal of a file and those of it that were put aside. */
  async #journalsOf(fileId: string): Promise<readonly string[]> {
    const { files, journalFolder } = this.#services;
    const start = setAsideName(fileId, '').slice(0, -JOURNAL_ENDING.length);
    try {
      const setAside = (await files.readdir(journalFolder)).filter((name) => name.startsWith(start));
      return [journalPathOf(this.#services, fileId), ...setAside.map((name) => join(journalFolder, name))];
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT') throw error;
      return [];
    }
  }
}
