// Recovery of a file that cannot be opened: into a new file beside it, from what can still be read, or from a backup with the steps that the journal holds beyond it.
import { basename, dirname, join } from 'node:path';
import type { Attempt, LostPart } from '@contract/channels.ts';
import { everyRecord } from '@domain/document.ts';
import { withStep } from '@domain/history/history.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import type { CalendarDate } from '@domain/units.ts';
import { backupIdOf } from '../backups/backup-service.ts';
import type { StoredBackup } from '../backups/backup-store.ts';
import { diskFailure, errnoOf } from '../files/disk-failure.ts';
import { FILE_ENDING, LARGEST_FILE_BYTES, type Project, serialiseProject } from '../files/envelope.ts';
import type { KeyOf } from '../files/parse-project.ts';
import { replaceFile } from '../files/replace-file.ts';
import { Journal, type JournalEntry, PLAIN_LINES } from '../journal/journal.ts';
import { advanceBy, stepsBeyond } from '../journal/recover.ts';
import { sealedLines } from '../journal/sealed-lines.ts';
import { freePath } from '../library/library.ts';
import { type Salvaged, salvageProject } from '../salvage/salvage.ts';
import { NO_FILE_ID } from '../salvage/sound-header.ts';
import { resealedContents } from '../vault/reseal-contents.ts';
import { SectionSealer } from '../vault/sealed-file.ts';
import { journalPathOf, type SessionServices } from './open-session.ts';

export type RecoveredFile = { readonly path: string; readonly lost: readonly LostPart[]; readonly kept: number };
export type FileRecoveryOptions = {
  readonly services: SessionServices;
  readonly today: () => CalendarDate;
  /** Name of the new file, made from that of the damaged one. */
  readonly nameOf: (name: string) => string;
};

/** A file that cannot be opened. `fileId`: as far as it is known otherwise, since a file that is gone does not say it. */
export type BrokenFile = { readonly path: string; readonly fileId: string | null };
export type HowToRecover = { readonly backupId: string | null; readonly keyOf: KeyOf | undefined };

