// Reads a project file from the disk, whatever stands there: a folder, a huge file, no rights, noise.
import { basename } from 'node:path';
import { refuse, type Result } from '@domain/result.ts';
import { diskFailure, errnoOf } from './disk-failure.ts';
import { LARGEST_FILE_BYTES } from './envelope.ts';
import type { FileSystem } from './file-system.ts';
import type { StoredContent } from './read-contents.ts';
import { type KeyOf, type ParsedProject, type ParseFailure, parseProject } from './parse-project.ts';

/** A project as read. */
export type ReadProject = ParsedProject;

/** @returns the project; or what `parseProject` refuses, or file-not-found, file-is-folder, disk-*. The file is never written. */
export async function readProjectFile(files: FileSystem, path: string, keyOf?: KeyOf, stored?: StoredContent): Promise<Result<ReadProject, ParseFailure>> {
  const name = basename(path);
  try {
    const look = await files.stat(path);
    if (look.isDirectory()) return refuse({ code: 'file-is-folder', name });
    if (!look.isFile()) return refuse({ code: 'file-not-tierce', name });
    if (look.size > LARGEST_FILE_BYTES) return refuse({ code: 'file-too-large', name, bytes: look.size });
    const bytes = await files.readFile(path);
    return await parseProject(bytes, { name, keyOf, stored });
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return refuse(errnoOf(error) === 'ENOENT' ? { code: 'file-not-found', name } : diskFailure(error, name));
  }
}
