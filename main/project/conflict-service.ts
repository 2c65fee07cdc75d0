// A file that another program or person changed while it was open: shows both sides, and carries out what the user decides.
import { dirname } from 'node:path';
import type { Args } from '@contract/channels.ts';
import type { Conflict, ConflictSide } from '@contract/conflict.ts';
import type { OpenProject } from '@contract/project.ts';
import { differencesBetween } from '@domain/changes-between.ts';
import type { FileFailure } from '@domain/failures.ts';
import { partsOf } from '@domain/file-name.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import type { Handlers } from '../contract/dispatch.ts';
import { diskFailure, orThrow } from '../files/disk-failure.ts';
import { type ContentName, FILE_ENDING, type FileHeader, LARGEST_FILE_BYTES } from '../files/envelope.ts';
import type { FileSystem } from '../files/file-system.ts';
import { freePath } from '../files/new-name.ts';
import type { KeyOf } from '../files/parse-project.ts';
import { type ReadProject, readProjectFile, unreadFailure } from '../files/read-project-file.ts';
import { readRegularFile } from '../machine/regular-file.ts';
import type { KeyRing } from '../vault/key-slots.ts';
import { wipe } from '../vault/open-keys.ts';
import type { OpenProjects } from './open-projects.ts';
import { knowsKeyOf, openingBy } from './opening-by.ts';
import { resealCopies, sealOf } from './reseal-copies.ts';
import type { SessionServices } from './session-services.ts';
import type { ProjectSession } from './project-session.ts';

type ConflictChannel = 'conflict.read' | 'conflict.answer';
type ConflictOptions = {
  readonly services: SessionServices;
  readonly projects: OpenProjects;
  /** Date and time of this moment in a form that a file name can hold. */
  readonly stamp: () => string;
};

export class ConflictService {
  readonly #options: ConflictOptions;

  constructor(options: ConflictOptions) {
    this.#options = options;
  }

  handlers(): Pick<Handlers, ConflictChannel> {
    return {
      'conflict.read': (args) => this.#opening(args, (session, keyOf) => this.#read(session, keyOf)),
      'conflict.answer': (args) => this.#opening(args, (session, keyOf) => this.#answer(args, session, keyOf)),
    };
  }

