// Stores what this computer remembers of each file: one small file per id, in the application's own folder.
import { join } from 'node:path';
import { ok, refuse, type Result } from '@domain/result.ts';
import { diskFailure, errnoOf, orThrow } from '../files/disk-failure.ts';
import type { FileSystem } from '../files/file-system.ts';
import { makeFolderIfPossible } from '../files/lasting-folder.ts';
import { readSmallFile } from '../files/read-small-file.ts';
import { removeLeftovers, replaceFile } from '../files/replace-file.ts';
import { readRemembered, type Remembered, rememberedText } from './remembered.ts';

export type FileMemoryOptions = { readonly files: FileSystem; readonly folder: string; readonly newId: () => string };

export class FileMemory {
  readonly #options: FileMemoryOptions;

  constructor(options: FileMemoryOptions) {
    this.#options = options;
  }

  /** @returns what is remembered of a file; `null` if nothing is, or it cannot be read */
  async read(fileId: string): Promise<Remembered | null> {
    const read = await this.#read(fileId);
    return read === 'later' ? null : read;
  }

  /**
   * Changes what is remembered. If it cannot be written the old memory stays, and the comparison is weaker for it, never wrong.
   * The memory of a newer Tierce is left alone.
   */
  async note(fileId: string, change: (before: Remembered | null) => Remembered | null): Promise<void> {
    const before = await this.#read(fileId);
    if (before === 'later') return;
    const after = change(before);
    if (after === null || (before !== null && rememberedText(before) === rememberedText(after))) return;
    const { files, folder, newId } = this.#options;
    await makeFolderIfPossible(files, folder);
    await replaceFile(files, { path: this.#pathOf(fileId), parts: [Buffer.from(rememberedText(after), 'utf8')], nonce: newId() });
  }

  /** Forgets everything about a file. @returns or why that could not be done: disk-* */
  async forget(fileId: string): Promise<Result<null>> {
    try {
      await this.sweep(fileId);
      await this.#options.files.rm(this.#pathOf(fileId), { recursive: true, force: true });
      return ok(null);
    } catch (error) {
      return refuse(diskFailure(orThrow(error), `${fileId}.json`));
    }
  }

  /** Removes what a killed process has left beside it. */
  sweep(fileId: string): Promise<void> {
    return removeLeftovers(this.#options.files, this.#pathOf(fileId));
  }

  async #read(fileId: string): Promise<Remembered | null | 'later'> {
    try {
      const read = await readSmallFile(this.#options.files, this.#pathOf(fileId));
      return typeof read === 'string' ? null : readRemembered(read.text);
    } catch (error) {
      if (errnoOf(error) === null) throw error;
      return null;
    }
  }

  #pathOf(fileId: string): string {
    return join(this.#options.folder, `${fileId}.json`);
  }
}
