// The accompanist's personal file in the library folder: same format, journal and safety as an accompaniment.
import { basename, join } from 'node:path';
import type { Profile } from '@contract/settings.ts';
import { advance } from '@domain/guards/advance.ts';
import { type Document, emptyDocument } from '@domain/document.ts';
import type { FileFailure } from '@domain/failures.ts';
import { partsOf } from '@domain/file-name.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { onlyOf, SINGLE_ID } from '@domain/tables/tables.ts';
import { FILE_ENDING } from '../files/envelope.ts';
import { diskFailure, errnoOf, orThrow } from '../files/disk-failure.ts';
import { readHead } from '../files/file-head.ts';
import type { FileSystem } from '../files/file-system.ts';
import { freePath } from '../files/new-name.ts';
import type { ParseFailure } from '../files/parse-project.ts';
import { readProjectFile } from '../files/read-project-file.ts';
import { makeFolderIfPossible } from '../files/lasting-folder.ts';
import type { ProjectSession } from '../project/project-session.ts';
import { createSession } from '../project/make-session.ts';
import { openSession } from '../project/open-session.ts';
import type { SessionServices } from '../project/session-services.ts';

/** Name of the personal file, in the product's first language. */
const NAME = { stem: 'Mon profil', ending: FILE_ENDING };

/** That name, with or without a number: an unreadable file of this name counts as a personal file unless it says otherwise. */
const PLAIN_NAME = /^Mon profil(?: \(\d+\))?\.tierce$/i;

type Found = { readonly path: string; readonly profile: Profile };

/** @returns the profile kept in a folder, `null` where there is none yet; or why its personal file cannot be read */
export async function readProfile(files: FileSystem, folder: string): Promise<Result<Profile | null, ParseFailure>> {
  const found = await personalFileIn(files, folder);
  return found.ok ? ok(found.value?.profile ?? null) : found;
}

/**
 * Creates the personal file, or changes it as one undoable step.
 * @returns the profile as stored; or why it could not be: a file that cannot be read is neither changed nor joined by a second one
 */
export async function saveProfile(services: SessionServices, folder: string, profile: Profile): Promise<Result<Profile>> {
  const found = await personalFileIn(services.files, folder);
  if (!found.ok) return found;
  if (found.value === null) return createPersonalFile(services, folder, profile);
  const opened = await openSession(services, found.value.path, () => undefined);
  if (!opened.ok) return opened;
  const { session } = opened.value;
  const changed = await session.run(services.newId(), {
    name: 'record.update',
    args: { table: 'profile', id: SINGLE_ID, fields: profile },
  });
  const closed = await closedOrGone(session);
  if (!changed.ok) return changed;
  return closed.ok ? ok(profile) : closed;
}

async function createPersonalFile(services: SessionServices, folder: string, profile: Profile): Promise<Result<Profile>> {
  const record = { id: SINGLE_ID, ...profile };
  const document = advance(
    emptyDocument('person'),
    [{ table: 'profile', id: SINGLE_ID, before: null, after: record }],
    services.context().today,
  );
  if (!document.ok) return document;
  await makeFolderIfPossible(services.files, folder);
  const path = await freePath(services.files, folder, NAME);
  const session = await createSession(services, path, document.value, () => undefined);
  if (!session.ok) return session;
  const closed = await closedOrGone(session.value);
  return closed.ok ? ok(profile) : closed;
}

/** What could not be written is reported as refused: it is not written later, and blocks nothing. */
async function closedOrGone(session: ProjectSession): Promise<Result<null>> {
  const closed = await session.close(false);
  if (!closed.ok) await session.abandon();
  return closed;
}

/**
 * Any file of that name, numbered or not, that holds a person: the first that can be read.
 * @returns `null` if there is none; or, if none can be read, why the first one cannot
 */
async function personalFileIn(files: FileSystem, folder: string): Promise<Result<Found | null, ParseFailure>> {
  const names = await namesIn(files, folder);
  if (!names.ok) return names;
  let trouble: ParseFailure | null = null;
  for (const name of names.value) {
    const path = join(folder, name);
    const read = await readProjectFile(files, path);
    if (read.ok && read.value.document.kind === 'person') return foundAt(path, read.value.document);
    if (!read.ok && (await mayBePersonal(files, path))) trouble ??= read.failure;
  }
  return trouble === null ? ok(null) : refuse(trouble);
}

function foundAt(path: string, { desk }: Document): Result<Found, ParseFailure> {
  const kept = onlyOf(desk.profile);
  if (kept === undefined) return refuse({ code: 'file-damaged', name: basename(path), where: 'profile' });
  const { id: _, ...profile } = kept;
  return ok({ path, profile });
}

async function mayBePersonal(files: FileSystem, path: string): Promise<boolean> {
  const kind = (await readHead(files, path))?.kind ?? null;
  return kind === null ? PLAIN_NAME.test(basename(path)) : kind === 'person';
}

async function namesIn(files: FileSystem, folder: string): Promise<Result<readonly string[], FileFailure>> {
  try {
    const names = await files.readdir(folder);
    return ok(names.filter((name) => name.startsWith(NAME.stem) && partsOf(name, FILE_ENDING).ending !== '').toSorted());
  } catch (error) {
    return errnoOf(orThrow(error)) === 'ENOENT' ? ok([]) : refuse(diskFailure(error, basename(folder)));
  }
}
