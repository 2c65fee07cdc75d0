// Attached contents of a damaged file: those that match their hash, and the records that name one that does not.
import type { AttachedContent, Contents } from '../files/attached-contents.ts';
import { type ContentOrigin, readContent } from '../files/read-contents.ts';
import type { Pieces } from './pieces.ts';
import type { Placed } from './place-records.ts';

/** @returns the contents that are whole, whatever else is there under the same hash */
export function soundContents({ contents: loose }: Pieces, origin: ContentOrigin): Contents {
  const contents = new Map<string, AttachedContent>();
  for (const [name, value] of loose) {
    const read = readContent(name, value, origin);
    if (read !== null && !contents.has(read.sha256)) contents.set(read.sha256, read.content);
  }
  return contents;
}

/** Drops the records whose content is missing. @returns how many */
export function dropWithoutContent(placed: Placed, contents: Contents): number {
  const rows = placed.get('attachments');
  let dropped = 0;
  for (const [id, { sha256 }] of rows ?? []) {
    if (contents.has(String(sha256))) continue;
    rows?.delete(id);
    dropped += 1;
  }
  return dropped;
}
