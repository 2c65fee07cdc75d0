// Puts what the system says of a failed call into the codes of the catalogue.
import type { Failure, FileFailure } from '@domain/failures.ts';

/** What we say ourselves, in the way of the system, of a file whose owner lets nobody write to it. */
export const WRITE_PROTECTED = 'WRITE_PROTECTED';

/**
 * @param name bare name of the file, for the message
 * @returns the failure that the user is told
 */
export function diskFailure(error: unknown, name: string): FileFailure {
  switch (errnoOf(error)) {
    case 'ENOENT':
      return { code: 'disk-gone', name };
    case 'ENOTDIR':
    case 'ENODEV':
    case 'ENXIO':
    case 'ESTALE':
      return { code: 'disk-gone', name };
    case 'ENOSPC':
    case 'EDQUOT':
      return { code: 'disk-full', name };
    case WRITE_PROTECTED:
      return { code: 'file-write-protected', name };
    case 'EROFS':
      return { code: 'disk-read-only', name };
    case 'EACCES':
    case 'EPERM':
      return { code: 'disk-denied', name };
    case 'EBUSY':
    case 'ETXTBSY':
      return { code: 'disk-busy', name };
    case 'EISDIR':
      return { code: 'file-is-folder', name };
    case 'ELOOP':
      return { code: 'file-link-broken', name };
    case 'EMFILE':
    case 'ENFILE':
      return { code: 'disk-crowded', name };
    case 'ENAMETOOLONG':
    case 'EILSEQ':
      return { code: 'file-name-impossible', name };
    case 'EEXIST':
      return { code: isMakingFolder(error) ? 'disk-gone' : 'file-exists', name }; // a folder that cannot be made since a file stands there is as one that has gone
    default:
      return { code: 'disk-failure', name, cause: errnoOf(error) ?? 'unknown' };
  }
}

/** @returns the same for a folder that is to be read or made, in whose place a file may stand */
export function folderFailure(error: unknown, name: string): FileFailure {
  const isFile = errnoOf(orThrow(error)) === 'ENOTDIR' || (errnoOf(error) === 'EEXIST' && isMakingFolder(error));
  return isFile ? { code: 'file-not-folder', name } : diskFailure(error, name);
}

function isMakingFolder(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'mkdir';
}

/** @returns the system's code of an error (`ENOSPC`), or `null` for an error that is not the system's. */
export function errnoOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** @returns whether nothing stands there, or nothing can, since a file stands in the place of the folder */
export function isNothingThere(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '');
}

/** What the system says is told; anything else is a bug. @returns the error, when it is the system's. Throws it otherwise. */
export function orThrow(error: unknown): unknown {
  if (errnoOf(error) === null) throw error;
  return error;
}

/** @returns whether it was the disk that refused: what it says now it may not say later */
export function isOfDisk(failure: Failure): failure is FileFailure & { readonly code: `disk-${string}` } {
  return failure.code.startsWith('disk-');
}
