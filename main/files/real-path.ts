// Where a path really leads: two ways to one file must find one lock.
import { errnoOf } from './disk-failure.ts';
import type { FileSystem } from './file-system.ts';

/** @returns the path behind links; as it is where nothing stands there, which whoever reads it is told */
export async function realPath(files: FileSystem, path: string): Promise<string> {
  try {
    return await files.realpath(path);
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return path;
  }
}
