// Puts what the system says of a failed call into the codes of the catalogue.
import type { FileFailure } from '@domain/failures.ts';

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
    case 'ENAMETOOLONG':
    case 'EILSEQ':
      return { code: 'file-name-impossible', name };
    case 'EEXIST':
      return { code: 'file-exists', name };
    default:
      return { code: 'disk-failure', name, cause: errnoOf(error) ?? 'unknown' };
  }
}

/** @returns the system's code of an error (`ENOSPC`), or `null` for an error that is not the system's. */
export function errnoOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null;
}