/** Within these a file says what it is, its keys included. */
const HEAD_BYTES = 16 * 1024;
const SEALED = /^"keys": \{"file":\{|^"(accompaniment|desk|vault)": \{"sealedAt":/m;

export class FileRecovery {
  readonly #options: FileRecoveryOptions;

  constructor(options: FileRecoveryOptions) {
    this.#options = options;
  }

  /** @returns the backups of the file, found by its id as far as that is known or said by itself, else by the name under which it was last saved */
  async backupsFor(file: BrokenFile): Promise<Attempt['backups']> {
    const fileId = await this.#fileIdOf(file);
    if (fileId === null) return [];
    const { backups } = this.#options.services;
    const stored = await backups.list(fileId);
    if (!stored.ok) return [];
    const entries = await this.#journalOf(fileId, null); // of a sealed one it can be told only with its key
    return stored.value.map((backup) => ({ backupId: backupIdOf(backup.fileName), takenAt: backup.takenAt, reason: backup.reason, bytes: backup.bytes, steps: stepsBeyond(entries, backup.digest).length }));
  }

  /** @returns whether the file says that a passphrase protects it, or its last backup when the file says nothing any more */
  async isSealed(file: BrokenFile): Promise<boolean> {
    const { backups } = this.#options.services;
    const fileId = await this.#fileIdOf(file);
    const stored = fileId === null ? null : await backups.list(fileId);
    const last = stored?.ok === true ? stored.value[0] : undefined;
    const backup = fileId === null || last === undefined ? null : backups.pathOf(fileId, last.fileName);
    return (await this.#saysSealed(file.path)) || (backup !== null && (await this.#saysSealed(backup)));
  }

  async #saysSealed(path: string): Promise<boolean> {
    const bytes = await this.#bytesOf(path);
    return bytes.ok && SEALED.test(bytes.value.subarray(0, HEAD_BYTES).toString('latin1'));
  }

  /**
   * @param how.backupId `null`: from the damaged file itself
   * @param how.keyOf asked for the key of a protected file or backup; what is recovered is protected alike
   * @returns the new file; or why nothing could be recovered, file-sealed, passphrase-wrong, disk-*
   */
  async recover(file: BrokenFile, { backupId, keyOf }: HowToRecover): Promise<Result<RecoveredFile>> {
    const { path } = file;
    const recovered = backupId === null ? await this.#fromFile(path, keyOf) : await this.#fromBackup(file, backupId, keyOf);
    if (!recovered.ok) return recovered;
    const { services } = this.#options;
    const name = await this.#nameFor(path);
    const target = await freePath(services.files, dirname(path), name, FILE_ENDING);
    const bytes = this.#bytesFor(recovered.value);
    if (!bytes.ok) return bytes;
    const written = await replaceFile(services.files, { path: target, parts: [bytes.value], nonce: services.newId() });
    return written.ok ? ok({ path: target, lost: recovered.value.lost, kept: recovered.value.kept }) : written;
  }

  /** A file that is gone comes back under its own name; beside a damaged one the new file has another. */
  async #nameFor(path: string): Promise<string> {
    const { services, nameOf } = this.#options;
    const own = basename(path);
    const isFree = (await freePath(services.files, dirname(path), own, FILE_ENDING)) === join(dirname(path), own);
    return isFree ? own : `${nameOf(basename(path, FILE_ENDING))}${FILE_ENDING}`;
  }

  /** Under an id of its own, and sealed as it was: what stood under a seal is never written in the clear. */
  #bytesFor({ project, key }: Salvaged): Result<Buffer> {
    const { fileId, keys } = project.header;
    const header = { ...project.header, fileId: this.#options.services.newId(), copyOf: fileId === NO_FILE_ID ? null : fileId, keys: key === null ? { ...keys, file: null } : keys };
    const sealer = key === null ? null : new SectionSealer(header.fileId, key);
    const contents = resealedContents(project.contents, { fileId, key }, sealer);
    if (!contents.ok) return contents;
    const anew = { ...project, header, contents: contents.value };
    return ok(serialiseProject(anew, sealer?.seal(anew, header.revision) ?? null));
  }

  async #fromFile(path: string, keyOf: KeyOf | undefined): Promise<Result<Salvaged>> {
    const bytes = await this.#bytesOf(path);
    return bytes.ok ? salvageProject(bytes.value, { name: basename(path), keyOf }) : bytes;
  }

  async #fromBackup(file: BrokenFile, backupId: string, keyOf: KeyOf | undefined): Promise<Result<Salvaged>> {
    const { services, today } = this.#options;
    const fileId = await this.#fileIdOf(file);
    const backup = fileId === null ? undefined : await this.#backup(fileId, backupId);
    if (fileId === null || backup === undefined) return refuse({ code: 'token-unknown' });
    const read = await services.backups.read(fileId, backup.fileName, keyOf);
    if (!read.ok) return read;
    const key = read.value.sealing?.key ?? null;
    const steps = stepsBeyond(await this.#journalOf(fileId, key), backup.digest);
    const { document, revision, applied } = advanceBy({ document: read.value.document, revision: read.value.header.revision }, steps, today());
    const project: Project = { header: { ...read.value.header, revision }, document, history: applied.reduce(withStep, read.value.history), contents: read.value.contents };
    return ok({ project, lost: [], kept: everyRecord(document).length, key });
  }

  async #backup(fileId: string, backupId: string): Promise<StoredBackup | undefined> {
    const stored = await this.#options.services.backups.list(fileId);
    return stored.ok ? stored.value.find(({ fileName }) => backupIdOf(fileName) === backupId) : undefined;
  }

  /** A journal that cannot be read adds nothing; it is not touched here. */
  async #journalOf(fileId: string, key: Uint8Array | null): Promise<readonly JournalEntry[]> {
    const { services } = this.#options;
    const entries = await new Journal(services.files, journalPathOf(services, fileId), key === null ? PLAIN_LINES : sealedLines(fileId, key)).read();
    return entries.ok ? entries.value : [];
  }

  async #fileIdOf({ path, fileId }: BrokenFile): Promise<string | null> {
    if (fileId !== null) return fileId;
    const bytes = await this.#bytesOf(path);
    const written = bytes.ok ? /"fileId": "([a-z0-9-]{8,64})"/.exec(bytes.value.subarray(0, HEAD_BYTES).toString('latin1'))?.[1] : undefined;
    return written ?? (await this.#options.services.backups.fileIdOfName(basename(path)));
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
