// Says whether a text can be a file's bare name on every system, since the file may travel on a stick.
import { ON_DISK, RESERVED } from '../files/new-name.ts';

const FORBIDDEN = /[\p{Cc}/\\:*?"<>|]/u;

/** @returns whether the name contains no folder and every system accepts it */
export function isBareName(name: string): boolean {
  if (name === '' || name !== name.trim() || name.startsWith('.') || name.endsWith('.')) return false;
  return !FORBIDDEN.test(name) && !RESERVED.test(name) && ON_DISK.sizeOf(name) <= ON_DISK.most;
}
