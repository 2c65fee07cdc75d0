// Opens a project file into a session, or creates one: takes its locks, reads, recovers what a crash left in the journal.
import { basename } from 'node:path';
import type { CommandContext } from '@domain/commands/context.ts';
import type { Step } from '@domain/commands/step.ts';
import type { Document } from '@domain/document.ts';
import { NO_HISTORY, withStep } from '@domain/history/history.ts';
import type { FileFailure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import type { ReadOnly, Repaired } from '@contract/channels.ts';
import type { ContentStore } from '../attachments/content-store.ts';
import { BackupRhythm } from '../backups/backup-rhythm.ts';
import type { BackupStore } from '../backups/backup-store.ts';
import { type Contents, NO_CONTENTS } from '../files/attached-contents.ts';
import { errnoOf } from '../files/disk-failure.ts';
import { type FileHeader, FORMAT_VERSION, type Project } from '../files/envelope.ts';
import { readHead } from '../files/file-head.ts';
import type { FileSystem } from '../files/file-system.ts';
import { ProjectAdapter } from '../files/project-adapter.ts';
import type { KeyOf } from '../files/parse-project.ts';
import { type ReadProject, readProjectFile } from '../files/read-project-file.ts';
import type { Journal } from '../journal/journal.ts';
import type { JournalEntry, Noted } from '../journal/journal-entry.ts';
import { journalOf, journalPathOf, readJournal } from '../journal/journal-of-file.ts';
import { lineageOf, markOf } from '../journal/lineage.ts';
import { type DayOf, recover, type Recovery, unrecovered } from '../journal/recover.ts';
import { makeFolderIfPossible, removeLeftovers, removeLeftoversIn, writeProtection } from '../files/replace-file.ts';
import { removeLeftTurn } from '../locks/file-lock.ts';
import type { RunningProcess } from '../locks/running-process.ts';
import { resealedContents } from '../vault/reseal-contents.ts';
import { SectionSealer } from '../vault/sealed-file.ts';
import { namedBy } from './contents-keeper.ts';
import { followRenamed } from './follow-renamed.ts';
import { JournalKeeper } from './journal-keeper.ts';
import { keepStranded } from './keep-stranded.ts';
import type { Later } from './later.ts';
import { ProjectSession } from './project-session.ts';
import type { OnSaveState } from './session-options.ts';
import { sealLeftovers } from './reseal-copies.ts';
import { SessionLocks } from './session-locks.ts';
import { turnedBack } from './turned-back.ts';

/** What sessions share: the disk, the places of journals and backups, the clock, and who this process is. */
export type SessionServices = {
  readonly files: FileSystem;
  readonly journalFolder: string;
  readonly backups: BackupStore;
  /** What is attached, beside the files. */
  readonly contents: ContentStore;
  readonly running: RunningProcess;
  readonly newId: () => string;
  readonly context: () => CommandContext;
  readonly dayOf: DayOf;
  readonly later: Later;
};
export type OpenedSession = Repaired & { readonly session: ProjectSession };
export type OpeningOptions = {
  /** Asked for the key of a sealed file; without it such a file is refused as file-sealed. */
  readonly keyOf?: KeyOf | undefined;
  /** take-over: in the place of whoever holds the file, the user having been asked. */
  readonly how?: 'own' | 'take-over';
};

/** @returns the session with what recovery did; or file-locked, file-write-protected, or why the file cannot be read, in which case nothing was written anywhere */
export async function openSession(services: SessionServices, path: string, onSaveState: OnSaveState, { keyOf, how = 'own' }: OpeningOptions = {}): Promise<Result<OpenedSession>> {
  const locks = new SessionLocks(services, how === 'take-over');
  const real = await realPath(services.files, path);
  const isSecretMissing = how === 'take-over' && keyOf === undefined && (await readHead(services.files, real))?.isSealed === true;
  if (isSecretMissing) return refuse({ code: 'file-sealed', name: basename(path) }); // nobody's lock is taken for a file that does not open yet
  const isProtected = await writeProtection(services.files, real);
  if (isProtected !== null) return refuse(isProtected);
  const held = await locks.takeFile(real);
  if (!held.ok) return held;
  if (locks.areOurs) await sweepBeside(services.files, real);
  return holding(locks, () => readAndRecover(services, { path, onSaveState, keyOf, locks }));
}

/** Locks are let go of unless what they are for has come about, also when a bug is thrown on the way. */
async function holding<T>(locks: SessionLocks, act: () => Promise<Result<T>>): Promise<Result<T>> {
  let isHeld = false;
  try {
    const done = await act();
    isHeld = done.ok;
    return done;
  } finally {
    if (!isHeld) await locks.release();
  }
}

type Opening = { readonly path: string; readonly onSaveState: OnSaveState; readonly keyOf: KeyOf | undefined; readonly locks: SessionLocks };

async function readAndRecover(services: SessionServices, { path, onSaveState, keyOf, locks }: Opening): Promise<Result<OpenedSession>> {
  const read = await readProjectFile(services.files, path, keyOf, services.backups.stored);
  if (!read.ok) return read;
  const { header, digest, sealing } = read.value;
  const sealer = sealing === null ? null : new SectionSealer(header.fileId, sealing.key);
  if (sealing !== null && sealing.sections !== null) sealer?.remember(read.value, sealing.sections);
  await makeFolderIfPossible(services.files, services.journalFolder);
  const held = await locks.takeJournal(journalPathOf(services, header.fileId), basename(path)); // a copy of the file lies elsewhere, with the same journal
  if (!held.ok) return held;
  if (locks.areOurs) await sweepHere(services, header.fileId);
  const key = sealing?.key ?? null;
  const kept = await readJournal(services, { fileId: header.fileId, key, digest, holder: locks.holder });
  if (!kept.ok) return kept; // it may hold the only copy of the last steps: nothing is opened over it
  const { journal, entries } = kept.value;
  const recovered = await recoverWithContents(services, read.value, entries);
  if (!recovered.ok) return recovered;
  const { recovery, contents } = recovered.value;
  const followed = await followJournal(services, { name: basename(path), contents, read: read.value, journal, entries, recovery });
  if (!followed.ok) return followed;
  await sweepContents(services, header.fileId, recovery.document, entries);
  if (key !== null) await sealLeftovers(services, header, key);
  const project = recoveredProject({ ...read.value, contents }, recovery);
  const session = newSession(services, { path, project, journal, recovery, read: read.value, sealer, key, locks, onSaveState });
  return ok({ session, recovered: recovery.broughtBack.length, setAside: followed.value });
}

/** A step that names a content which cannot be had is put aside, and not the file. One that cannot be read just now is a failure: it may be there. */
async function recoverWithContents(services: SessionServices, read: ReadProject, entries: readonly JournalEntry[]): Promise<Result<{ readonly recovery: Recovery; readonly contents: Contents }, FileFailure>> {
  const origin = { fileId: read.header.fileId, key: read.sealing?.key ?? null };
  const contents = new Map(read.contents);
  for (const { sha256 } of entries.flatMap((entry) => (entry.kind === 'step' ? namedBy(entry.step.changes) : []))) {
    const found = contents.has(sha256) ? ok(null) : await services.contents.find(sha256, origin);
    if (!found.ok) return found;
    if (found.value !== null) contents.set(sha256, found.value);
  }
  const canApply = (step: Step): boolean => namedBy(step.changes).every(({ sha256 }) => contents.has(sha256));
  const recovery = recover({ ...read, revision: read.header.revision }, entries, { dayOf: services.dayOf, canApply });
  return ok({ recovery, contents });
}

type Followed = { readonly name: string; readonly contents: Contents; readonly read: ReadProject; readonly journal: Journal; readonly entries: readonly JournalEntry[]; readonly recovery: Recovery };

/**
 * Goes on with a journal that leads to this file. Any other, and one of which a part is left over, is put aside whole, what it held is kept as a backup that the screens show, and it is begun anew.
 * @returns how many steps were put aside; `sealed` when nobody can count them here
 */
async function followJournal(services: SessionServices, { name, contents, read, journal, entries, recovery }: Followed): Promise<Result<Repaired['setAside']>> {
  const lineage = lineageOf(entries);
  const standing = markOf(lineage, read.digest);
  const isForeign = journal.holdsForeignAfter(standing?.place ?? -1); // what cannot be read here may be the only copy of something
  const parts = [recovery.stranded, recovery.displaced].filter(({ length }) => length > 0);
  if (parts.length === 0 && !isForeign) {
    const compacted = standing === null ? ok(null) : await journal.compact(entries, standing.place, services.newId());
    return compacted.ok ? ok(0) : compacted;
  }
  for (const stranded of parts) {
    const kept = await keepStranded(services, { name, read, entries, contents, stranded });
    if (!kept.ok) return kept;
  }
  const aside = await journal.setAside(services.newId());
  if (!aside.ok) return aside;
  const begun = await journal.rewrite(begunAnew(read, recovery), services.newId());
  if (!begun.ok) return begun;
  return ok(isForeign ? 'sealed' : parts.flat().length);
}

function begunAnew({ header, digest }: ReadProject, { broughtBack }: Recovery): readonly Noted[] {
  const { revision } = header;
  return [{ kind: 'held', revision }, { kind: 'saved', revision, digest }, ...broughtBack.map((step) => ({ kind: 'step' as const, step }))];
}

/** Writes a new file, which must not exist yet, and opens it. @returns the session; or file-exists, file-locked, disk-*. */
export async function createSession(services: SessionServices, path: string, document: Document, onSaveState: OnSaveState): Promise<Result<ProjectSession>> {
  const { now, by } = services.context();
  const header: FileHeader = { fileId: services.newId(), copyOf: null, revision: 0, savedBy: by, savedAt: now, keys: { file: null, vault: null } };
  return writeAnew(services, { path, project: { header, document, history: NO_HISTORY, contents: NO_CONTENTS }, sealer: null, key: null, onSaveState });
}

/** Writes what a session holds into a new file under an id of its own, sealed as the first one is, and opens it; see `createSession`. */
export async function writeCopy(services: SessionServices, path: string, { project, key }: ProjectSession, onSaveState: OnSaveState): Promise<Result<ProjectSession>> {
  const fileId = services.newId();
  const { header } = project;
  const sealer = key === null ? null : new SectionSealer(fileId, key);
  const contents = key === null ? ok(project.contents) : resealedContents(project.contents, { fileId: header.fileId, key }, sealer);
  if (!contents.ok) return contents;
  return writeAnew(services, { path, project: { ...project, header: { ...header, fileId, copyOf: header.fileId }, contents: contents.value }, sealer, key, onSaveState });
}

type New = Pick<Parts, 'path' | 'project' | 'sealer' | 'key' | 'onSaveState'>;

async function writeAnew(services: SessionServices, anew: New): Promise<Result<ProjectSession>> {
  const locks = new SessionLocks(services, false);
  return holding(locks, () => writeUnder(services, locks, anew));
}

async function writeUnder(services: SessionServices, locks: SessionLocks, { path, project, sealer, key, onSaveState }: New): Promise<Result<ProjectSession>> {
  const { fileId, revision } = project.header;
  await makeFolderIfPossible(services.files, services.journalFolder);
  const held = await locks.takeFile(path);
  if (!held.ok) return held;
  const noted = await locks.takeJournal(journalPathOf(services, fileId), basename(path));
  if (!noted.ok) return noted;
  const recovery = unrecovered({ document: project.document, revision });
  const journal = journalOf(services, fileId, key, locks.holder);
  const session = newSession(services, { path, project, journal, recovery, read: null, sealer, key, locks, onSaveState });
  const state = await session.save();
  if (state.failure === null) return ok(session);
  await session.abandon(); // told as refused: it must not be written later
  return refuse(state.failure);
}

/**
 * Opens a file to be looked at: it is not locked, its journal is not touched, nothing is ever written.
 * @param place `from`: what is read, which may be a backup of the file at `path`
 * @returns or why it cannot be read
 */
export async function openReadOnly(services: SessionServices, place: { readonly path: string; readonly from: string }, readOnly: ReadOnly, keyOf?: KeyOf): Promise<Result<ProjectSession>> {
  const read = await readProjectFile(services.files, place.from, keyOf, services.backups.stored);
  if (!read.ok) return read;
  const { header, document, history, contents } = read.value;
  const recovery = unrecovered({ document, revision: header.revision });
  const key = read.value.sealing?.key ?? null;
  return ok(newSession(services, { path: place.path, project: { header, document, history, contents }, journal: journalOf(services, header.fileId, key), recovery, read: read.value, sealer: null, key, locks: new SessionLocks(services, false), readOnly, onSaveState: () => undefined }));
}

type Parts = {
  readonly path: string; readonly project: Project; readonly journal: Journal; readonly recovery: Recovery; readonly sealer: SectionSealer | null;
  /** Of a sealed file. */
  readonly key: Uint8Array | null;
  /** The file as it was read; `null` for a new one. */
  readonly read: ReadProject | null; readonly locks: SessionLocks; readonly readOnly?: ReadOnly | null; readonly onSaveState: OnSaveState;
};

function newSession(services: SessionServices, { path, project, journal, recovery, read, sealer, key, locks, readOnly = null, onSaveState }: Parts): ProjectSession {
  const { files, newId, backups, contents, context, later } = services;
  const { fileId, revision } = project.header;
  const isMigrating = read !== null && read.formatVersion < FORMAT_VERSION;
  const rhythm = new BackupRhythm({ files, store: backups, fileId, path: () => adapter.path, now: () => context().now, isMigrating });
  const standing = read === null ? null : { digest: read.digest, revision: read.header.revision };
  const keeper = new JournalKeeper({
    journal, standing, unsaved: recovery.broughtBack, revision,
    keepBase: (base) => rhythm.keepBase(base, () => adapter.contentOf(turnedBack(session.project, keeper.unsaved))),
  });
  const adapter: ProjectAdapter = new ProjectAdapter(files, {
    path, newId, sealer, standing,
    beforeReplacing: (before) => rhythm.beforeReplacing(before),
    lost: () => locks.lostFile(),
    announce: (content) => keeper.announce(content),
    confirm: (content) => keeper.confirm(content),
    follow: (from, isOurs) => followRenamed(files, { from, fileId, isOurs, locks }),
  });
  const isSaved = read !== null && recovery.broughtBack.length === 0;
  const session: ProjectSession = new ProjectSession({ project, steps: recovery.steps, isSaved, readOnly, adapter, key, journal: keeper, locks, rhythm, contents, context, later, onSaveState });
  return session;
}

/** What a process that was killed has left beside a file of ours. */
async function sweepBeside(files: FileSystem, path: string): Promise<void> {
  await removeLeftovers(files, path);
  await removeLeftTurn(files, path);
}

/** The same in the application's own folders. */
async function sweepHere(services: SessionServices, fileId: string): Promise<void> {
  const { files, backups, contents } = services;
  await sweepBeside(files, journalPathOf(services, fileId));
  for (const folder of [backups.folderOf(fileId), contents.folderOf(fileId)]) await removeLeftoversIn(files, folder);
}

/** Contents that neither the file, nor a step that can be taken back, nor a backup names are let go. */
async function sweepContents({ contents, backups }: SessionServices, fileId: string, document: Document, entries: readonly JournalEntry[]): Promise<void> {
  if ((await contents.list(fileId)).length === 0) return;
  const inBackups = await backups.names(fileId);
  const inSteps = JSON.stringify(entries.filter((entry) => entry.kind === 'step' && entry.step.changes.some(({ table }) => table === 'attachments')));
  const named = new Set(Object.values(document.accompaniment.attachments).map(({ sha256 }) => sha256));
  await contents.keepOnly(fileId, (sha256) => named.has(sha256) || inSteps.includes(sha256) || inBackups(sha256));
}

/** The last recovered step says who made it and when. */
function recoveredProject({ header, history, contents }: Project, { document, revision, broughtBack }: Recovery): Project {
  const last = broughtBack.at(-1);
  return { document, contents, history: broughtBack.reduce(withStep, history), header: last === undefined ? header : { ...header, revision, savedBy: last.by, savedAt: last.at } };
}

/** Two ways to one file must find one lock. */
async function realPath(files: FileSystem, path: string): Promise<string> {
  try {
    return await files.realpath(path);
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return path; // what is not there is told when it is read
  }
}
