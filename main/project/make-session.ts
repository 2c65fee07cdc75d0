// Makes a project file: a new one, or a copy under an id of its own.
import { basename } from 'node:path';
import type { Document } from '@domain/document.ts';
import { NO_HISTORY } from '@domain/history/history.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { NO_CONTENTS } from '../files/attached-contents.ts';
import type { FileHeader } from '../files/envelope.ts';
import { makeFolderIfPossible } from '../files/lasting-folder.ts';
import { journalLockPathOf, journalUnder } from '../journal/journal-of-file.ts';
import { firstSight } from '../memory/remembered.ts';
import { unrecovered } from '../journal/recover.ts';
import { resealedContents } from '../vault/reseal-contents.ts';
import { FileSealer } from '../vault/file-sealer.ts';
import { openKeys, wipe } from '../vault/open-keys.ts';
import { newSession, type Parts } from './assemble-session.ts';
import { memoryOf } from './memory-of.ts';
import type { ProjectSession } from './project-session.ts';
import { holding, SessionLocks } from './session-locks.ts';
import type { OnSaveState } from './session-options.ts';
import type { SessionServices } from './session-services.ts';

/** Writes a new file, which must not exist yet, and opens it. @returns the session; or file-exists, file-locked, disk-*. */
export async function createSession(
  services: SessionServices,
  path: string,
  document: Document,
  onSaveState: OnSaveState,
): Promise<Result<ProjectSession>> {
  const { now, by } = services.context();
  const header: FileHeader = {
    fileId: services.newId(),
    copyOf: null,
    revision: 0,
    savedBy: by,
    savedAt: now,
    keys: { file: null, vault: null },
  };
  return writeAnew(services, {
    path,
    project: { header, document, history: NO_HISTORY, contents: NO_CONTENTS },
    sealer: null,
    keys: null,
    vaultKey: null,
    onSaveState,
  });
}

/** Writes the project of a session into a new file with an id of its own, sealed as the original is, and opens it; see `createSession`. */
export async function writeCopy(
  services: SessionServices,
  path: string,
  { project, key, memory: { vaultKey } }: ProjectSession,
  onSaveState: OnSaveState,
): Promise<Result<ProjectSession>> {
  const fileId = services.newId();
  const { header } = project;
  const contents =
    key === null ? ok(project.contents) : resealedContents(project.contents, { fileId: header.fileId, key }, { fileId, key });
  if (!contents.ok) return contents;
  const keys = key === null ? null : openKeys(header.keys.file, key); // a copy: the original session overwrites its keys when it is closed
  const sealer = keys === null ? null : new FileSealer(fileId, keys.key);
  return writeAnew(services, {
    path,
    project: { ...project, header: { ...header, fileId, copyOf: header.fileId }, contents: contents.value },
    sealer,
    keys,
    vaultKey,
    onSaveState,
  });
}

/** `vaultKey`: the remembered print of its notebook's key. */
type New = Pick<Parts, 'path' | 'project' | 'sealer' | 'keys' | 'onSaveState'> & { readonly vaultKey: string | null };

async function writeAnew(services: SessionServices, anew: New): Promise<Result<ProjectSession>> {
  const locks = new SessionLocks(services, false);
  const made = await holding(locks, () => writeUnder(services, locks, anew));
  if (!made.ok) wipe(anew.keys);
  return made;
}

async function writeUnder(
  services: SessionServices,
  locks: SessionLocks,
  { path, project, sealer, keys, vaultKey, onSaveState }: New,
): Promise<Result<ProjectSession>> {
  const { fileId, revision } = project.header;
  await makeFolderIfPossible(services.files, services.journalFolder);
  const held = await locks.takeFile(path);
  if (!held.ok) return held;
  const noted = await locks.takeJournal(journalLockPathOf(services, fileId), basename(path));
  if (!noted.ok) return noted;
  const recovery = unrecovered({ document: project.document, revision });
  const journal = journalUnder(services, fileId, keys, locks.holder);
  const memory = memoryOf(services, { document: project.document, fileId, begins: { ...firstSight(project.header), vaultKey } });
  const session = newSession(services, { path, project, journal, recovery, read: null, sealer, keys, memory, locks, onSaveState });
  const state = await session.save();
  if (state.failure === null) return ok(session);
  await session.abandon(); // reported as refused, so it must not be written later
  return refuse(state.failure);
}
