// The name under which each file was last backed up, stored beside its backups, so that they are found when the file can no longer say.
import { basename, join } from 'node:path';
import { partsOf } from '@domain/file-name.ts';
import { isOneLine } from '@domain/writing/clean.ts';
import { errnoOf } from '../files/disk-failure.ts';
import { FILE_ENDING } from '../files/envelope.ts';
import type { FileSystem } from '../files/file-system.ts';
import { readSmallFile } from '../files/read-small-file.ts';
import { replaceFile } from '../files/replace-file.ts';

/** A file among the backups, holding the bare name of the backed-up file. */
const NAME_FILE = 'name';

export type NotedName = { readonly name: string; /** When it was written, in milliseconds. */ readonly at: number };

type Noting = { readonly name: string; readonly nonce: string };

/** @param folder of the backups of one file. If this fails the backups are still found by id. */
export async function noteName(files: FileSystem, folder: string, { name, nonce }: Noting): Promise<void> {
  await replaceFile(files, { path: join(folder, NAME_FILE), parts: [Buffer.from(name, 'utf8')], nonce });
}

/** @returns the name; if none was stored, or it is not a Tierce file's, one made from the id: the backups are what counts */
export async function notedName(files: FileSystem, folder: string): Promise<NotedName> {
  const path = join(folder, NAME_FILE);
  const fallback = `${basename(folder)}${FILE_ENDING}`;
  try {
    const read = await readSmallFile(files, path);
    if (typeof read === 'string') return { name: fallback, at: 0 };
    const name = read.text;
    const isBare = name === basename(name) && partsOf(name, FILE_ENDING).ending !== '' && isOneLine(name);
    return { name: isBare ? name : fallback, at: (await files.stat(path)).mtimeMs };
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return { name: fallback, at: 0 };
  }
}
