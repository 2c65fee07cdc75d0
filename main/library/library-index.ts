// The index of the library on this computer: what was read of its files is there at the next start, before they are looked at again.
import { basename, dirname } from 'node:path';
import type { FileFailure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { diskFailure, orThrow } from '../files/disk-failure.ts';
import type { FileSystem } from '../files/file-system.ts';
import { replaceFile } from '../files/replace-file.ts';
import { readRegularFile } from '../machine/regular-file.ts';
import { Turns } from '../project/turns.ts';
import { type Indexed, type IndexedFolder, indexText, readIndex } from './index-schema.ts';

/** Many times what a thousand files take. In bytes. */
const LARGEST_INDEX = 32 * 1024 * 1024;

export type IndexPlace = { readonly files: FileSystem; readonly path: string; readonly newId: () => string };

export class LibraryIndex {
  readonly #place: IndexPlace;
  readonly #turns = new Turns();
  /** Files of which nothing is kept any more while this program runs. */
  readonly #left = new Set<string>();
  /** As it stands on disk, as far as this program knows. */
  #written = '';

  constructor(place: IndexPlace) {
    this.#place = place;
  }

  /** @returns what is known of the files of a folder; nothing where it is that of another, or not sound */
  async of(folder: string): Promise<readonly Indexed[]> {
    const standing = await this.#read();
    return standing?.folder === folder ? standing.files : [];
  }

  /** Keeps what was read of a folder, in place of what was kept before. Where it cannot be kept, the files are read again the next time. */
  keep(index: IndexedFolder): Promise<void> {
    return this.#turns.take(async () => {
      await this.#write({ ...index, files: index.files.filter(({ fileId }) => !this.#left.has(fileId)) });
    });
  }

  /** @returns once nothing of a file is kept here any more, nor will be until the program ends; or a disk-* failure */
  forget(fileId: string): Promise<Result<null, FileFailure>> {
    this.#left.add(fileId);
    return this.#turns.take(async () => {
      const standing = await this.#read();
      const files = standing?.files.filter((each) => each.fileId !== fileId) ?? [];
      if (standing === null || files.length === standing.files.length) return ok(null);
      return this.#write({ ...standing, files });
    });
  }

  async #read(): Promise<IndexedFolder | null> {
    try {
      const bytes = await readRegularFile(this.#place.files, this.#place.path, LARGEST_INDEX);
      return 'not' in bytes ? null : readIndex(bytes.toString('utf8'));
    } catch (error) {
      orThrow(error);
      return null;
    }
  }

  async #write(index: IndexedFolder): Promise<Result<null, FileFailure>> {
    const { files, path, newId } = this.#place;
    const text = indexText(index);
    if (text === this.#written) return ok(null);
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