  /** The file may have got another key meanwhile, which its secret opens: the key is overwritten when all is done. */
  #opening<T>({ documentId, secret }: Args<'conflict.read'>, act: (session: ProjectSession, keyOf: KeyOf) => Promise<T>): Promise<T> {
    const session = this.#options.projects.session(documentId);
    return openingBy(session, { secret, missing: { code: 'file-key-changed' } }, (keyOf) => act(session, keyOf));
  }

  async #read(session: ProjectSession, keyOf: KeyOf): Promise<Result<Conflict>> {
    const theirs = await this.#theirs(session, keyOf);
    if (!theirs.ok) return theirs;
    const { header, document } = theirs.value;
    return ok({
      mine: sideOf(session.header),
      theirs: sideOf(header),
      unsaved: session.unsavedSteps,
      differences: differencesBetween(session.document, document),
    });
  }

  #theirs(session: ProjectSession, keyOf: KeyOf): Promise<Result<ReadProject>> {
    return readProjectFile(this.#options.services.files, session.path, keyOf);
  }

  async #answer({ documentId, answer }: Args<'conflict.answer'>, session: ProjectSession, keyOf: KeyOf): Promise<Result<OpenProject>> {
    const theirs = await this.#theirs(session, keyOf);
    if (!theirs.ok && answer !== 'both') return theirs;
    if (answer === 'theirs' && theirs.ok && theirs.value.sealing === null && session.key !== null)
      return refuse({ code: 'protection-lost', name: session.fileName }); // the question is asked when the file is opened
    const kept = await session.keepBackup('base'); // the base for a merge of both
    if (!kept.ok) return kept;
    switch (answer) {
      case 'both':
        return this.#keepBoth(documentId, session, theirs.ok ? theirs.value : null);
      case 'mine':
        return theirs.ok ? this.#keepMine(documentId, session, theirs.value) : theirs;
      case 'theirs':
        return theirs.ok ? this.#takeTheirs(documentId, session, theirs.value) : theirs;
    }
  }

  /** Work continues in the copy; the file stays as the other program or person left it, older or not: the user has seen it. */
  async #keepBoth(documentId: string, session: ProjectSession, theirs: ReadProject | null): Promise<Result<OpenProject>> {
    const { services, stamp } = this.#options;
    const { stem } = partsOf(session.fileName, FILE_ENDING);
    const dated = { stem, ending: FILE_ENDING, around: (name: string) => `${name} ${stamp()}` };
    const path = await freePath(services.files, dirname(session.path), dated);
    const { fileId } = session.header;
    const copy = await this.#options.projects.continueIn(documentId, path);
    if (copy.ok && theirs !== null)
      await services.memory.note(fileId, (before) =>
        before === null ? null : { ...before, revision: Math.min(before.revision, theirs.header.revision) },
      );
    return copy;
  }

  async #keepMine(documentId: string, session: ProjectSession, theirs: ReadProject): Promise<Result<OpenProject>> {
    const { files, backups, context } = this.#options.services;
    const bytes = await bytesOf(files, session);
    if (!bytes.ok) return bytes;
    const kept = await backups.take(
      { fileId: session.header.fileId, fileName: session.fileName },
      { takenAt: context().now, revision: theirs.header.revision, reason: 'theirs', digest: theirs.digest },
      [bytes.value],
    );
    if (!kept.ok) return kept;
    const written = await this.#writeOver(session, theirs);
    return written.ok ? ok(this.#options.projects.view(documentId)) : written;
  }

  /** A key that the file got meanwhile stays: perhaps it was made because somebody knows the previous one. */
  async #writeOver(session: ProjectSession, { digest, header, sealing }: ReadProject): Promise<Result<unknown>> {
    const over = { digest, revision: header.revision };
    const isRekeyed = header.fileId === session.header.fileId && !knowsKeyOf(session, header);
    if (sealing !== null && isRekeyed) return this.#writeOverUnder(session, { over, key: sealing.key, ring: header.keys.file });
    const { failure } = await session.writeOver(over);
    return failure === null ? ok(null) : refuse(failure);
  }

  async #writeOverUnder(
    session: ProjectSession,
    { over, key, ring }: { readonly over: ContentName; readonly key: Uint8Array; readonly ring: KeyRing | null },
  ): Promise<Result<unknown>> {
    const { services } = this.#options;
    const { fileId } = session.header;
    const before = session.keys.copy();
    const written = await session.keys.reseal(services.newId(), (keys) =>
      Promise.resolve(ok({ key, keys: { ...keys, file: ring }, nonce: services.newId(), copiesFirst: null, over })),
    );
    const own = session.keys.copy();
    if (written.ok)
      // those that could not be re-encrypted follow at the next opening
      await resealCopies(services, { fileId, keys: session.header.keys, from: sealOf(fileId, before), to: sealOf(fileId, own) });
    wipe(before);
    wipe(own);
    return written;
  }

  async #takeTheirs(documentId: string, session: ProjectSession, { header, sealing }: ReadProject): Promise<Result<OpenProject>> {
    const { projects } = this.#options;
    const kept = await session.keepBackup('mine');
    if (!kept.ok) return kept;
    const isKeyKnown = sealing === null || knowsKeyOf(session, header);
    return isKeyKnown ? projects.readAnew(documentId) : projects.readAnew(documentId, () => Promise.resolve(ok(sealing.key)));
  }
}

async function bytesOf(files: FileSystem, { path, fileName }: ProjectSession): Promise<Result<Buffer, FileFailure>> {
  try {
    const bytes = await readRegularFile(files, path, LARGEST_FILE_BYTES);
    return 'not' in bytes ? refuse(unreadFailure(bytes, fileName)) : ok(bytes);
  } catch (error) {
    return refuse(diskFailure(orThrow(error), fileName));
  }
}

function sideOf({ savedBy, savedAt, revision }: FileHeader): ConflictSide {
  return { savedBy, savedAt, revision };
}
