// A file that another hand has changed while it was open: shows both sides, and does what the user decides. Nothing is overwritten in silence.
import { dirname } from 'node:path';
import type { Args, Conflict, ConflictSide, OpenProject } from '@contract/channels.ts';
import { differencesBetween } from '@domain/changes-between.ts';
import type { FileFailure } from '@domain/failures.ts';
import { partsOf } from '@domain/file-name.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import type { Handlers } from '../contract/dispatch.ts';
import { diskFailure, orThrow } from '../files/disk-failure.ts';
import { FILE_ENDING, type FileHeader } from '../files/envelope.ts';
import type { FileSystem } from '../files/file-system.ts';
import { freePath } from '../files/new-name.ts';
import { type ReadProject, readProjectFile } from '../files/read-project-file.ts';
import type { OpenProjects } from './open-projects.ts';
import type { SessionServices } from './session-services.ts';
import type { ProjectSession } from './project-session.ts';

type ConflictChannel = 'conflict.read' | 'conflict.answer';
type ConflictOptions = {
  readonly services: SessionServices;
  readonly projects: OpenProjects;
  /** Date and clock of this moment as a file name can hold them. */
  readonly stamp: () => string;
};

export class ConflictService {
  readonly #options: ConflictOptions;

  constructor(options: ConflictOptions) {
    this.#options = options;
  }

  handlers(): Pick<Handlers, ConflictChannel> {
    return {
      'conflict.read': ({ documentId }) => this.#read(this.#options.projects.session(documentId)),
      'conflict.answer': (args) => this.#answer(args),
    };
  }

  async #read(session: ProjectSession): Promise<Result<Conflict>> {
    const theirs = await this.#theirs(session);
    if (!theirs.ok) return theirs;
    const { header, document } = theirs.value;
    return ok({ mine: sideOf(session.header), theirs: sideOf(header), unsaved: session.unsavedSteps, differences: differencesBetween(session.document, document) });
  }

  #theirs(session: ProjectSession): Promise<Result<ReadProject>> {
    return readProjectFile(this.#options.services.files, session.path, session.keyOf);
  }

  async #answer({ documentId, answer }: Args<'conflict.answer'>): Promise<Result<OpenProject>> {
    const session = this.#options.projects.session(documentId);
    const theirs = await this.#theirs(session);
    if (!theirs.ok && answer !== 'both') return theirs;
    if (answer === 'theirs' && theirs.ok && theirs.value.sealing === null && session.key !== null) return refuse({ code: 'protection-lost', name: session.fileName }); // to be asked when it is opened
    const kept = await session.keepBackup('base'); // what a merge of both would begin from
    if (!kept.ok) return kept;
    switch (answer) {
      case 'both':
        return this.#keepBoth(documentId, session, theirs.ok ? theirs.value : null);
      case 'mine':
        return theirs.ok ? this.#keepMine(documentId, session, theirs.value) : theirs;
      case 'theirs':
        return this.#takeTheirs(documentId, session);
    }
  }

  /** The work goes on in the copy; the file stays as the other hand left it, older or not: the user has seen it. */
  async #keepBoth(documentId: string, session: ProjectSession, theirs: ReadProject | null): Promise<Result<OpenProject>> {
    const { services, stamp } = this.#options;
    const { stem } = partsOf(session.fileName, FILE_ENDING);
    const dated = { stem, ending: FILE_ENDING, around: (name: string) => `${name} ${stamp()}` };
    const path = await freePath(services.files, dirname(session.path), dated);
    const { fileId } = session.header;
    const copy = await this.#options.projects.continueIn(documentId, path);
    if (copy.ok && theirs !== null) await services.memory.note(fileId, (before) => (before === null ? null : { ...before, revision: Math.min(before.revision, theirs.header.revision) }));
    return copy;
  }

  async #keepMine(documentId: string, session: ProjectSession, theirs: ReadProject): Promise<Result<OpenProject>> {
    const { files, backups, context } = this.#options.services;
    const bytes = await bytesOf(files, session);
    if (!bytes.ok) return bytes;
    const kept = await backups.take({ fileId: session.header.fileId, fileName: session.fileName }, { takenAt: context().now, revision: theirs.header.revision, reason: 'theirs', digest: theirs.digest }, [bytes.value]);
    if (!kept.ok) return kept;
    const state = await session.writeOver({ digest: theirs.digest, revision: theirs.header.revision });
    return state.failure === null ? ok(this.#options.projects.view(documentId)) : refuse(state.failure);
  }

  async #takeTheirs(documentId: string, session: ProjectSession): Promise<Result<OpenProject>> {
    const kept = await session.keepBackup('mine');
    return kept.ok ? this.#options.projects.readAnew(documentId) : kept;
  }
}

async function bytesOf(files: FileSystem, { path, fileName }: ProjectSession): Promise<Result<Buffer, FileFailure>> {
  try {
    return ok(await files.readFile(path));
  } catch (error) {
    return refuse(diskFailure(orThrow(error), fileName));
  }
}

function sideOf({ savedBy, savedAt, revision }: FileHeader): ConflictSide {
  return { savedBy, savedAt, revision };
}
