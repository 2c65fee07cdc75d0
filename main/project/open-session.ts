// Opens a project file into a session: takes its locks, reads it, recovers what a crash left in the journal.
import { basename, dirname } from 'node:path';
import type { Document } from '@domain/document.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import type { ReadOnly, Repaired } from '@contract/project.ts';
import type { FileHeader } from '../files/envelope.ts';
import type { KeyOf } from '../files/parse-project.ts';
import { type ReadProject, readProjectFile } from '../files/read-project-file.ts';
import { realPath } from '../files/real-path.ts';
import { flushFolderIfPossible, makeFolderIfPossible } from '../files/lasting-folder.ts';
import { writeProtection } from '../files/replace-file.ts';
import type { JournalEntry } from '../journal/journal-entry.ts';
import { journalLockPathOf, journalUnder, readJournal } from '../journal/journal-of-file.ts';
import { unrecovered } from '../journal/recover.ts';
import { type ContradictionCode, contradictionOf, firstSight } from '../memory/remembered.ts';
import { FileSealer } from '../vault/file-sealer.ts';
import { type OpenKeys, openKeys, wipe } from '../vault/open-keys.ts';
import { askedBeforehand } from './asked-beforehand.ts';
import { newSession } from './assemble-session.ts';
import { keepOnceLegible } from './keep-once-legible.ts';
import { asOpened, compared, isRemembered, memoryOf } from './memory-of.ts';
import type { ProjectSession } from './project-session.ts';
import { beyondFile, followJournal, recoveredProject, recoverWithContents } from './recover-journal.ts';
import { sealLeftovers } from './reseal-copies.ts';
import { holding, SessionLocks } from './session-locks.ts';
import type { OnSaveState } from './session-options.ts';
import type { SessionServices } from './session-services.ts';
import { namesKept, sweepBeside, sweepContents, sweepHere } from './sweep.ts';

export type OpenedSession = Repaired & { readonly session: ProjectSession };
export type OpeningOptions = {
  /** Supplies the key of a sealed file; without it such a file is refused as file-sealed. */
  readonly keyOf?: KeyOf | undefined;
  /** take-over: replaces the file's holder; the user has agreed. */
  readonly how?: 'own' | 'take-over';
  /** The contradictions with what is remembered that the user has accepted. */
  readonly accepted?: readonly ContradictionCode[];
};

/**
 * @returns the session and what recovery did; or file-locked, file-write-protected, protection-lost, journal-newer, file-older, or why the
 * file cannot be read, in which case nothing was written anywhere
 */
export async function openSession(
  services: SessionServices,
  path: string,
  onSaveState: OnSaveState,
  { keyOf, how = 'own', accepted = [] }: OpeningOptions = {},
): Promise<Result<OpenedSession>> {
  const locks = new SessionLocks(services, how === 'take-over');
  const real = await realPath(services.files, path);
  const isProtected = await writeProtection(services.files, real);
  if (isProtected !== null) return refuse(isProtected);
  const asked = how === 'take-over' ? await askedBeforehand(services, { path, real, keyOf, accepted }) : null;
  if (asked !== null) return refuse(asked); // no lock is taken over for a file that does not open yet
  const held = await locks.takeFile(real);
  if (!held.ok) return held;
  if (locks.areOurs) await sweepBeside(services.files, real);
  return holding(locks, () => readAndRecover(services, { path, real, onSaveState, keyOf, accepted, locks }));
}

type Opening = {
  readonly path: string;
  /** The real path of the bytes, behind any symbolic link. */ readonly real: string;
  readonly onSaveState: OnSaveState;
  readonly keyOf: KeyOf | undefined;
  readonly accepted: readonly ContradictionCode[];
  readonly locks: SessionLocks;
};

async function readAndRecover(
  services: SessionServices,
  { path, real, onSaveState, keyOf, accepted, locks }: Opening,
): Promise<Result<OpenedSession>> {
  const read = await readProjectFile(services.files, path, keyOf, services.backups.stored);
  if (!read.ok) return read;
  // a killed writer may have renamed it just before: no journal may build on what a power cut could still undo
  await flushFolderIfPossible(services.files, dirname(real));
  const { header, sealing } = read.value;
  // a copy of our own: the keys that opened the file belong to the caller
  const keys = sealing === null ? null : openKeys(header.keys.file, sealing.key);
  const opened = await recoverRead(services, { path, onSaveState, accepted, locks, read: read.value, keys });
  if (!opened.ok) wipe(keys);
  return opened;
}

