// The names of journals: that of a file, and those that were put aside.
import { basename, join } from 'node:path';
import type { FileFailure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { diskFailure, errnoOf, orThrow } from '../files/disk-failure.ts';
import type { FileSystem } from '../files/file-system.ts';

export const JOURNAL_ENDING = '.jsonl';

/** `~` stands in no id: whose journal it is can be read from the name alone. */
const SET_ASIDE_FORM = new RegExp(`^set-aside-([a-z0-9-]{8,64})~[A-Za-z0-9-]{1,64}\\${JOURNAL_ENDING}$`);
/** As an older Tierce named them, with the UUID that told them apart. */
const OLD_FORM = new RegExp(`^set-aside-([a-z0-9-]{8,64})-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\${JOURNAL_ENDING}$`);

/** @returns where the journal of a file lies */
export function journalPath(folder: string, fileId: string): string {
  return join(folder, `${fileId}${JOURNAL_ENDING}`);
}

/** @returns the name of a journal that was put aside; it says of which file, so that it is sealed and removed along with it */
export function setAsideName(path: string, nonce: string): string {
  return `set-aside-${basename(path, JOURNAL_ENDING)}~${nonce}${JOURNAL_ENDING}`;
}

/** @returns the journals of a file that were put aside; or a disk-* failure: what cannot be looked for is not what is not there */
export async function setAsideJournals(files: FileSystem, folder: string, fileId: string): Promise<Result<readonly string[], FileFailure>> {
  const isOf = (name: string): boolean => (SET_ASIDE_FORM.exec(name) ?? OLD_FORM.exec(name))?.[1] === fileId;
  try {
    return ok((await files.readdir(folder)).filter(isOf).map((name) => join(folder, name)));
  } catch (error) {
    return errnoOf(error) === 'ENOENT' ? ok([]) : refuse(diskFailure(orThrow(error), 'journal'));
  }
}

/** Removes the journal of a file and those that were put aside: what they hold is in the file, or is not wanted here. */
export async function removeJournals(files: FileSystem, folder: string, fileId: string): Promise<Result<null, FileFailure>> {
  const aside = await setAsideJournals(files, folder, fileId);
  if (!aside.ok) return aside;
  try {
    for (const path of [journalPath(folder, fileId), ...aside.value]) await files.rm(path, { force: true });
    return ok(null);
  } catch (error) {
    return refuse(diskFailure(orThrow(error), 'journal'));
  }
}
