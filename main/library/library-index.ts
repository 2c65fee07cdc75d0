// The index of the library on this computer: what was read of its files is there at the next start, before they are looked at again.
import { basename, dirname } from 'node:path';
import type { FileFailure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { diskFailure, isNothingThere, orThrow } from '../files/disk-failure.ts';
import type { FileSystem } from '../files/file-system.ts';
import { replaceFile } from '../files/replace-file.ts';
import { readRegularFile } from '../machine/regular-file.ts';
import { Turns } from '../project/turns.ts';
import { type Indexed, type IndexedFolder, indexText, readIndex } from './index-schema.ts';

/** Many times what a thousand files take. In bytes. */
const LARGEST_INDEX = 32 * 1024 * 1024;

const EMPTY: IndexedFolder = { folder: '', files: [] };

export type IndexPlace = { readonly files: FileSystem; readonly path: string; readonly newId: () => string };

export class LibraryIndex {
  readonly #place: IndexPlace;
  readonly #turns = new Turns();
  /** Files of which nothing is kept any more while this program runs. */
  readonly #left = new Set<string>();
  /** The last that this program has written: the same again is no work for the disk. */
  #written = '';

  constructor(place: IndexPlace) {
    this.#place = place;
  }

  /** @returns what is known of the files of a folder; nothing where it is that of another, not sound, or cannot be read: the files can */
  async of(folder: string): Promise<readonly Indexed[]> {
    try {
      const standing = await this.#read();
      return typeof standing !== 'string' && standing.folder === folder ? standing.files : [];
    } catch (error) {
      orThrow(error);
      return [];
    }
  }

  /** Keeps what was read of a folder, in place of what was kept before. Where it cannot be kept, the files are read again the next time. */
  keep(index: IndexedFolder): Promise<void> {
    return this.#turns.take(async () => {
      const kept = { ...index, files: index.files.filter((each) => !('fileId' in each && this.#left.has(each.fileId))) };
      if (indexText(kept) !== this.#written) await this.#write(kept);
    });
  }

  /** @returns once nothing of a file is kept here any more, nor will be until the program ends; or a disk-* failure */
  forget(fileId: string): Promise<Result<null, FileFailure>> {
    this.#left.add(fileId);
    return this.#turns.take(async () => {
      try {
        const standing = await this.#read();
        if (standing === 'none') return ok(null);
        if (standing === 'unsound') return await this.#write(EMPTY); // whatever it says, nobody reads it any more
        const files = standing.files.filter((each) => !('fileId' in each && each.fileId === fileId));
        return files.length === standing.files.length ? ok(null) : await this.#write({ ...standing, files });
      } catch (error) {
        return refuse(diskFailure(orThrow(error), basename(this.#place.path)));
      }
    });
  }

  /** Throws what the disk says, but that nothing stands there. */
  async #read(): Promise<IndexedFolder | 'none' | 'unsound'> {
    const { files, path } = this.#place;
    try {
      const bytes = await readRegularFile(files, path, LARGEST_INDEX);
      return ('not' in bytes ? null : readIndex(bytes.toString('utf8'))) ?? 'unsound';
    } catch (error) {
      if (isNothingThere(error)) return 'none';
      throw error;
    }
  }

  async #write(index: IndexedFolder): Promise<Result<null, FileFailure>> {
    const { files, path, newId } = this.#place;
    const text = indexText(index);
    try {
      await files.mkdir(dirname(path), { recursive: true });
      const written = await replaceFile(files, { path, parts: [Buffer.from(text, 'utf8')], nonce: newId() });
      if (!written.ok) return written;
      this.#written = text;
      return ok(null);
    } catch (error) {
      return refuse(diskFailure(orThrow(error), basename(path)));
    }
  }
}
