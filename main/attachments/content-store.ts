// Attached contents beside the journal and the backups, each once: safe before its record is, and shared by all backups of a file.
import { join } from 'node:path';
import type { FileFailure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { FINGERPRINT_FORM } from '@domain/tables/forms.ts';
import { type AttachedContent, contentForm } from '../files/attached-contents.ts';
import { diskFailure, errnoOf, orThrow } from '../files/disk-failure.ts';
import type { FileSystem } from '../files/file-system.ts';
import { type ContentOrigin, readContent } from '../files/read-contents.ts';
import { flushUpwards, makeFolder } from '../files/lasting-folder.ts';
import { replaceFile } from '../files/replace-file.ts';

export type ContentPlace = {
  readonly files: FileSystem;
  /** Holds a folder for each file, named by its id. */
  readonly folder: string;
  readonly newId: () => string;
};

export class ContentStore {
  readonly #place: ContentPlace;

  constructor(place: ContentPlace) {
    this.#place = place;
  }

  /** Keeps a content, in the form in which the file holds it: sealed, when the file is. @returns once it is flushed; or disk-* */
  async put(fileId: string, sha256: string, content: AttachedContent): Promise<Result<null, FileFailure>> {
    const { files, newId } = this.#place;
    try {
      await makeFolder(files, this.folderOf(fileId));
    } catch (error) {
      return refuse(diskFailure(orThrow(error), 'pièces'));
    }
    const written = await replaceFile(files, { path: join(this.folderOf(fileId), sha256), parts: contentForm(content), nonce: newId() });
    return written.ok ? ok(null) : written;
  }

  /** Keeps a content unless it is there already, in this very form: what only bears its name may be damaged, or under a key that nobody has any more. */
  async putOnce(fileId: string, sha256: string, content: AttachedContent): Promise<Result<null, FileFailure>> {
    return (await this.#holds(fileId, sha256, content)) ? ok(null) : this.put(fileId, sha256, content);
  }

  async #holds(fileId: string, sha256: string, content: AttachedContent): Promise<boolean> {
    try {
      const kept = await this.#place.files.readFile(join(this.folderOf(fileId), sha256));
      const isHeld = kept.equals(Buffer.concat(contentForm(content)));
      if (isHeld) await flushUpwards(this.#place.files, this.folderOf(fileId)); // its name may be from a try that failed just there
      return isHeld;
    } catch (error) {
      orThrow(error);
      return false; // what cannot be read is written anew, and that tells what is wrong
    }
  }

  /** @returns a content that is what its hash says; `null` when there is none that can be read */
  async get(sha256: string, origin: ContentOrigin): Promise<AttachedContent | null> {
    const found = await this.find(sha256, origin);
    return found.ok ? found.value : null;
  }

  /** @returns the same, or a disk-* failure: what cannot be read just now is not what is not there */
  async find(sha256: string, origin: ContentOrigin): Promise<Result<AttachedContent | null, FileFailure>> {
    if (!FINGERPRINT_FORM.test(sha256)) return ok(null);
    try {
      const text = await this.#place.files.readFile(join(this.folderOf(origin.fileId), sha256), 'utf8');
      return ok(readContent(sha256, JSON.parse(text), origin));
    } catch (error) {
      if (error instanceof SyntaxError || errnoOf(error) === 'ENOENT') return ok(null);
      return refuse(diskFailure(orThrow(error), 'pièces'));
    }
  }

  /** @returns the hash of every content kept for a file; or a disk-* failure */
  async list(fileId: string): Promise<Result<readonly string[], FileFailure>> {
    try {
      return ok((await this.#place.files.readdir(this.folderOf(fileId))).filter((name) => FINGERPRINT_FORM.test(name)));
    } catch (error) {
      return errnoOf(error) === 'ENOENT' ? ok([]) : refuse(diskFailure(orThrow(error), 'pièces'));
    }
  }

  /** Lets go of the contents that nothing names any more. */
  async keepOnly(fileId: string, isNamed: (sha256: string) => boolean): Promise<void> {
    const kept = await this.list(fileId);
    try {
      for (const sha256 of kept.ok ? kept.value : []) if (!isNamed(sha256)) await this.#place.files.rm(join(this.folderOf(fileId), sha256), { force: true });
    } catch (error) {
      orThrow(error); // one that cannot be removed does no harm, and is let go of another time
    }
  }

  async removeAll(fileId: string): Promise<Result<null, FileFailure>> {
    try {
      await this.#place.files.rm(this.folderOf(fileId), { recursive: true, force: true });
      return ok(null);
    } catch (error) {
      return refuse(diskFailure(orThrow(error), 'pièces'));
    }
  }

  /** Holds the contents of one file alone. */
  folderOf(fileId: string): string {
    return join(this.#place.folder, fileId);
  }
}
