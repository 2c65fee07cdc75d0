// Opens a project file into a session: takes its locks, reads, recovers what a crash left in the journal.
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
import { asOpened, compared, isRemembered, memoryOf } from './memory-of.ts';
import type { ProjectSession } from './project-session.ts';
import { followJournal, leftInTheClear, recoveredProject, recoverWithContents } from './recover-journal.ts';
import { sealLeftovers } from './reseal-copies.ts';
import { holding, SessionLocks } from './session-locks.ts';
import type { OnSaveState } from './session-options.ts';
import type { SessionServices } from './session-services.ts';
import { namesKept, sweepBeside, sweepContents, sweepHere } from './sweep.ts';

export type OpenedSession = Repaired & { readonly session: ProjectSession };
export type OpeningOptions = {
  /** Asked for the key of a sealed file; without it such a file is refused as file-sealed. */
  readonly keyOf?: KeyOf | undefined;
  /** take-over: in the place of whoever holds the file, the user having been asked. */
  readonly how?: 'own' | 'take-over';
  /** What the user has accepted that the file says against what is remembered of it. */
  readonly accepted?: readonly ContradictionCode[];
};

/** @returns the session with what recovery did; or file-locked, file-write-protected, protection-lost, journal-newer, file-older, or why the file cannot be read, in which case nothing was written anywhere */
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
  if (asked !== null) return refuse(asked); // nobody's lock is taken for a file that does not open yet
  const held = await locks.takeFile(real);
  if (!held.ok) return held;
  if (locks.areOurs) await sweepBeside(services.files, real);
  return holding(locks, () => readAndRecover(services, { path, real, onSaveState, keyOf, accepted, locks }));
}

type Opening = {
  readonly path: string;
  /** Where the bytes lie: behind a symbolic link. */ readonly real: string;
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
  await flushFolderIfPossible(services.files, dirname(real)); // a writer that was killed may have renamed it only just: no journal follows what a power cut could still take back
  const { header, sealing } = read.value;
  const keys = sealing === null ? null : openKeys(header.keys.file, sealing.key); // a copy of our own: those that opened the file are somebody's
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
  const held = await locks.takeJournal(journalLockPathOf(services, header.fileId), basename(path)); // a copy of the file lies elsewhere, with the same journal
  if (!held.ok) return held;
  if (locks.areOurs) await sweepHere(services, header.fileId);
  const kept = await readJournal(services, { fileId: header.fileId, key, earlier: keys?.earlier ?? [], digest, holder: locks.holder });
  if (!kept.ok) return kept; // it may hold the only copy of the last steps: nothing is opened over it
  const { journal, entries } = kept.value;
  const inTheClear = await leftInTheClear(services, read, kept.value.inTheClear, keys);
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
  await bringAlongAndSweep(services, { header, key, document: recovery.document, entries, isNewerBeside: found.newerJournal !== null });
  const project = recoveredProject({ ...read, contents }, recovery);
  const memory = memoryOf(services, { document: project.document, fileId: header.fileId, begins: asOpened(remembered, found, accepted) });
  await memory.opened();
  const session = newSession(services, { path, project, journal, recovery, read, sealer, keys, memory, locks, onSaveState });
  return ok({ session, recovered: recovery.broughtBack.length, setAside: followed.value });
}

type Kept = {
  readonly header: FileHeader;
  readonly key: Uint8Array | null;
  readonly document: Document;
  readonly entries: readonly JournalEntry[];
  /** Steps of a newer Tierce may name contents that nothing else does. */ readonly isNewerBeside: boolean;
};

/** What could not be brought along lies under a name of before, by which nothing names it now: then nothing is swept. */
async function bringAlongAndSweep(services: SessionServices, { header, key, isNewerBeside, ...kept }: Kept): Promise<void> {
  const { isNamed, isUnderKey } = namesKept({ fileId: header.fileId, key, ...kept });
  const isAllAlong = key === null || (await sealLeftovers(services, header, key, isUnderKey));
  if (isAllAlong && !isNewerBeside) await sweepContents(services, { fileId: header.fileId, key }, isNamed);
}

/**
 * Opens a file to be looked at, which says so where it contradicts what is remembered of it: it is not locked, its journal is not touched, nothing is ever written.
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
  const remembered = readOnly.why === 'backup' ? null : await services.memory.read(header.fileId); // a backup has the keys of its day
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
