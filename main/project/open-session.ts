// Opens a project file into a session, or creates one: reads, recovers what a crash left in the journal, notes where it stands.
import { join } from 'node:path';
import type { CommandContext } from '@domain/commands/context.ts';
import type { Document } from '@domain/document.ts';
import { ok, type Result } from '@domain/result.ts';
import type { SaveState } from '@contract/channels.ts';
import type { FileHeader, Project } from '../files/envelope.ts';
import type { FileSystem } from '../files/file-system.ts';
import type { Footprint } from '../files/footprint.ts';
import { type AdapterOptions, ProjectAdapter } from '../files/project-adapter.ts';
import type { KeyOf } from '../files/parse-project.ts';
import { readProjectFile } from '../files/read-project-file.ts';
import { Journal, PLAIN_LINES } from '../journal/journal.ts';
import { markOf, recover, type Recovery } from '../journal/recover.ts';
import { sealedLines } from '../journal/sealed-lines.ts';
import { SectionSealer } from '../vault/sealed-file.ts';
import type { Later } from './later.ts';
import { ProjectSession } from './project-session.ts';

/** What sessions share: the disk, the place of journals, the clock. */
export type SessionServices = {
  readonly files: FileSystem;
  readonly journalFolder: string;
  readonly newId: () => string;
  readonly context: () => CommandContext;
  readonly later: Later;
};
export type OpenedSession = { readonly session: ProjectSession; readonly recovered: number; readonly setAside: number };
type OnSaveState = (state: SaveState) => void;

/**
 * @param keyOf asked for the key of a sealed file; without it such a file is refused as file-sealed
 * @returns the session with what recovery did; or why the file cannot be read, in which case nothing was written anywhere
 */
export async function openSession(services: SessionServices, path: string, onSaveState: OnSaveState, keyOf?: KeyOf): Promise<Result<OpenedSession>> {
  const read = await readProjectFile(services.files, path, keyOf);
  if (!read.ok) return read;
  const { header, document, digest, footprint, sealing } = read.value;
  const sealer = sealing === null ? null : new SectionSealer(header.fileId, sealing.key);
  if (sealing !== null && sealing.sections !== null) sealer?.remember(document, sealing.sections);
  const journal = journalOf(services, header.fileId, sealing?.key ?? null);
  const entries = await journal.read();
  if (!entries.ok) return entries; // it may hold the only copy of the last steps: nothing is opened over it
  const known = entries.value;
  const recovery = recover({ document, revision: header.revision, digest }, known, services.context().today);
  if (recovery.setAside > 0) await journal.setAside(services.newId());
  const isFollowed = markOf(known, digest) !== -1 && recovery.setAside === 0;
  const broughtBack = recovery.steps.slice(recovery.steps.length - recovery.recovered);
  if (isFollowed) await journal.compact(known, services.newId());
  else await journal.rewrite([{ kind: 'saved', revision: header.revision, digest }, ...broughtBack.map((step) => ({ kind: 'step' as const, step }))], services.newId());
  const project = recoveredProject({ header, document }, recovery);
  const session = newSession(services, { path, project, journal, recovery, footprint, sealer, onSaveState });
  return ok({ session, recovered: recovery.recovered, setAside: recovery.setAside });
}

/** Writes a new file, which must not exist yet, and opens it. @returns the session; or file-exists, disk-*. */
export async function createSession(services: SessionServices, path: string, document: Document, onSaveState: OnSaveState): Promise<Result<ProjectSession>> {
  const { now, by } = services.context();
  const header: FileHeader = { fileId: services.newId(), copyOf: null, revision: 0, savedBy: by, savedAt: now, keys: { file: null, vault: null } };
  const recovery: Recovery = { document, revision: 0, steps: [], recovered: 0, setAside: 0 };
  const session = newSession(services, { path, project: { header, document }, journal: journalOf(services, header.fileId, null), recovery, footprint: null, sealer: null, onSaveState, isNew: true });
  const state = await session.save();
  if (state.failure === null) return ok(session);
  await session.close(true);
  return { ok: false, failure: state.failure };
}

type Parts = {
  readonly path: string; readonly project: Project; readonly journal: Journal; readonly recovery: Recovery; readonly footprint: Footprint | null; readonly sealer: SectionSealer | null;
  readonly onSaveState: OnSaveState; readonly isNew?: boolean;
};

function newSession(services: SessionServices, { path, project, journal, recovery, footprint, sealer, onSaveState, isNew = false }: Parts): ProjectSession {
  const note: AdapterOptions['note'] = async (mark, digest, revision) => {
    const entry = { kind: mark, revision, digest };
    await (mark === 'saving' ? journal.append([entry]) : journal.remark(entry)); // when it fails the file is written all the same: two places are better than none
  };
  const adapter = new ProjectAdapter(services.files, { path, newId: services.newId, sealer, footprint, note });
  const isSaved = !isNew && recovery.recovered === 0;
  return new ProjectSession({ path, project, steps: recovery.steps, isSaved, adapter, journal, context: services.context, later: services.later, onSaveState });
}

/** The last recovered step says who made it and when. */
function recoveredProject({ header }: Project, { document, revision, steps, recovered }: Recovery): Project {
  const last = recovered === 0 ? undefined : steps.at(-1);
  return { document, header: last === undefined ? header : { ...header, revision, savedBy: last.by, savedAt: last.at } };
}

function journalOf(services: SessionServices, fileId: string, key: Uint8Array | null): Journal {
  return new Journal(services.files, join(services.journalFolder, `${fileId}.jsonl`), key === null ? PLAIN_LINES : sealedLines(fileId, key));
}
