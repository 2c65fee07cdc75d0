// Names of the small files that Tierce puts beside a user's file: made from its name, and never longer than a disk takes, whatever that name is.
import { createHash } from 'node:crypto';

/** In bytes. @source NAME_MAX of Linux; 255 UTF-16 units on NTFS, APFS and exFAT, which are never fewer */
export const LONGEST_NAME_BYTES = 255;
/** What every disk takes. @source the kernel's documentation of eCryptfs: names of 143 bytes */
const SURE_BYTES = 143;
const HASH_DIGITS = 32;

/** @returns the name with a dot before and an ending after it; of a name too long for that, its hash between both */
export function derivedName(name: string, ending: string): string {
  const plain = `.${name}${ending}`;
  return Buffer.byteLength(plain) <= SURE_BYTES
    ? plain
    : `.${createHash('sha256').update(name).digest('hex').slice(0, HASH_DIGITS)}${ending}`;
}
