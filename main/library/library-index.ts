// The index of the library on this computer: what was read of its files is available at the next start, before they are read again.
import { basename, dirname } from 'node:path';
import type { FileFailure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { diskFailure, isNothingThere, orThrow } from '../files/disk-failure.ts';
import type { FileSystem } from '../files/file-system.ts';
import { replaceFile } from '../files/replace-file.ts';
import { readRegularFile } from '../machine/regular-file.ts';
import { Turns } from '../project/turns.ts';
import { type Indexed, type IndexedFolder, indexText, readIndex } from './index-schema.ts';

/** Many times the size for a thousand files. In bytes. */
const LARGEST_INDEX = 32 * 1024 * 1024;

const EMPTY: IndexedFolder = { folder: '', files: [] };

export type IndexPlace = { readonly files: FileSystem; readonly path: string; readonly newId: () => string };

export class LibraryIndex {
  readonly #place: IndexPlace;
  readonly #turns = new Turns();
  /** Files of which nothing may be kept while this program runs. */
  readonly #left = new Set<string>();
  /** The last index that this program has written: an identical one is not written again. */
  #written = '';

  constructor(place: IndexPlace) {
    this.#place = place;
  }

  /**
   * @returns what is known of the files of a folder; nothing if the index is another folder's, unsound or unreadable: the files themselves
   * remain
   */
  async of(folder: string): Promise<readonly Indexed[]> {
    try {
      const standing = await this.#read();
      return typeof standing !== 'string' && standing.folder === folder ? standing.files : [];
    } catch (error) {
      orThrow(error);
      return [];
    }
  }

  /** Keeps what was read of a folder, in place of the previous index. If that fails, the files are read again the next time. */
  keep(index: IndexedFolder): Promise<void> {
    return this.#turns.take(async () => {
      const kept = { ...index, files: index.files.filter((each) => !('fileId' in each && this.#left.has(each.fileId))) };
      if (indexText(kept) !== this.#written) await this.#write(kept);
    });
  }

  /** @returns once nothing of a file is kept here, nor will be until the program ends; or a disk-* failure */
  forget(fileId: string): Promise<Result<null, FileFailure>> {
    this.#left.add(fileId);
    return this.#turns.take(async () => {
      try {
        const standing = await this.#read();
        if (standing === 'none') return ok(null);
        if (standing === 'unsound') return await this.#write(EMPTY); // whatever it says, nothing reads it any more
        const files = standing.files.filter((each) => !('fileId' in each && each.fileId === fileId));
        return files.length === standing.files.length ? ok(null) : await this.#write({ ...standing, files });
      } catch (error) {
        return refuse(diskFailure(orThrow(error), basename(this.#place.path)));
      }
    });
  }

  /** Throws disk errors, except that there is no such file. */
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
