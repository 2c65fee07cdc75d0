// The backups of each file, in the application's own folder: taken whole and flushed, listed, read, thinned out.
import { basename, join } from 'node:path';
import type { FileFailure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import type { CalendarDate, Instant } from '@domain/units.ts';
import { isOneLine } from '@domain/tables/forms.ts';
import { diskFailure, errnoOf } from '../files/disk-failure.ts';
import { FILE_ENDING } from '../files/envelope.ts';
import type { FileSystem } from '../files/file-system.ts';
import type { ContentStore } from '../attachments/content-store.ts';
import type { KeyOf } from '../files/parse-project.ts';
import type { StoredContent } from '../files/read-contents.ts';
import { type ReadProject, readProjectFile } from '../files/read-project-file.ts';
import { replaceFile } from '../files/replace-file.ts';
import { type BackupName, backupFileName, readBackupName } from './backup-name.ts';
import { withoutContents } from './without-contents.ts';
import { backupsToKeep } from './backups-to-keep.ts';

/** Stands among the backups of a file and holds its bare name. */
const NAME_FILE = 'name';

/** `name`: the bare name under which the file was last backed up. */
export type KnownFile = { readonly fileId: string; readonly name: string };
export type StoredBackup = BackupName & { readonly fileName: string; readonly bytes: number };
export type BackupPlace = {
  readonly files: FileSystem;
  /** Keeps what is attached, once for all backups of a file. */
  readonly contents: ContentStore;
  /** Holds a folder for each file, named by its id. */
  readonly folder: string;
  readonly newId: () => string;
  readonly today: () => CalendarDate;
  readonly dayOf: (at: Instant) => CalendarDate;
};

export class BackupStore {
  readonly #place: BackupPlace;

  constructor(place: BackupPlace) {
    this.#place = place;
  }

  /** Notes under which name a file is kept, so that its backups are found when it says nothing of itself any more. */
  async #noteName(fileId: string, name: string): Promise<void> {
    const { files, newId } = this.#place;
    await replaceFile(files, { path: join(this.folderOf(fileId), NAME_FILE), parts: [Buffer.from(name, 'utf8')], nonce: newId() });
  }

  /** @returns the files of which backups are kept here, the one that was last backed up first; or a disk-* failure */
  async knownFiles(): Promise<Result<readonly KnownFile[], FileFailure>> {
    const { files, folder } = this.#place;
    const known: (KnownFile & { readonly at: number })[] = [];
    try {
      for (const fileId of await namesIn(files, folder)) known.push({ fileId, ...(await this.#noted(fileId)) });
      return ok(known.toSorted((a, b) => b.at - a.at));
    } catch (error) {
      return refuse(diskFailure(orThrow(error), 'copies'));
    }
  }

  /** A name that was not noted, or that is none of a file of ours, is made of the id: the backups are what counts. */
  async #noted(fileId: string): Promise<{ readonly name: string; readonly at: number }> {
    const { files } = this.#place;
    const path = join(this.folderOf(fileId), NAME_FILE);
    const fallback = `${fileId}${FILE_ENDING}`;
    try {
      const name = await files.readFile(path, 'utf8');
      const isBare = name === basename(name) && name.endsWith(FILE_ENDING) && name.length > FILE_ENDING.length && isOneLine(name);
      return { name: isBare ? name : fallback, at: (await files.stat(path)).mtimeMs };
    } catch (error) {
      orThrow(error);
      return { name: fallback, at: 0 };
    }
  }

  /** @returns the id of the file that was last backed up under that name, or `null` */
  async fileIdOfName(name: string): Promise<string | null> {
    const known = await this.knownFiles();
    return known.ok ? (known.value.find((file) => file.name === name)?.fileId ?? null) : null;
  }

  /** Keeps a content, then lets go of backups that are not needed any more: never before the new one is safe. @returns or a disk-* failure */
  async take({ fileId, fileName }: { readonly fileId: string; readonly fileName: string }, name: BackupName, parts: readonly Uint8Array[]): Promise<Result<null, FileFailure>> {
    const { files, newId } = this.#place;
    const folder = this.folderOf(fileId);
    try {
      await files.mkdir(folder, { recursive: true });
      const parted = withoutContents(Buffer.concat(parts));
      for (const [sha256, content] of parted.contents) {
        const kept = await this.#place.contents.putOnce(fileId, sha256, content);
        if (!kept.ok) return kept;
      }
      const written = await replaceFile(files, { path: join(folder, backupFileName(name)), parts: [parted.bytes], nonce: newId() });
      if (!written.ok) return written;
      await this.#noteName(fileId, fileName);
      await this.#thinOut(fileId);
      return ok(null);
    } catch (error) {
      return refuse(diskFailure(orThrow(error), 'copie'));
    }
  }

  /** @returns the backups of a file, the newest first; none where there never was one */
  async list(fileId: string): Promise<Result<readonly StoredBackup[], FileFailure>> {
    const { files } = this.#place;
    const folder = this.folderOf(fileId);
    try {
      const found: StoredBackup[] = [];
      for (const fileName of await files.readdir(folder)) {
        const name = readBackupName(fileName);
        if (name !== null) found.push({ ...name, fileName, bytes: (await files.stat(join(folder, fileName))).size });
      }
      return ok(found.toSorted((a, b) => (a.takenAt < b.takenAt ? 1 : -1)));
    } catch (error) {
      return errnoOf(error) === 'ENOENT' ? ok([]) : refuse(diskFailure(orThrow(error), 'copies'));
    }
  }

  /** @returns where a backup of the list lies, `null` for a name that is not in it */
  pathOf(fileId: string, fileName: string): string | null {
    return readBackupName(fileName) === null ? null : join(this.folderOf(fileId), fileName);
  }

  /** Puts other bytes in the place of a backup, such as the same content under another key. */
  async rewrite(fileId: string, fileName: string, bytes: Uint8Array): Promise<Result<null, FileFailure>> {
    const { files, newId } = this.#place;
    const written = await replaceFile(files, { path: join(this.folderOf(fileId), fileName), parts: [bytes], nonce: newId() });
    return written.ok ? ok(null) : written;
  }

  /** Reads a backup, with the contents that it shares with the others. @returns or token-unknown, or what `readProjectFile` refuses */
  async read(fileId: string, fileName: string, keyOf?: KeyOf): Promise<Result<ReadProject>> {
    const path = this.pathOf(fileId, fileName);
    return path === null ? refuse({ code: 'token-unknown' }) : readProjectFile(this.#place.files, path, keyOf, this.stored);
  }

  /** Finds the contents that a backup shares. */
  get stored(): StoredContent {
    return (sha256, origin) => this.#place.contents.get(sha256, origin);
  }

  /** @returns whether any backup of a file names a content; one that cannot be read, or is sealed, may name any */
  async names(fileId: string): Promise<(sha256: string) => boolean> {
    try {
      const texts: string[] = [];
      for (const fileName of await namesIn(this.#place.files, this.folderOf(fileId))) if (readBackupName(fileName) !== null) texts.push(await this.#place.files.readFile(join(this.folderOf(fileId), fileName), 'latin1'));
      const isSealed = texts.some((text) => text.includes('"sealedAt":'));
      return (sha256) => isSealed || texts.some((text) => text.includes(sha256));
    } catch (error) {
      orThrow(error);
      return () => true;
    }
  }

  /** Removes every backup of a file. */
  async removeAll(fileId: string): Promise<Result<null, FileFailure>> {
    try {
      await this.#place.files.rm(this.folderOf(fileId), { recursive: true, force: true });
      return ok(null);
    } catch (error) {
      return refuse(diskFailure(orThrow(error), 'copies'));
    }
  }

  folderOf(fileId: string): string {
    return join(this.#place.folder, fileId);
  }

  async #thinOut(fileId: string): Promise<void> {
    const { files, dayOf, today } = this.#place;
    const all = await this.list(fileId);
    if (!all.ok) return; // what cannot be listed is not thinned out either
    const kept = backupsToKeep(all.value, dayOf, today());
    for (const backup of all.value.filter((each) => !kept.includes(each))) await files.unlink(join(this.folderOf(fileId), backup.fileName));
  }
}

async function namesIn(files: FileSystem, folder: string): Promise<readonly string[]> {
  try {
    return await files.readdir(folder);
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return []; // no backup was ever taken
    throw error;
  }
}

function orThrow(error: unknown): unknown {
  if (errnoOf(error) === null) throw error;
  return error;
}