async function recoverRead(
  services: SessionServices,
  {
    path,
    onSaveState,
    accepted,
    locks,
    read,
    keys,
  }: Omit<Opening, 'keyOf' | 'real'> & { readonly read: ReadProject; readonly keys: OpenKeys | null },
): Promise<Result<OpenedSession>> {
  const { header, digest, sealing } = read;
  const key = keys?.key ?? null;
  const sealer = key === null ? null : new FileSealer(header.fileId, key);
  sealer?.remember(sealing?.blocks ?? []);
  await makeFolderIfPossible(services.files, services.journalFolder);
  // another file is a copy of this one and shares its journal
  const held = await locks.takeJournal(journalLockPathOf(services, header.fileId), basename(path));
  if (!held.ok) return held;
  if (locks.areOurs) await sweepHere(services, header.fileId);
  const kept = await readJournal(services, { fileId: header.fileId, key, earlier: keys?.earlier ?? [], digest, holder: locks.holder });
  if (!kept.ok) return kept; // it may be the only copy of the last steps: the file is not opened without it
  const { journal, entries } = kept.value;
  const inTheClear = await beyondFile(services, read, kept.value.inTheClear, keys);
  if (!inTheClear.ok) return inTheClear;
  const recovered = await recoverWithContents(services, read, entries, keys);
  if (!recovered.ok) return recovered;
  const { recovery, contents } = recovered.value;
  const comparison = await compared(services, await services.memory.read(header.fileId), {
    name: basename(path),
    read,
    reached: recovery.revision,
    accepted,
  });
  if (!comparison.ok) return comparison;
  const { remembered, found, contradiction } = comparison.value;
  if (contradiction !== null) return refuse(contradiction);
  const followed = await followJournal(services, {
    name: basename(path),
    contents,
    read,
    journal,
    entries,
    recovery,
    inTheClear: inTheClear.value,
  });
  if (!followed.ok) return followed;
  const aside = await keepOnceLegible(services, { name: basename(path), read, keys });
  const mayNameMore = found.newerJournal !== null || aside.isAnyLeft;
  await bringAlongAndSweep(services, { header, key, document: recovery.document, entries, mayNameMore });
  const project = recoveredProject({ ...read, contents }, recovery);
  const memory = memoryOf(services, { document: project.document, fileId: header.fileId, begins: asOpened(remembered, found, accepted) });
  await memory.opened();
  const session = newSession(services, { path, project, journal, recovery, read, sealer, keys, memory, locks, onSaveState });
  return ok({
    session,
    recovered: recovery.broughtBack.length,
    setAside: followed.value === 'sealed' ? 'sealed' : followed.value + aside.steps,
  });
}

type Kept = {
  readonly header: FileHeader;
  readonly key: Uint8Array | null;
  readonly document: Document;
  readonly entries: readonly JournalEntry[];
  /** Steps of a newer Tierce, or in a journal that cannot be read here, may name contents that nothing else does. */ readonly mayNameMore: boolean;
};

/** A content that could not be re-encrypted still has its old name, by which nothing names it now: then nothing is swept. */
async function bringAlongAndSweep(services: SessionServices, { header, key, mayNameMore, ...kept }: Kept): Promise<void> {
  const { isNamed, isUnderKey } = namesKept({ fileId: header.fileId, key, ...kept });
  const isAllAlong = key === null || (await sealLeftovers(services, header, key, isUnderKey));
  if (isAllAlong && !mayNameMore) await sweepContents(services, { fileId: header.fileId, key }, isNamed);
}

/**
 * Opens a file read-only, and says where it contradicts what is remembered of it: no lock is taken, its journal is not touched, nothing is
 * ever written.
 * @param place `from`: what is read, which may be a backup of the file at `path`
 * @returns or why it cannot be read
 */
export async function openReadOnly(
  services: SessionServices,
  place: { readonly path: string; readonly from: string },
  readOnly: ReadOnly,
  keyOf?: KeyOf,
): Promise<Result<ProjectSession>> {
  const read = await readProjectFile(services.files, place.from, keyOf, services.backups.stored);
  if (!read.ok) return read;
  const { header, document, history, contents, sealing } = read.value;
  const recovery = unrecovered({ document, revision: header.revision });
  const keys = sealing === null ? null : openKeys(header.keys.file, sealing.key);
  const remembered = readOnly.why === 'backup' ? null : await services.memory.read(header.fileId); // a backup has the keys of its time
  const doubt = isRemembered(document)
    ? contradictionOf(remembered, { name: basename(place.path), header, reached: header.revision, newerJournal: null }, [])
    : null;
  const memory = memoryOf(services, { document, fileId: header.fileId, begins: remembered ?? firstSight(header), isLookedAt: true });
  return ok(
    newSession(services, {
      path: place.path,
      project: { header, document, history, contents },
      journal: journalUnder(services, header.fileId, keys),
      recovery,
      read: read.value,
      sealer: null,
      keys,
      memory,
      locks: new SessionLocks(services, false),
      readOnly: doubt === null ? readOnly : { why: 'doubtful' },
      onSaveState: () => undefined,
    }),
  );
}
