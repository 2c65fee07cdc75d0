// Attached contents beside the journal and the backups, each once: safe before its record is, and shared by all backups of a file.
import { join } from 'node:path';
import type { FileFailure } from '@domain/failures.ts';
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

  /** Keeps a content, under the name and in the form in which the file holds it: sealed, when the file is. @returns once it is flushed; or disk-* */
  async put(fileId: string, content: AttachedContent): Promise<Result<null, FileFailure>> {
    const { files, newId } = this.#place;
    try {
      await makeFolder(files, this.folderOf(fileId));
    } catch (error) {
      return refuse(diskFailure(orThrow(error), 'pièces'));
    }
    const written = await replaceFile(files, {
      path: join(this.folderOf(fileId), content.name),
      parts: contentForm(content),
      nonce: newId(),
    });
    return written.ok ? ok(null) : written;
  }

  /** Keeps a content unless it is there already, in this very form: what only bears its name may be damaged, or under a key that nobody has any more. */
  async putOnce(fileId: string, content: AttachedContent): Promise<Result<null, FileFailure>> {
    return (await this.#holds(fileId, content)) ? ok(null) : this.put(fileId, content);
  }

  async #holds(fileId: string, content: AttachedContent): Promise<boolean> {
    try {
      const kept = await bytesOfFile(this.#place.files, join(this.folderOf(fileId), content.name));
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
    for (const name of namesOf(sha256, origin)) {
      const read = await this.read(name, origin);
      if (!read.ok) return read;
      if (read.value?.sha256 === sha256) return ok(read.value.content);
    }
    return ok(null);
  }

  /** @returns what is kept under a name, with its hash; `null` when it is not what the name says. Or a disk-* failure */
  async read(name: string, origin: ContentOrigin): Promise<Result<Hashed | null, FileFailure>> {
    try {
      const bytes = await bytesOfFile(this.#place.files, join(this.folderOf(origin.fileId), name));
      return ok(readContent(name, JSON.parse(bytes.toString('utf8')), origin));
    } catch (error) {
      if (error instanceof SyntaxError || errnoOf(error) === 'ENOENT') return ok(null);
      return refuse(diskFailure(orThrow(error), 'pièces'));
    }
  }

  /** @returns a content in the very form in which a file holds it; `null` when there is none. Or a disk-* failure */
  async formOf(fileId: string, name: string): Promise<Result<Buffer | null, FileFailure>> {
    try {
      return ok(await bytesOfFile(this.#place.files, join(this.folderOf(fileId), name)));
    } catch (error) {
      return errnoOf(error) === 'ENOENT' ? ok(null) : refuse(diskFailure(orThrow(error), 'pièces'));
    }
  }

  /** @returns the name of every content kept for a file; or a disk-* failure */
  async list(fileId: string): Promise<Result<readonly string[], FileFailure>> {
    try {
      return ok((await this.#place.files.readdir(this.folderOf(fileId))).filter((name) => FINGERPRINT_FORM.test(name)));
    } catch (error) {
      return errnoOf(error) === 'ENOENT' ? ok([]) : refuse(diskFailure(orThrow(error), 'pièces'));
    }
  }

  /** Lets go of the contents that nothing names any more. */
  async keepOnly(fileId: string, isNamed: (name: string) => boolean): Promise<void> {
    const kept = await this.list(fileId);
    try {
      for (const name of kept.ok ? kept.value : [])
        if (!isNamed(name)) await this.#place.files.rm(join(this.folderOf(fileId), name), { force: true });
    } catch (error) {
      orThrow(error); // one that cannot be removed does no harm, and is let go of another time
    }
  }

  /** Lets go of what is kept under a name, if the disk lets us: what is left does no harm. */
  letGo(fileId: string, name: string): Promise<void> {
    return removeQuietly(this.#place.files, join(this.folderOf(fileId), name));
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

/** @returns the names under which a content may stand: a file of a version before 4 had its own hash for a name, also when it was sealed */
export function namesOf(sha256: string, { key }: ContentOrigin): readonly string[] {
  return key === null ? [sha256] : [contentName(key, sha256), sha256];
}
