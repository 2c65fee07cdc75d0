// Recovery of a file that cannot be opened: into a new file beside it, from what can still be read, or from a backup with the steps that the journal holds beyond it.
import { basename, dirname } from 'node:path';
import type { Attempt, LostPart } from '@contract/channels.ts';
import type { FileFailure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import type { CalendarDate } from '@domain/units.ts';
import { backupIdOf } from '../backups/backup-service.ts';
import type { StoredBackup } from '../backups/backup-store.ts';
import { diskFailure, errnoOf } from '../files/disk-failure.ts';
import { type ContentName, FILE_ENDING, LARGEST_FILE_BYTES, projectContent } from '../files/envelope.ts';
import { readHead } from '../files/file-head.ts';
import type { FileSystem } from '../files/file-system.ts';
import { type KeyOf, parseProject } from '../files/parse-project.ts';
import { replaceFile } from '../files/replace-file.ts';
import { journalOf, journalPathOf } from '../journal/journal-of-file.ts';
import { stepsBeyond } from '../journal/recover.ts';
import { freePath } from '../library/library.ts';
import { type Salvaged, salvageProject } from '../salvage/salvage.ts';
import { NO_FILE_ID } from '../salvage/sound-header.ts';
import type { KeyRing } from '../vault/key-slots.ts';
import { resealedContents } from '../vault/reseal-contents.ts';
import { SectionSealer } from '../vault/sealed-file.ts';
import { recoverFromBackup } from './backup-recovery.ts';
import type { SessionServices } from './open-session.ts';
import { SessionLocks } from './session-locks.ts';

export type RecoveredFile = { readonly path: string; readonly lost: readonly LostPart[]; readonly kept: number };
export type FileRecoveryOptions = {
  readonly services: SessionServices;
  readonly today: () => CalendarDate;
  /** Name of the new file, made from that of the damaged one. */
  readonly nameOf: (name: string) => string;
};

/** A file that cannot be opened. `isGone`: nothing stands there any more. `fileId`: of one that is gone from the library, where it is known although the file cannot say it. */
export type BrokenFile = { readonly path: string; readonly isGone: boolean; readonly fileId: string | null };
export type HowToRecover = { readonly backupId: string | null; readonly keyOf: KeyOf | undefined };
type NewFile = { readonly bytes: Buffer } & ContentName;

export class FileRecovery {
  readonly #options: FileRecoveryOptions;

  constructor(options: FileRecoveryOptions) {
    this.#options = options;
  }

  /** @returns the backups of the file, found by its id as far as that is known or said by itself, else by the name under which it was last saved */
  async backupsFor(file: BrokenFile): Promise<Attempt['backups']> {
    const { services } = this.#options;
    const { fileId, stored } = await this.#known(file);
    if (fileId === null || stored.length === 0) return [];
    const entries = await journalOf(services, fileId, null).read(); // of a sealed one it can be told only with its key
    const steps = entries.ok ? entries.value : [];
    return stored.map((backup) => ({ backupId: backupIdOf(backup.fileName), takenAt: backup.takenAt, reason: backup.reason, bytes: backup.bytes, steps: stepsBeyond(steps, backup.digest).length }));
  }

  /** @returns whether the file, or one of its backups, says that a passphrase protects it */
  async isSealed(file: BrokenFile): Promise<boolean> {
    for (const path of await this.#placesOf(file)) if ((await readHead(this.#options.services.files, path))?.isSealed === true) return true;
    return false;
  }

  /**
   * A damaged file stays as it is, and what is recovered is a new one beside it. A file that is gone is made again: under its name, and as itself, so that its backups and its journal go on.
   * @param how.backupId `null`: from the damaged file itself
   * @param how.keyOf asked for the key of a protected file or backup; what is recovered is protected alike
   * @returns the new file; or why nothing could be recovered: file-sealed, passphrase-wrong, file-locked for a file that is open elsewhere, file-exists, disk-*
   */
  async recover(file: BrokenFile, how: HowToRecover): Promise<Result<RecoveredFile>> {
    const { fileId } = await this.#known(file);
    if (!file.isGone || fileId === null) return this.#make(file, how);
    const locks = new SessionLocks(this.#options.services, false);
    try {
      const held = await locks.take(journalPathOf(this.#options.services, fileId), basename(file.path));
      return held.ok ? await this.#make(file, how) : held;
    } finally {
      await locks.release();
    }
  }

  async #make(file: BrokenFile, { backupId, keyOf }: HowToRecover): Promise<Result<RecoveredFile>> {
    const { services } = this.#options;
    const recovered = backupId === null ? await this.#fromFile(file.path, keyOf) : await this.#fromBackup(file, backupId, keyOf);
    if (!recovered.ok) return recovered;
    const made = await this.#newFile(recovered.value, file.isGone);
    if (!made.ok) return made;
    const target = await this.#targetFor(file);
    if (!target.ok) return target;
    if (file.isGone) await this.#note(recovered.value, made.value, 'saving');
    const written = await replaceFile(services.files, { path: target.value, parts: [made.value.bytes], nonce: services.newId(), lastCheck: () => whatStandsAt(services.files, target.value) });
    if (!written.ok) return written;
    if (file.isGone) await this.#note(recovered.value, made.value, 'saved');
    return ok({ path: target.value, lost: recovered.value.lost, kept: recovered.value.kept });
  }

  /** A file that is gone comes back under its own name; beside a damaged one the new file has another. */
  async #targetFor({ path, isGone, fileId }: BrokenFile): Promise<Result<string, FileFailure>> {
    const { services: { files }, nameOf } = this.#options;
    try {
      if (fileId !== null) await files.mkdir(dirname(path), { recursive: true }); // the library itself may be gone
      return ok(await freePath(files, dirname(path), isGone ? basename(path) : `${nameOf(basename(path, FILE_ENDING))}${FILE_ENDING}`, FILE_ENDING));
    } catch (error) {
      if (errnoOf(error) === null) throw error;
      return refuse(diskFailure(error, basename(path)));
    }
  }

  /** Sealed as it was: what stood under a seal is never written in the clear. Read again before it is written: what Tierce makes, Tierce opens. */
  async #newFile({ project, key }: Salvaged, isGone: boolean): Promise<Result<NewFile>> {
    const { fileId, keys, revision } = project.header;
    const origin = { fileId: isGone ? fileId : this.#options.services.newId(), copyOf: isGone || fileId === NO_FILE_ID ? null : fileId };
    const header = { ...project.header, ...origin, keys: key === null ? { ...keys, file: null } : keys };
    const sealer = key === null ? null : new SectionSealer(header.fileId, key);
    const contents = resealedContents(project.contents, { fileId, key }, sealer);
    if (!contents.ok) return contents;
    const anew = { ...project, header, contents: contents.value };
    const { parts, digest } = projectContent(anew, sealer?.seal(anew, revision) ?? null);
    const bytes = Buffer.concat(parts);
    const read = await parseProject(bytes, { name: 'recovered', keyOf: () => Promise.resolve(key === null ? refuse({ code: 'seal-broken' }) : ok(key)) });
    return read.ok ? ok({ bytes, digest, revision }) : read;
  }

  /** The journal of a file that is made again goes on from here. One of which a part was lost is put aside whole first. */
  async #note({ project, key, lost }: Salvaged, { digest, revision }: NewFile, kind: 'saving' | 'saved'): Promise<void> {
    const { services } = this.#options;
    const journal = journalOf(services, project.header.fileId, key);
    if (kind === 'saving' && lost.some(({ part }) => part === 'steps')) await journal.setAside(services.newId());
    await journal.append([{ kind, revision, digest }]); // when it fails the next opening puts the journal aside, and says so
    await journal.close();
  }

  async #fromFile(path: string, keyOf: KeyOf | undefined): Promise<Result<Salvaged>> {
    const bytes = await this.#bytesOf(path);
    return bytes.ok ? salvageProject(bytes.value, { name: basename(path), keyOf }) : bytes;
  }

  async #fromBackup(file: BrokenFile, backupId: string, keyOf: KeyOf | undefined): Promise<Result<Salvaged>> {
    const { services, today } = this.#options;
    const { fileId, stored } = await this.#known(file);
    const backup = stored.find(({ fileName }) => backupIdOf(fileName) === backupId);
    if (fileId === null || backup === undefined) return refuse({ code: 'token-unknown' });
    return recoverFromBackup(services, { fileId, name: basename(file.path), backup, ring: await this.#ringOf(file), keyOf, today: today() });
  }

  async #ringOf(file: BrokenFile): Promise<KeyRing | null> {
    for (const path of await this.#placesOf(file)) {
      const ring = (await readHead(this.#options.services.files, path))?.ring ?? null;
      if (ring !== null) return ring;
    }
    return null;
  }

  /** The file and its backups, the newest first. */
  async #placesOf(file: BrokenFile): Promise<readonly string[]> {
    const { fileId, stored } = await this.#known(file);
    const { backups } = this.#options.services;
    return [file.path, ...(fileId === null ? [] : stored.flatMap(({ fileName }) => backups.pathOf(fileId, fileName) ?? []))];
  }

  async #known({ path, fileId }: BrokenFile): Promise<{ readonly fileId: string | null; readonly stored: readonly StoredBackup[] }> {
    const { files, backups } = this.#options.services;
    const known = fileId ?? (await readHead(files, path))?.fileId ?? (await backups.fileIdOfName(basename(path)));
    const stored = known === null ? null : await backups.list(known);
    return { fileId: known, stored: stored?.ok === true ? stored.value : [] };
  }

  async #bytesOf(path: string): Promise<Result<Buffer>> {
    const { files } = this.#options.services;
    const name = basename(path);
    try {
      const { size } = await files.stat(path);
      return size > LARGEST_FILE_BYTES ? refuse({ code: 'file-too-large', name, bytes: size }) : ok(await files.readFile(path));
    } catch (error) {
      if (errnoOf(error) === null) throw error;
      return refuse(diskFailure(error, name));
    }
  }
}

/** Nothing is ever written over, not even by a recovery: a file that has come back meanwhile stays. */
async function whatStandsAt(files: FileSystem, path: string): Promise<FileFailure | null> {
  const name = basename(path);
  try {
    await files.lstat(path);
    return { code: 'file-exists', name };
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return errnoOf(error) === 'ENOENT' ? null : diskFailure(error, name);
  }
}
