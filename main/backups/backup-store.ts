// The backups of each file, in the application's own folder: written whole and flushed, listed, read, thinned out, dismissed.
import { join } from 'node:path';
import { OWN_PLACES, type FileFailure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import type { ContentStore } from '../attachments/content-store.ts';
import { diskFailure, errnoOf, orThrow } from '../files/disk-failure.ts';
import type { FileSystem } from '../files/file-system.ts';
import type { KeyOf } from '../files/parse-project.ts';
import type { StoredContent } from '../files/read-contents.ts';
import { type ReadProject, readProjectFile } from '../files/read-project-file.ts';
import { flushUpwards, makeFolder } from '../files/lasting-folder.ts';
import { removeQuietly, replaceFile } from '../files/replace-file.ts';
import { contentsNamed, namedBackups, namesIn, type StoredBackup, storedBackups } from './backup-folder.ts';
import { backupFileName, type BackupSubject, nextSequence, readBackupName } from './backup-name.ts';
import { backupsToKeep, isUntilDismissed, type Judging } from './backup-rules.ts';
import { noteName, notedName } from './noted-names.ts';
import { withoutContents } from './without-contents.ts';

export type { StoredBackup } from './backup-folder.ts';
export type BackedUpFile = { readonly fileId: string; /** Its bare name. */ readonly fileName: string };
/** `name`: the bare name under which the file was last backed up. */
export type KnownFile = { readonly fileId: string; readonly name: string };
export type BackupPlace = {
  readonly files: FileSystem;
  /** Keeps attached contents, once for all backups of a file. */
  readonly contents: ContentStore;
  /** Holds a folder for each file, named by its id. */
  readonly folder: string;
  readonly newId: () => string;
  /** On how many days Tierce has run here, today included; `null` while unknown. */
  readonly runDay: () => Promise<number | null>;
  readonly dayOf: Judging['dayOf'];
};

export class BackupStore {
  readonly #place: BackupPlace;

  constructor(place: BackupPlace) {
    this.#place = place;
  }

  /** @returns the files that have backups here, the one backed up last first; or a disk-* failure */
  async knownFiles(): Promise<Result<readonly KnownFile[], FileFailure>> {
    const { files, folder } = this.#place;
    const known: (KnownFile & { readonly at: number })[] = [];
    try {
      for (const fileId of await namesIn(files, folder)) known.push({ fileId, ...(await notedName(files, this.folderOf(fileId))) });
      return ok(known.toSorted((a, b) => b.at - a.at));
    } catch (error) {
      return refuse(diskFailure(orThrow(error), OWN_PLACES.backups));
    }
  }

  /** @returns the id of the file that was last backed up under that name, or `null` */
  async fileIdOfName(name: string): Promise<string | null> {
    const known = await this.knownFiles();
    return known.ok ? (known.value.find((file) => file.name === name)?.fileId ?? null) : null;
  }

  /** Keeps a content, then removes backups that are no longer needed: never before the new one is safe. @returns or a disk-* failure */
  async take({ fileId, fileName }: BackedUpFile, subject: BackupSubject, parts: readonly Uint8Array[]): Promise<Result<null, FileFailure>> {
    const { files, newId } = this.#place;
    const folder = this.folderOf(fileId);
    try {
      await makeFolder(files, folder);
      const parted = withoutContents(Buffer.concat(parts));
      for (const content of parted.contents) {
        const kept = await this.#place.contents.putOnce(fileId, content);
        if (!kept.ok) return kept;
      }
      const name = { ...subject, sequence: nextSequence(await namedBackups(files, folder)), runDay: await this.runDay() };
      const written = await replaceFile(files, { path: join(folder, backupFileName(name)), parts: [parted.bytes], nonce: newId() });
      if (!written.ok) return written;
      await noteName(files, folder, { name: fileName, nonce: newId() });
      await this.#thinOut(folder);
      return ok(null);
    } catch (error) {
      return refuse(diskFailure(orThrow(error), OWN_PLACES.backup));
    }
  }

  /** @returns whether a backup certainly holds the content with this digest; false if unknown */
  async holds(fileId: string, digest: string): Promise<boolean> {
    const { files } = this.#place;
    try {
      const isThere = (await namedBackups(files, this.folderOf(fileId))).some((backup) => digest.startsWith(backup.digest));
      if (isThere) await flushUpwards(files, this.folderOf(fileId)); // its name may come from an attempt that failed just there
      return isThere;
    } catch (error) {
      orThrow(error);
      return false;
    }
  }

  /** @returns the backups of a file, the newest first; empty if there never was one */
  async list(fileId: string): Promise<Result<readonly StoredBackup[], FileFailure>> {
    try {
      return ok(await storedBackups(this.#place.files, this.folderOf(fileId)));
    } catch (error) {
      return refuse(diskFailure(orThrow(error), OWN_PLACES.backups));
    }
  }

  /** The number of days on which Tierce has run on this computer, from which the age of backups is computed. */
  runDay(): Promise<number | null> {
    return this.#place.runDay();
  }

  /** Removes a backup that stays until it is dismissed. @returns token-unknown for any other; or a disk-* failure */
  async dismiss(fileId: string, fileName: string): Promise<Result<null>> {
    const name = readBackupName(fileName);
    if (name === null || !isUntilDismissed(name)) return refuse({ code: 'token-unknown' });
    try {
      await this.#place.files.unlink(join(this.folderOf(fileId), fileName));
      return ok(null);
    } catch (error) {
      return errnoOf(error) === 'ENOENT' ? refuse({ code: 'token-unknown' }) : refuse(diskFailure(orThrow(error), OWN_PLACES.backup));
    }
  }

  /** @returns the path of a backup in the list, `null` for a name that is not in it */
  pathOf(fileId: string, fileName: string): string | null {
    return readBackupName(fileName) === null ? null : join(this.folderOf(fileId), fileName);
  }

  /** Replaces the bytes of a backup, for example with the same content under another key. */
  async rewrite(fileId: string, fileName: string, bytes: Uint8Array): Promise<Result<null, FileFailure>> {
    const { files, newId } = this.#place;
    const written = await replaceFile(files, { path: join(this.folderOf(fileId), fileName), parts: [bytes], nonce: newId() });
    return written.ok ? ok(null) : written;
  }

  /** Reads a backup, with the contents that it shares with the others. @returns or token-unknown, or a failure of `readProjectFile` */
  async read(fileId: string, fileName: string, keyOf?: KeyOf): Promise<Result<ReadProject>> {
    const path = this.pathOf(fileId, fileName);
    return path === null ? refuse({ code: 'token-unknown' }) : readProjectFile(this.#place.files, path, keyOf, this.stored);
  }

  /** Finds the contents that a backup shares. */
  get stored(): StoredContent {
    return (sha256, origin) => this.#place.contents.get(sha256, origin);
  }

  /** @returns whether any backup of a file may name a content */
  names(fileId: string, key: Uint8Array | null): Promise<(name: string) => boolean> {
    return contentsNamed(this.#place.files, this.folderOf(fileId), key);
  }

  /** Removes every backup of a file. */
  async removeAll(fileId: string): Promise<Result<null, FileFailure>> {
    try {
      await this.#place.files.rm(this.folderOf(fileId), { recursive: true, force: true });
      return ok(null);
    } catch (error) {
      return refuse(diskFailure(orThrow(error), OWN_PLACES.backups));
    }
  }

  folderOf(fileId: string): string {
    return join(this.#place.folder, fileId);
  }

  /** The new backup is already safe; anything that cannot be removed stays until the next time. */
  async #thinOut(folder: string): Promise<void> {
    const { files, dayOf } = this.#place;
    try {
      const all = await namedBackups(files, folder);
      const kept = new Set(backupsToKeep(all, { dayOf, runDay: await this.runDay() }));
      for (const backup of all) if (!kept.has(backup)) await removeQuietly(files, join(folder, backup.fileName));
    } catch (error) {
      orThrow(error); // if the folder cannot be listed, nothing is removed either
    }
  }
}
