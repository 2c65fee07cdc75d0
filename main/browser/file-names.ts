// Says whether a text can be a file's bare name on every system, since the file may travel on a stick.

const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const FORBIDDEN = /[\p{Cc}/\\:*?"<>|]/u;
/** Most file systems hold 255 bytes; room is left for a suffix. */
const LONGEST_NAME_BYTES = 240;

/** @returns whether the name has no folder in it and every system takes it */
export function isBareName(name: string): boolean {
  if (name === '' || name !== name.trim() || name.startsWith('.') || name.endsWith('.')) return false;
  return !FORBIDDEN.test(name) && !RESERVED.test(name) && Buffer.byteLength(name) <= LONGEST_NAME_BYTES;
}
