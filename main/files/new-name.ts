// Names of the files that we make for the user: from a title or another file's name, valid on every system, and not taken.
import { join } from 'node:path';
import { beginningOf, fittingName, type NameParts, type Room } from '@domain/file-name.ts';
import { cleanLine } from '@domain/writing/clean.ts';
import { LONGEST_NAME_BYTES } from './derived-name.ts';
import { errnoOf } from './disk-failure.ts';
import type { FileSystem } from './file-system.ts';

/** For a name on the disk. */
export const ON_DISK: Room = { most: LONGEST_NAME_BYTES, sizeOf: (text) => Buffer.byteLength(text) };
/** For a name made from a title: short enough for a list, and for disks that accept fewer bytes than most. */
const OF_TITLE: Room = { ...ON_DISK, most: 150 };

/** Characters that some system forbids in file names. */
// eslint-disable-next-line no-control-regex -- control characters are among them
const FORBIDDEN = /[\u0000-\u001f<>:"/\\|?*\u007f]/g;
/** Names of devices, which Windows treats as such whatever their ending. */
export const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** @returns a file name for a title, accepted by every system */
export function fileNameFor(title: string, ending: string): string {
  return `${stemFor(title)}${ending}`;
}

/** @returns the same without an ending */
export function stemFor(title: string): string {
  const plain = cleanLine(title.replace(FORBIDDEN, ' '))
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const short = beginningOf(plain, OF_TITLE).trim();
  return short === '' || RESERVED.test(short) ? `Tierce ${short}`.trim() : short;
}

/** `around`: what the name has besides its ending and a number, such as a date. */
export type NewName = NameParts & { readonly around?: (stem: string) => string };

/** @returns a free path in `folder` for that name, numbered if taken: `Titre (2).tierce`. A stem too long for the rest is cut. */
export async function freePath(files: FileSystem, folder: string, name: NewName): Promise<string> {
  const { stem, ending, around = (cut: string): string => cut } = name;
  for (let number = 1; ; number += 1) {
    const tail = number === 1 ? ending : ` (${number})${ending}`;
    const path = join(
      folder,
      fittingName(stem, (cut) => `${around(cut)}${tail}`, ON_DISK),
    );
    try {
      await files.lstat(path);
    } catch (error) {
      if (errnoOf(error) === null) throw error;
      return path; // nothing is there, or nothing that we may see: writing will report it
    }
  }
}
