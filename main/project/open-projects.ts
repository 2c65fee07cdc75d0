// The open projects, each under the id by which the window knows it.
import { basename, dirname } from 'node:path';
import type { Applied, OpenProject, ReadOnly, SaveState } from '@contract/project.ts';
import type { Change } from '@domain/document.ts';
import type { Document } from '@domain/document.ts';
import type { Failure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { declarationOf, SINGLE_ID } from '@domain/tables/tables.ts';
import { orThrow } from '../files/disk-failure.ts';
import type { FileSystem } from '../files/file-system.ts';
import type { KeyOf } from '../files/parse-project.ts';
import { removeNamed } from '../files/replace-file.ts';
import { lendingCopy } from '../vault/lent-keys.ts';
import { createSession, writeCopy } from './make-session.ts';
import { type OpeningOptions, openReadOnly, openSession } from './open-session.ts';
import type { SessionServices } from './session-services.ts';
import { homeFolder } from '../machine/home-folder.ts';
import { isRemovable } from './removable.ts';
import type { ProjectSession } from './project-session.ts';
import type { Reply } from './session-options.ts';

type Opened = {
  readonly session: ProjectSession;
  readonly isExample: boolean;
  readonly hasOtherNames: boolean;
  readonly recovery: OpenProject['recovery'];
};
const JUST_OPENED = { isExample: false, hasOtherNames: false, recovery: { recovered: 0, setAside: 0 } } as const;

export class OpenProjects {
  readonly #services: SessionServices;
  readonly #onSaveState: (documentId: string, state: SaveState, fileName: string) => void;
  readonly #onClosed: (documentId: string) => void;
  readonly #opened = new Map<string, Opened>();

  constructor(
    services: SessionServices,
    onSaveState: (documentId: string, state: SaveState, fileName: string) => void,
    onClosed: (documentId: string) => void,
  ) {
    this.#services = services;
    this.#onSaveState = onSaveState;
    this.#onClosed = onClosed;
  }

  /**
   * Opens an accompaniment; one that is already open is shown again, and a write-protected one is shown read-only. Refused as
   * `readProjectFile` does, or file-wrong-kind.
   */
  async open(
    path: string,
    { isExample = false, ...how }: OpeningOptions & { readonly isExample?: boolean } = {},
  ): Promise<Result<OpenProject>> {
    const known = [...this.#opened].find(([, { session }]) => session.path === path && session.readOnly === null);
    if (known !== undefined) return ok(viewOf(this.#services, ...known));
    const documentId = this.#services.newId();
    const opened = await openSession(this.#services, path, (state, fileName) => this.#onSaveState(documentId, state, fileName), how);
    if (!opened.ok)
      return opened.failure.code === 'file-write-protected' ? this.look({ path, from: path }, { why: 'protected' }, how.keyOf) : opened;
    const { session, recovered, setAside } = opened.value;
    if (session.document.kind !== 'accompaniment') {
      await session.close(true);
      return refuse({ code: 'file-wrong-kind', name: basename(path) });
    }
    const hasOtherNames = await hasMoreNames(this.#services.files, path);
    return ok(this.#add(documentId, { session, isExample, hasOtherNames, recovery: { recovered, setAside } }));
  }

  /** Writes a new file with that document and opens it. Refused as file-exists, disk-*. */
  async create(path: string, document: Document): Promise<Result<OpenProject>> {
    const documentId = this.#services.newId();
    const session = await createSession(this.#services, path, document, (state, fileName) =>
      this.#onSaveState(documentId, state, fileName),
    );
    return session.ok ? ok(this.#add(documentId, { session: session.value, ...JUST_OPENED })) : session;
  }

  /** Shows a file, or a backup of it, read-only; the open project stays open behind it. */
  async look(place: { readonly path: string; readonly from: string }, readOnly: ReadOnly, keyOf?: KeyOf): Promise<Result<OpenProject>> {
    const session = await openReadOnly(this.#services, place, readOnly, keyOf);
    if (!session.ok) return session;
    if (session.value.document.kind !== 'accompaniment') return refuse({ code: 'file-wrong-kind', name: basename(place.path) });
    return ok(this.#add(this.#services.newId(), { session: session.value, ...JUST_OPENED }));
  }

  /** Continues with the same content in a new file, whose name must be free; the old file is closed as it is on the disk. */
  async continueIn(documentId: string, path: string): Promise<Result<OpenProject>> {
    const before = this.session(documentId);
    const copy = await writeCopy(this.#services, path, before, (state, fileName) => {
      // its state is not reported before it is the open one
      if (this.#opened.get(documentId)?.session !== before) this.#onSaveState(documentId, state, fileName);
    });
    if (!copy.ok) return copy;
    const aside = await before.setAside(this.#services.newId());
    if (aside.ok) return ok(this.#replace(documentId, copy.value));
    await copy.value.abandon();
    await removeNamed(this.#services.files, dirname(path), (name) => name === basename(path)); // work continues where it was
    return aside;
  }

  /**
   * Takes the content on the disk in place of the open one, whose changes have been kept elsewhere.
   * @param keyOf opens it if it has another key by now; its keys stay the caller's
   */
  async readAnew(documentId: string, keyOf?: KeyOf): Promise<Result<OpenProject>> {
    const before = this.session(documentId);
    return keyOf !== undefined
      ? this.#readAnew(documentId, before, keyOf)
      : lendingCopy(before.keys.copy(), (own) => this.#readAnew(documentId, before, own));
  }

  async #readAnew(documentId: string, before: ProjectSession, keyOf: KeyOf): Promise<Result<OpenProject>> {
    const aside = await before.setAside(this.#services.newId());
    if (!aside.ok) return aside;
    const opened = await openSession(this.#services, before.path, (state, fileName) => this.#onSaveState(documentId, state, fileName), {
      keyOf,
      accepted: ['file-older'],
    });
    if (opened.ok) return ok(this.#replace(documentId, opened.value.session));
    this.#opened.delete(documentId); // it has let go of its locks, and must no longer be written
    this.#onClosed(documentId);
    return opened;
  }

  /** @returns an open file as the window is shown it */
  shown(documentId: string): OpenProject | null {
    const opened = this.#opened.get(documentId);
    return opened === undefined ? null : viewOf(this.#services, documentId, opened);
  }

  /** @returns the session of an admitted id. Throws for any other, which would be a bug. */
  session(documentId: string): ProjectSession {
    const opened = this.#opened.get(documentId);
    if (opened === undefined) throw new Error('No such open document');
    return opened.session;
  }

  /** @returns the session that has this file open, or `null`. */
  sessionAt(path: string): ProjectSession | null {
    return [...this.#opened.values()].find(({ session }) => session.path === path && session.readOnly === null)?.session ?? null;
  }

  isOpen(documentId: string): boolean {
    return this.#opened.has(documentId);
  }

  /** @returns why a message about a document is refused, or `null`. */
  admit({
    documentId,
    commandId,
    baseRevision,
  }: {
    readonly documentId: string;
    readonly commandId: string | null;
    readonly baseRevision: number | null;
  }): Failure | null {
    const session = this.#opened.get(documentId)?.session;
    if (session === undefined) return { code: 'document-unknown' };
    if (commandId === null || baseRevision === null || session.admits(commandId, baseRevision)) return null;
    return { code: 'stale', revision: session.revision };
  }

  /** @returns all of an open project that the window holds. */
  view(documentId: string): OpenProject {
    const opened = this.#opened.get(documentId);
    if (opened === undefined) throw new Error('No such open document');
    return viewOf(this.#services, documentId, opened);
  }

  /** @returns the open file as the window holds it; `null` if there is none. A backup that is being viewed comes before its file. */
  current(): Result<OpenProject> | null {
    const last = [...this.#opened].at(-1);
    return last === undefined ? null : ok(viewOf(this.#services, ...last));
  }

  /** @returns what the window is sent about a step. */
  applied(documentId: string, reply: Result<Reply>): Result<Applied> {
    if (!reply.ok) return reply;
    const { saveState, undoState } = this.session(documentId);
    return ok({ ...reply.value, changes: reply.value.changes.filter(isForTheWindow), undo: undoState, saveState });
  }

  /** @returns what the window gets for an act of main that changed nothing that it holds */
  standing(documentId: string, command = ''): Applied {
    const { revision, saveState, undoState } = this.session(documentId);
    return { revision, changes: [], label: { command, table: null, title: '' }, undo: undoState, saveState };
  }

  /** Whether leaving now loses nothing, even if a file cannot be written: the journals hold everything. */
  get areSafeHere(): boolean {
    return [...this.#opened.values()].every(({ session }) => session.isSafeHere);
  }

  /** Writes and closes a project; see `ProjectSession.close`. */
  async close(documentId: string, evenUnsaved: boolean): Promise<Result<null>> {
    const closed = await this.session(documentId).close(evenUnsaved);
    if (!closed.ok) return closed;
    this.#opened.delete(documentId);
    this.#onClosed(documentId);
    return closed;
  }

  /** Writes and closes all. @returns the first reason why one could not be written; that one stays open. */
  async closeAll(evenUnsaved: boolean): Promise<Result<null>> {
    const results = await Promise.all([...this.#opened.keys()].map((documentId) => this.close(documentId, evenUnsaved)));
    return results.find((result) => !result.ok) ?? ok(null);
  }

  /**
   * Writes and closes every project but one. Steps that cannot be written stay in the journal and come back at the next opening; a project
   * that is not even safe there stays open.
   */
  async closeOthers(documentId: string): Promise<void> {
    await Promise.all([...this.#opened.keys()].filter((other) => other !== documentId).map((other) => this.close(other, true)));
  }

  /** The window keeps its id for the document, and has opened nothing of its notebook. */
  #replace(documentId: string, session: ProjectSession): OpenProject {
    this.#onClosed(documentId);
    return this.#add(documentId, { session, ...JUST_OPENED });
  }

  #add(documentId: string, opened: Opened): OpenProject {
    this.#opened.set(documentId, opened);
    return viewOf(this.#services, documentId, opened);
  }
}

/** Sealed records stay in main. */
function isForTheWindow(change: Change): boolean {
  return declarationOf(change.table).class !== 'vault';
}

/** Hard links: what is written goes to one of the names only. If the disk does not say, the answer is no. */
async function hasMoreNames(files: FileSystem, path: string): Promise<boolean> {
  try {
    return (await files.stat(path)).nlink > 1;
  } catch (error) {
    orThrow(error);
    return false;
  }
}

function viewOf(
  { listedAs }: Pick<SessionServices, 'listedAs'>,
  documentId: string,
  { session, isExample, hasOtherNames, recovery }: Opened,
): OpenProject {
  const { kind, accompaniment, desk } = session.document;
  const isHandOver = accompaniment.mission[SINGLE_ID]?.handedOverOn !== null && session.header.copyOf !== null;
  return {
    documentId,
    isExample,
    hasOtherNames,
    recovery,
    handedOverFrom: isHandOver ? listedAs(session.header.copyOf) : null,
    readOnly: session.readOnly,
    isRemovable: isRemovable(session.path, { platform: process.platform, home: homeFolder() }),
    fileName: session.fileName,
    folderName: basename(dirname(session.path)),
    revision: session.revision,
    document: { kind, accompaniment, desk },
    saveState: session.saveState,
    undo: session.undoState,
  };
}
