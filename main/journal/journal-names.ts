// The names of journals: of a file's current journal, of those that were set aside, and the endings that distinguish formats.
import { basename, dirname, join } from 'node:path';
import { OWN_PLACES, type FileFailure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { diskFailure, isNothingThere, orThrow } from '../files/disk-failure.ts';
import { FORMAT_VERSION } from '../files/envelope.ts';
import type { FileSystem } from '../files/file-system.ts';
import { removeLeftovers } from '../files/replace-file.ts';

/** The first format whose journals have its number in their name: all earlier ones share one ending. */
const FIRST_NUMBERED = 4;
const OLD_ENDING = '.jsonl';

/** For the journals of this format: an older Tierce does not look for this name, so it neither reads nor writes them. */
export const JOURNAL_ENDING = endingOf(FORMAT_VERSION);

/** Of the earlier formats, the newest first. */
const OLDER_ENDINGS: readonly string[] = [
  ...new Set(Array.from({ length: FORMAT_VERSION - 1 }, (_, index) => endingOf(FORMAT_VERSION - 1 - index))),
];

function endingOf(format: number): string {
  return format < FIRST_NUMBERED ? OLD_ENDING : `.${format}${OLD_ENDING}`;
}

/** No id contains `~`, so the name alone says whose journal it is. */
const SET_ASIDE_FORM = /^set-aside-([a-z0-9-]{8,64})~[A-Za-z0-9-]{1,64}(?:\.([1-9]\d{0,5}))?\.jsonl$/;
/** As an older Tierce named them, with a UUID to make them unique. */
const OLD_FORM = /^set-aside-([a-z0-9-]{8,64})-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.jsonl$/;
const OWN_FORM = /^([a-z0-9-]{8,64})(?:\.([1-9]\d{0,5}))?\.jsonl$/;
const ENDING_FORM = /(?:\.[1-9]\d{0,5})?\.jsonl$/;

/** A journal as its name describes it. `format`: 0 for the ending without a number. */
export type NamedJournal = { readonly path: string; readonly format: number; readonly isSetAside: boolean };

/** @returns the path of a file's journal */
export function journalPath(folder: string, fileId: string): string {
  return join(folder, `${fileId}${JOURNAL_ENDING}`);
}

/**
 * @returns the paths under which an older Tierce keeps that file's journal, the newest format first; none for a journal that was set aside
 */
export function olderPaths(path: string): readonly string[] {
  const name = basename(path);
  const fileId = OWN_FORM.exec(name)?.[1];
  return fileId === undefined || name !== `${fileId}${JOURNAL_ENDING}`
    ? []
    : OLDER_ENDINGS.map((ending) => join(dirname(path), `${fileId}${ending}`));
}

/**
 * @returns what the journal lock of a file is named after: the same in every format, so that an older and a newer Tierce with two copies
 * of one file see each other
 */
export function journalLockPath(folder: string, fileId: string): string {
  return join(folder, `${fileId}${OLD_ENDING}`);
}

/** @returns the name of a journal that was set aside; it says of which file, so that it is sealed and removed along with it */
export function setAsideName(path: string, nonce: string): string {
  const name = basename(path);
  const ending = ENDING_FORM.exec(name)?.[0] ?? '';
  return `set-aside-${name.slice(0, name.length - ending.length)}~${nonce}${ending}`;
}

/** Precedes the nonce in the name of a journal that could not be read here when it was set aside. */
const UNREAD = 'unread-';
const UNREAD_FORM = new RegExp(`^(set-aside-[^~]+~)${UNREAD}`);

/** @returns the nonce of a journal that is set aside unread: its name then says that it is still to be read */
export function unreadNonce(nonce: string): string {
  return `${UNREAD}${nonce}`;
}

/** @returns whether the name of a journal that was set aside says that it is still to be read */
export function isUnread(path: string): boolean {
  return UNREAD_FORM.test(basename(path));
}

/** Such a journal has been read, and its name no longer says otherwise. If it cannot be renamed, it is read once more. */
export async function noteRead(files: FileSystem, path: string): Promise<void> {
  try {
    await files.rename(path, join(dirname(path), basename(path).replace(UNREAD_FORM, '$1')));
  } catch (error) {
    orThrow(error);
  }
}

/**
 * @returns every journal of a file, of any format, set aside or not; or a disk-* failure: if the folder cannot be listed, that does not
 * mean that there is none
 */
export async function journalsOf(files: FileSystem, folder: string, fileId: string): Promise<Result<readonly NamedJournal[], FileFailure>> {
  try {
    return ok((await files.readdir(folder)).flatMap((name) => namedJournal(folder, name, fileId) ?? []));
  } catch (error) {
    return isNothingThere(error) ? ok([]) : refuse(diskFailure(orThrow(error), OWN_PLACES.journal));
  }
}

function namedJournal(folder: string, name: string, fileId: string): NamedJournal | null {
  const aside = SET_ASIDE_FORM.exec(name) ?? OLD_FORM.exec(name);
  const [, whose, format] = aside ?? OWN_FORM.exec(name) ?? [];
  return whose === fileId ? { path: join(folder, name), format: Number(format ?? 0), isSetAside: aside !== null } : null;
}

/** @returns the journals of a file that were set aside and can be read here; or a disk-* failure */
export async function setAsideJournals(files: FileSystem, folder: string, fileId: string): Promise<Result<readonly string[], FileFailure>> {
  const all = await journalsOf(files, folder, fileId);
  return all.ok ? ok(all.value.filter(({ isSetAside, format }) => isSetAside && format <= FORMAT_VERSION).map(({ path }) => path)) : all;
}

/** @returns the journals in which a newer Tierce records changes of a file: not ours to read or touch; or a disk-* failure */
export async function newerJournals(
  files: FileSystem,
  folder: string,
  fileId: string,
): Promise<Result<readonly NamedJournal[], FileFailure>> {
  const all = await journalsOf(files, folder, fileId);
  return all.ok ? ok(all.value.filter(({ isSetAside, format }) => !isSetAside && format > FORMAT_VERSION)) : all;
}

/** @returns whether a newer Tierce has written anything about a file here, set aside or not; or a disk-* failure */
export async function isNotedByNewer(files: FileSystem, folder: string, fileId: string): Promise<Result<boolean, FileFailure>> {
  const all = await journalsOf(files, folder, fileId);
  return all.ok ? ok(all.value.some(({ format }) => format > FORMAT_VERSION)) : all;
}

/** Removes the journals of a file, of every format, set aside or not: the file holds their content, or it is not wanted here. */
export async function removeJournals(files: FileSystem, folder: string, fileId: string): Promise<Result<null, FileFailure>> {
  const all = await journalsOf(files, folder, fileId);
  if (!all.ok) return all;
  try {
    for (const { path } of all.value) {
      await removeLeftovers(files, path);
      await files.rm(path, { force: true });
    }
    return ok(null);
  } catch (error) {
    return refuse(diskFailure(orThrow(error), OWN_PLACES.journal));
  }
}
