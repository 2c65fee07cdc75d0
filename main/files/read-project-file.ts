// Reads a project file from the disk, whatever is there: a folder, a huge file, no rights, noise.
import { basename } from 'node:path';
import type { FileFailure } from '@domain/failures.ts';
import { refuse, type Result } from '@domain/result.ts';
import { diskFailure, errnoOf } from './disk-failure.ts';
import { LARGEST_FILE_BYTES } from './envelope.ts';
import type { FileSystem } from './file-system.ts';
import { whyAbsent } from '../machine/absent-file.ts';
import { type Beginning, readRegularFile, type Unread } from '../machine/regular-file.ts';
import type { StoredContent } from './read-contents.ts';
import { HEAD_BYTES, type KeyOf, type ParsedProject, type ParseFailure, parseProject, saysThatItIsOurs } from './parse-project.ts';

/** An unrelated file in the folder, of any size, is not read entirely to find out that it is one. */
const OURS: Beginning = { bytes: HEAD_BYTES, isWanted: saysThatItIsOurs };

/** A project as read. */
export type ReadProject = ParsedProject;

/** @returns the project; or a failure of `parseProject`, file-is-folder, disk-*, or one of `whyAbsent`. The file is never written. */
export async function readProjectFile(
  files: FileSystem,
  path: string,
  keyOf?: KeyOf,
  stored?: StoredContent,
): Promise<Result<ReadProject, ParseFailure>> {
  const name = basename(path);
  try {
    const bytes = await readRegularFile(files, path, LARGEST_FILE_BYTES, OURS);
    return 'not' in bytes ? refuse(unreadFailure(bytes, name)) : await parseProject(bytes, { name, keyOf, stored });
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return refuse(errnoOf(error) === 'ENOENT' ? await whyAbsent(files, path) : diskFailure(error, name));
  }
}

/** @returns why this is not a project file */
export function unreadFailure(unread: Unread, name: string): FileFailure {
  if (unread.not === 'bounded') return { code: 'file-too-large', name, bytes: unread.bytes };
  return { code: unread.not === 'folder' ? 'file-is-folder' : 'file-not-tierce', name };
}
