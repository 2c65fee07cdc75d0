// Attached contents of a damaged file: those that match their hash, and the records that name one that does not.
import { TABLES_WITH_CONTENTS, withoutLostContents } from '@domain/tables/contents.ts';
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

/** Drops the records whose content is missing, and takes a missing copy from those that live without one. @returns how many records that is */
export function dropLostContents(placed: Placed, contents: Pick<Contents, 'has'>): number {
  let lost = 0;
  for (const table of TABLES_WITH_CONTENTS) {
    const rows = placed.get(table);
    for (const [id, record] of rows ?? []) {
      const left = withoutLostContents(table, record, (sha256) => contents.has(sha256));
      if (left === record) continue;
      if (left === null) rows?.delete(id);
      else rows?.set(id, left);
      lost += 1;
    }
  }
  return lost;
}
