// Names of the small files that Tierce puts beside a user's file: made from its name, and never longer than the disk allows.
import { createHash } from 'node:crypto';

/** In bytes. @source NAME_MAX of Linux; 255 UTF-16 units on NTFS, APFS and exFAT, which never allow less */
export const LONGEST_NAME_BYTES = 255;
/** A length that every disk accepts. @source the kernel's documentation of eCryptfs: names of 143 bytes */
const SURE_BYTES = 143;
const HASH_DIGITS = 32;

/** @returns the name with a dot before and an ending after it; if it is too long for that, its hash in place of the name */
export function derivedName(name: string, ending: string): string {
  const plain = `.${name}${ending}`;
  return Buffer.byteLength(plain) <= SURE_BYTES
    ? plain
    : `.${createHash('sha256').update(name).digest('hex').slice(0, HASH_DIGITS)}${ending}`;
}
