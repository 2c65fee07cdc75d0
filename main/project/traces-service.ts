// The traces: what this computer holds of the open file besides the file itself, and removing all of it.
import type { Traces } from '@contract/leaving.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { CLASS_OF } from '../backups/backup-rules.ts';
import type { Handlers } from '../contract/dispatch.ts';
import { FORMAT_VERSION } from '../files/envelope.ts';
import { journalsOf, removeJournals } from '../journal/journal-names.ts';
import { journalLockPathOf } from '../journal/journal-of-file.ts';
import type { OpenProjects } from './open-projects.ts';
import type { SessionServices } from './session-services.ts';
import { SessionLocks } from './session-locks.ts';

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
    const journals = await journalsOf(this.#services.files, this.#services.journalFolder, fileId);
    if (!journals.ok) return journals;
    // a newer Tierce's journal is not one that we continue
    const setAside = journals.value.filter(({ isSetAside, format }) => isSetAside || format > FORMAT_VERSION);
    const onlyHere = backups.value.filter(({ reason }) => CLASS_OF[reason] === 'answer').length;
    return ok({
      backups: backups.value.length,
      onlyHere,
      bytes: backups.value.reduce((sum, { bytes }) => sum + bytes, 0),
      setAside: setAside.length,
    });
  }

  /**
   * The file is closed first, and only if it holds everything: what is removed exists nowhere else. A file opened read-only may be open
   * elsewhere.
   */
  async #leave(documentId: string): Promise<Result<null>> {
    const {
      header: { fileId },
      readOnly,
      fileName,
    } = this.#projects.session(documentId);
    if (readOnly !== null) return refuse({ code: 'file-read-only', name: fileName });
    const closed = await this.#projects.close(documentId, false);
    return closed.ok ? forgetFile(this.#services, fileId, fileName) : closed;
  }
}

/**
 * Removes everything that this computer keeps of a file, unless it is open somewhere: its journal may then hold steps that no file has.
 * @returns or file-locked, disk-*
 */
export async function forgetFile(services: SessionServices, fileId: string, name: string): Promise<Result<null>> {
  const locks = new SessionLocks(services, false);
  try {
    const held = await locks.takeJournal(journalLockPathOf(services, fileId), name);
    return held.ok ? await removeTraces(services, fileId) : held;
  } finally {
    await locks.release();
  }
}

/**
 * What is remembered of it, journals, attached contents, and the backups last: as long as there is one, the removal can be requested
 * again.
 */
async function removeTraces(
  { files, journalFolder, backups, contents, memory, unlist }: SessionServices,
  fileId: string,
): Promise<Result<null>> {
  const unlisted = await unlist(fileId);
  if (!unlisted.ok) return unlisted;
  const forgotten = await memory.forget(fileId);
  if (!forgotten.ok) return forgotten;
  const unnoted = await removeJournals(files, journalFolder, fileId);
  if (!unnoted.ok) return unnoted;
  const emptied = await contents.removeAll(fileId);
  return emptied.ok ? backups.removeAll(fileId) : emptied;
}
