// Where a path really leads: two paths to one file must find the same lock.
import { errnoOf } from './disk-failure.ts';
import type { FileSystem } from './file-system.ts';

/** @returns the path behind links; unchanged if nothing is there, which reading it will report */
export async function realPath(files: FileSystem, path: string): Promise<string> {
  try {
    return await files.realpath(path);
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return path;
  }
}
