// Names of attached contents in a sealed file: with their plain hash, anyone who has the same document could tell that it is in there.
import { createHmac, hkdfSync } from 'node:crypto';
import { KEY_BYTES, using } from './seal.ts';

/** @returns the name of a content, which only the key of the file reveals; in hexadecimal, as long as the hash */
export function contentName(key: Uint8Array, sha256: string): string {
  const naming = Buffer.from(hkdfSync('sha256', key, Buffer.alloc(0), 'tierce attachment names', KEY_BYTES));
  return using(naming, (own) => createHmac('sha256', own).update(sha256).digest('hex'));
}
