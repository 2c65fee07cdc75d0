// The accompanist's personal file in the library folder: the same format, journal and safety as an accompaniment.
import { join } from 'node:path';
import type { Profile } from '@contract/channels.ts';
import { advance } from '@domain/guards/advance.ts';
import { emptyDocument } from '@domain/document.ts';
import { ok, type Result } from '@domain/result.ts';
import { SINGLE_ID } from '@domain/tables/tables.ts';
import { FILE_ENDING } from '../files/envelope.ts';
import { errnoOf } from '../files/disk-failure.ts';
import type { FileSystem } from '../files/file-system.ts';
import { readProjectFile } from '../files/read-project-file.ts';
import type { ProjectSession } from '../project/project-session.ts';
import { createSession, openSession, type SessionServices } from '../project/open-session.ts';
import { freePath } from '../library/library.ts';

/** Name of the personal file; the language of the file system follows the product's first one. */
const FILE_NAME = `Mon profil${FILE_ENDING}`;

/** @returns the profile kept in a folder, `null` where there is none that can be read. */
export async function readProfile(files: FileSystem, folder: string): Promise<Profile | null> {
  const path = await personalFileIn(files, folder);
  if (path === null) return null;
  const read = await readProjectFile(files, path);
  if (!read.ok) return null;
  const kept = read.value.document.desk.profile[SINGLE_ID];
  if (kept === undefined) return null;
  const { id: _, ...profile } = kept;
  return profile;
}

/** Creates the personal file, or changes it as one undoable step. @returns the profile as kept; or why it could not be. */
export async function saveProfile(services: SessionServices, folder: string, profile: Profile): Promise<Result<Profile>> {
  const path = await personalFileIn(services.files, folder);
  if (path === null) return createPersonalFile(services, folder, profile);
  const opened = await openSession(services, path, () => undefined);
  if (!opened.ok) return opened;
  const { session } = opened.value;
  const changed = await session.run(services.newId(), { name: 'record.update', args: { table: 'profile', id: SINGLE_ID, fields: profile } });
  const closed = await closedOrGone(session);
  if (!changed.ok) return changed;
  return closed.ok ? ok(profile) : closed;
}

async function createPersonalFile(services: SessionServices, folder: string, profile: Profile): Promise<Result<Profile>> {
  const record = { id: SINGLE_ID, ...profile };
  const document = advance(emptyDocument('person'), [{ table: 'profile', id: SINGLE_ID, before: null, after: record }], services.context().today);
  if (!document.ok) return document;
  await makeFolder(services.files, folder);
  const path = await freePath(services.files, folder, FILE_NAME, FILE_ENDING);
  const session = await createSession(services, path, document.value, () => undefined);
  if (!session.ok) return session;
  const closed = await closedOrGone(session.value);
  return closed.ok ? ok(profile) : closed;
}

/** What could not be written is told as refused: it is not written later, and holds nothing. */
async function closedOrGone(session: ProjectSession): Promise<Result<null>> {
  const closed = await session.close(false);
  if (!closed.ok) await session.abandon();
  return closed;
}

/** Any file of that name, numbered or not, that holds a person: the first that can be read. */
async function personalFileIn(files: FileSystem, folder: string): Promise<string | null> {
  for (const name of await namesIn(files, folder)) {
    const path = join(folder, name);
    const read = await readProjectFile(files, path);
    if (read.ok && read.value.document.kind === 'person') return path;
  }
  return null;
}

async function namesIn(files: FileSystem, folder: string): Promise<readonly string[]> {
  try {
    return (await files.readdir(folder)).filter((name) => name.startsWith('Mon profil') && name.endsWith(FILE_ENDING)).toSorted();
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return [];
  }
}

/** Makes the library folder; a disk that refuses says so when the file is written. */
export async function makeFolder(files: FileSystem, folder: string): Promise<void> {
  try {
    await files.mkdir(folder, { recursive: true });
  } catch (error) {
    if (errnoOf(error) === null) throw error;
  }
}
