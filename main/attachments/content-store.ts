// Attached contents beside the journal and the backups, each once: safe before its record is, and shared by all backups of a file.
import { join } from 'node:path';
import { OWN_PLACES, type FileFailure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { FINGERPRINT_FORM } from '@domain/tables/forms.ts';
import { type AttachedContent, contentForm } from '../files/attached-contents.ts';
import { diskFailure, errnoOf, orThrow } from '../files/disk-failure.ts';
import type { FileSystem } from '../files/file-system.ts';
import { type ContentOrigin, type Hashed, readContent } from '../files/read-contents.ts';
import { flushUpwards, makeFolder } from '../files/lasting-folder.ts';
import { removeQuietly, replaceFile } from '../files/replace-file.ts';
import { bytesOfFile } from '../machine/regular-file.ts';
import { contentName } from '../vault/content-names.ts';

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

  /** Stores a content under the name and in the form that the file uses: sealed if the file is. @returns once it is flushed; or disk-* */
  async put(fileId: string, content: AttachedContent): Promise<Result<null, FileFailure>> {
    const { files, newId } = this.#place;
    try {
      await makeFolder(files, this.folderOf(fileId));
    } catch (error) {
      return refuse(diskFailure(orThrow(error), OWN_PLACES.attachments));
    }
    const written = await replaceFile(files, {
      path: join(this.folderOf(fileId), content.name),
      parts: contentForm(content),
      nonce: newId(),
    });
    return written.ok ? ok(null) : written;
  }

  /**
   * Stores a content unless it is already there in exactly this form: something that only has its name may be damaged, or under a lost
   * key.
   */
  async putOnce(fileId: string, content: AttachedContent): Promise<Result<null, FileFailure>> {
    return (await this.#holds(fileId, content)) ? ok(null) : this.put(fileId, content);
  }

  async #holds(fileId: string, content: AttachedContent): Promise<boolean> {
    try {
      const kept = await bytesOfFile(this.#place.files, join(this.folderOf(fileId), content.name));
      const isHeld = kept.equals(Buffer.concat(contentForm(content)));
      if (isHeld) await flushUpwards(this.#place.files, this.folderOf(fileId)); // its name may come from an attempt that failed just there
      return isHeld;
    } catch (error) {
      orThrow(error);
      return false; // what cannot be read is written again, and that reports the problem
    }
  }

  /** @returns a content that matches its hash; `null` if none can be read */
  async get(sha256: string, origin: ContentOrigin): Promise<AttachedContent | null> {
    const found = await this.find(sha256, origin);
    return found.ok ? found.value : null;
  }

  /** @returns the same, or a disk-* failure: a content that cannot be read just now is not missing */
  async find(sha256: string, origin: ContentOrigin): Promise<Result<AttachedContent | null, FileFailure>> {
    if (!FINGERPRINT_FORM.test(sha256)) return ok(null);
    for (const name of namesOf(sha256, origin)) {
      const read = await this.read(name, origin);
      if (!read.ok) return read;
      if (read.value?.sha256 === sha256) return ok(read.value.content);
    }
    return ok(null);
  }

  /** @returns the content stored under a name, with its hash; `null` if it does not match the name. Or a disk-* failure */
  async read(name: string, origin: ContentOrigin): Promise<Result<Hashed | null, FileFailure>> {
    try {
      const bytes = await bytesOfFile(this.#place.files, join(this.folderOf(origin.fileId), name));
      return ok(readContent(name, JSON.parse(bytes.toString('utf8')), origin));
    } catch (error) {
      if (error instanceof SyntaxError || errnoOf(error) === 'ENOENT') return ok(null);
      return refuse(diskFailure(orThrow(error), OWN_PLACES.attachments));
    }
  }

  /** @returns a content in exactly the form that a file holds; `null` if there is none. Or a disk-* failure */
  async formOf(fileId: string, name: string): Promise<Result<Buffer | null, FileFailure>> {
    try {
      return ok(await bytesOfFile(this.#place.files, join(this.folderOf(fileId), name)));
    } catch (error) {
      return errnoOf(error) === 'ENOENT' ? ok(null) : refuse(diskFailure(orThrow(error), OWN_PLACES.attachments));
    }
  }

  /** @returns the name of every content stored for a file; or a disk-* failure */
  async list(fileId: string): Promise<Result<readonly string[], FileFailure>> {
    try {
      return ok((await this.#place.files.readdir(this.folderOf(fileId))).filter((name) => FINGERPRINT_FORM.test(name)));
    } catch (error) {
      return errnoOf(error) === 'ENOENT' ? ok([]) : refuse(diskFailure(orThrow(error), OWN_PLACES.attachments));
    }
  }

  /** Removes the contents that nothing names any more. */
  async keepOnly(fileId: string, isNamed: (name: string) => boolean): Promise<void> {
    const kept = await this.list(fileId);
    try {
      for (const name of kept.ok ? kept.value : [])
        if (!isNamed(name)) await this.#place.files.rm(join(this.folderOf(fileId), name), { force: true });
    } catch (error) {
      orThrow(error); // one that cannot be removed does no harm, and is removed another time
    }
  }

  /** Removes the content stored under a name, if the disk allows it: anything left does no harm. */
  letGo(fileId: string, name: string): Promise<void> {
    return removeQuietly(this.#place.files, join(this.folderOf(fileId), name));
  }

  async removeAll(fileId: string): Promise<Result<null, FileFailure>> {
    try {
      await this.#place.files.rm(this.folderOf(fileId), { recursive: true, force: true });
      return ok(null);
    } catch (error) {
      return refuse(diskFailure(orThrow(error), OWN_PLACES.attachments));
    }
  }

  /** Contains the contents of one file only. */
  folderOf(fileId: string): string {
    return join(this.#place.folder, fileId);
  }
}

/** @returns the possible names of a content: before version 4 a file used its plain hash, even when sealed */
export function namesOf(sha256: string, { key }: ContentOrigin): readonly string[] {
  return key === null ? [sha256] : [contentName(key, sha256), sha256];
}
