// Finds a file that was renamed in its folder while it was open: by its id and content, never by name.
import { dirname, join } from 'node:path';
import { orThrow } from '../files/disk-failure.ts';
import { FILE_ENDING } from '../files/envelope.ts';
import { readHead } from '../files/file-head.ts';
import type { FileSystem } from '../files/file-system.ts';
import { readStanding } from '../files/standing-content.ts';
import type { SessionLocks } from './session-locks.ts';
import { lowerAscii } from '@domain/writing/ascii.ts';

export type Renamed = {
  readonly from: string;
  readonly fileId: string;
  readonly isOurs: (digest: string) => boolean;
  readonly locks: SessionLocks;
};

/** @returns its new path, with its lock taken there; `null` if it is nowhere in that folder, or somebody else has it open */
export async function followRenamed(files: FileSystem, { from, fileId, isOurs, locks }: Renamed): Promise<string | null> {
  const folder = dirname(from);
  for (const name of await namesIn(files, folder)) {
    const path = join(folder, name);
    const head = await readHead(files, path);
    if (head === null || head.fileId !== fileId) continue;
    const standing = await readStanding(files, path);
    const isIt = standing.ok && standing.value !== null && standing.value.digest !== null && isOurs(standing.value.digest);
    if (isIt && (await locks.followTo(path)).ok) return path;
  }
  return null;
}

async function namesIn(files: FileSystem, folder: string): Promise<readonly string[]> {
  try {
    return (await files.readdir(folder)).filter((name) => lowerAscii(name).endsWith(FILE_ENDING));
  } catch (error) {
    orThrow(error);
    return []; // a folder that is gone or unreadable is reported by the write
  }
}
