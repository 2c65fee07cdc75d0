// Translates the system's errors into the codes of the catalogue.
import type { Failure, FileFailure } from '@domain/failures.ts';

/** Our own error code, in the system's style, for a file whose owner allows nobody to write to it. */
export const WRITE_PROTECTED = 'WRITE_PROTECTED';

/**
 * @param name bare name of the file, for the message
 * @returns the failure to report to the user
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
      // a folder that cannot be made because a file has its name counts as gone
      return { code: isMakingFolder(error) ? 'disk-gone' : 'file-exists', name };
    default:
      return { code: 'disk-failure', name, cause: errnoOf(error) ?? 'unknown' };
  }
}

/** @returns the same for a folder that is to be read or made; a file may be in its place */
export function folderFailure(error: unknown, name: string): FileFailure {
  const isFile = errnoOf(orThrow(error)) === 'ENOTDIR' || (errnoOf(error) === 'EEXIST' && isMakingFolder(error));
  return isFile ? { code: 'file-not-folder', name } : diskFailure(error, name);
}

function isMakingFolder(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'mkdir';
}

/** @returns the system's code of an error (`ENOSPC`), or `null` for an error that is not the system's */
export function errnoOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}

/** @returns whether nothing is there, or nothing can be, because a file is in the place of the folder */
export function isNothingThere(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '');
}

/** @returns the error if it comes from the system; anything else is a bug and is thrown */
export function orThrow(error: unknown): unknown {
  if (errnoOf(error) === null) throw error;
  return error;
}

/** @returns whether it was the disk that refused: the same call may succeed later */
export function isOfDisk(failure: Failure): failure is FileFailure & { readonly code: `disk-${string}` } {
  return failure.code.startsWith('disk-');
}
