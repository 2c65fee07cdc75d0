// Which files are in a folder, identified by id and not by name.
import { join } from 'node:path';
import { OWN_PLACES, type FileFailure } from '@domain/failures.ts';
import { partsOf } from '@domain/file-name.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { diskFailure, errnoOf, orThrow } from '../files/disk-failure.ts';
import { FILE_ENDING } from '../files/envelope.ts';
import { readHead } from '../files/file-head.ts';
import type { FileSystem } from '../files/file-system.ts';

/** `unread`: names of files that no longer say their id. */
export type Present = { readonly fileIds: ReadonlySet<string>; readonly unread: ReadonlySet<string> };

/** @returns none for a folder that is itself gone, since all its files went with it; or a disk-* failure */
export async function presentIn(files: FileSystem, folder: string): Promise<Result<Present, FileFailure>> {
  const fileIds = new Set<string>();
  const unread = new Set<string>();
  try {
    for (const name of (await files.readdir(folder)).filter((each) => partsOf(each, FILE_ENDING).ending !== '')) {
      const fileId = (await readHead(files, join(folder, name)))?.fileId ?? null;
      if (fileId === null) unread.add(name);
      else fileIds.add(fileId);
    }
  } catch (error) {
    if (errnoOf(orThrow(error)) !== 'ENOENT') return refuse(diskFailure(error, OWN_PLACES.folder));
  }
  return ok({ fileIds, unread });
}
