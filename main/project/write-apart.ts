// Writes a whole file for somebody else, under the lock of its place: no file is replaced while it is open, here or elsewhere.
import { basename, dirname } from 'node:path';
import type { Exported } from '@contract/leaving.ts';
import type { FileFailure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { realPath } from '../files/real-path.ts';
import { replaceFile } from '../files/replace-file.ts';
import type { OpenProjects } from './open-projects.ts';
import { SessionLocks } from './session-locks.ts';
import type { SessionServices } from './session-services.ts';

type Where = { readonly services: SessionServices; readonly projects: OpenProjects };

/** @returns where it was written; or file-in-use, disk-* */
export async function writeApart({ services, projects }: Where, target: string, parts: readonly Uint8Array[]): Promise<Result<Exported>> {
  const real = await realPath(services.files, target);
  const inUse: FileFailure = { code: 'file-in-use', name: basename(target) };
  if (projects.sessionAt(target) !== null || projects.sessionAt(real) !== null) return refuse(inUse);
  const locks = new SessionLocks(services, false);
  try {
    const held = await locks.takeFile(real);
    if (!held.ok) return held.failure.code === 'file-locked' ? refuse(inUse) : held;
    const written = await replaceFile(services.files, { path: real, parts: [...parts], nonce: services.newId() });
    return written.ok ? ok({ name: basename(target), folderName: basename(dirname(target)), files: 1 }) : written;
  } finally {
    await locks.release();
  }
}
