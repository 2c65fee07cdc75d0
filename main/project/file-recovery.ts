// Recovery of a file that cannot be opened: into a new file beside it, from what can still be read, or from a backup with the steps that the journal holds beyond it.
import { basename, dirname } from 'node:path';
import type { Attempt, LostPart } from '@contract/channels.ts';
import { everyRecord } from '@domain/document.ts';
import { withStep } from '@domain/history/history.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import type { CalendarDate } from '@domain/units.ts';
import { backupIdOf } from '../backups/backup-service.ts';
import type { StoredBackup } from '../backups/backup-store.ts';
import { diskFailure, errnoOf } from '../files/disk-failure.ts';
import { FILE_ENDING, LARGEST_FILE_BYTES, type Project, serialiseProject } from '../files/envelope.ts';
import { replaceFile } from '../files/replace-file.ts';
import { Journal, type JournalEntry } from '../journal/journal.ts';
import { advanceBy, stepsBeyond } from '../journal/recover.ts';
import { freePath } from '../library/library.ts';
import { salvageProject } from '../salvage/salvage.ts';
import { journalPathOf, type SessionServices } from './open-session.ts';

export type RecoveredFile = { readonly path: string; readonly lost: readonly LostPart[]; readonly kept: number };
export type FileRecoveryOptions = {
  readonly services: SessionServices;
  readonly today: () => CalendarDate;
  /** Name of the new file, made from that of the damaged one. */
  readonly nameOf: (name: string) => string;
};

export class FileRecovery {
  readonly #options: FileRecoveryOptions;

  constructor(options: FileRecoveryOptions) {
    this.#options = options;
  }

  /** @returns the backups of the file at `path`, found by the id that it says, else by the name under which it was last saved */
  async backupsFor(path: string): Promise<Attempt['backups']> {
    const fileId = await this.#fileIdOf(path);
    if (fileId === null) return [];
    const { backups } = this.#options.services;
    const stored = await backups.list(fileId);
    if (!stored.ok) return [];
    const entries = await this.#journalOf(fileId);
    return stored.value.map((backup) => ({ backupId: backupIdOf(backup.fileName), takenAt: backup.takenAt, reason: backup.reason, bytes: backup.bytes, steps: stepsBeyond(entries, backup.digest).length }));
  }

  /** @param backupId `null`: from the damaged file itself. @returns the new file; or why nothing could be recovered, disk-* */
  async recover(path: string, backupId: string | null): Promise<Result<RecoveredFile>> {
    const recovered = backupId === null ? await this.#fromFile(path) : await this.#fromBackup(path, backupId);
    if (!recovered.ok) return recovered;
    const { project, lost } = recovered.value;
    const { services, nameOf } = this.#options;
    const name = `${nameOf(basename(path, FILE_ENDING))}${FILE_ENDING}`;
    const target = await freePath(services.files, dirname(path), name, FILE_ENDING);
    const header = { ...project.header, fileId: services.newId(), copyOf: project.header.fileId };
    const written = await replaceFile(services.files, { path: target, parts: [serialiseProject({ ...project, header }, null)], nonce: services.newId() });
    return written.ok ? ok({ path: target, lost, kept: everyRecord(project.document).length }) : written;
  }

  async #fromFile(path: string): Promise<Result<{ readonly project: Project; readonly lost: readonly LostPart[] }>> {
    const bytes = await this.#bytesOf(path);
    return bytes.ok ? salvageProject(bytes.value, { name: basename(path) }) : bytes;
  }

  async #fromBackup(path: string, backupId: string): Promise<Result<{ readonly project: Project; readonly lost: readonly LostPart[] }>> {
    const { services, today } = this.#options;
    const fileId = await this.#fileIdOf(path);
    const backup = fileId === null ? undefined : await this.#backup(fileId, backupId);
    if (fileId === null || backup === undefined) return refuse({ code: 'token-unknown' });
    const read = await services.backups.read(fileId, backup.fileName);
    if (!read.ok) return read;
    const steps = stepsBeyond(await this.#journalOf(fileId), backup.digest);
    const { document, revision, applied } = advanceBy({ document: read.value.document, revision: read.value.header.revision }, steps, today());
    return ok({ project: { header: { ...read.value.header, revision }, document, history: applied.reduce(withStep, read.value.history), contents: read.value.contents }, lost: [] });
  }

  async #backup(fileId: string, backupId: string): Promise<StoredBackup | undefined> {
    const stored = await this.#options.services.backups.list(fileId);
    return stored.ok ? stored.value.find(({ fileName }) => backupIdOf(fileName) === backupId) : undefined;
  }

  /** A journal that cannot be read adds nothing; it is not touched here. */
  async #journalOf(fileId: string): Promise<readonly JournalEntry[]> {
    const { services } = this.#options;
    const entries = await new Journal(services.files, journalPathOf(services, fileId)).read();
    return entries.ok ? entries.value : [];
  }

  async #fileIdOf(path: string): Promise<string | null> {
    const bytes = await this.#bytesOf(path);
    const written = bytes.ok ? /"fileId": "([a-z0-9-]{8,64})"/.exec(bytes.value.subarray(0, 4096).toString('latin1'))?.[1] : undefined;
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
