// Recovers a file that cannot be opened: from what can still be read, or from a backup with the later steps in the journal.
import { basename, dirname } from 'node:path';
import type { Attempt, LostPart } from '@contract/attempt.ts';
import type { VaultSecret } from '@contract/vault.ts';
import type { FileFailure } from '@domain/failures.ts';
import { partsOf } from '@domain/file-name.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { backupIdOf } from '../backups/backup-service.ts';
import type { StoredBackup } from '../backups/backup-store.ts';
import { readRegularFile } from '../machine/regular-file.ts';
import { diskFailure, errnoOf } from '../files/disk-failure.ts';
import { unreadFailure } from '../files/read-project-file.ts';
import { type ContentName, FILE_ENDING, type FileHeader, LARGEST_FILE_BYTES, projectContent } from '../files/envelope.ts';
import { type FileHead, readHead } from '../files/file-head.ts';
import type { FileSystem } from '../files/file-system.ts';
import { freePath } from '../files/new-name.ts';
import { type KeyOf, parseProject } from '../files/parse-project.ts';
import { replaceFile } from '../files/replace-file.ts';
import { journalLockPathOf, journalOf } from '../journal/journal-of-file.ts';
import type { Holder } from '../journal/journal.ts';
import type { JournalEntry } from '../journal/journal-entry.ts';
import { stepsBeyond } from '../journal/lineage.ts';
import { presentIn } from '../library/present-files.ts';
import { type Salvaged, salvageProject } from '../salvage/salvage.ts';
import { NO_FILE_ID } from '../salvage/sound-header.ts';
import { firstSight } from '../memory/remembered.ts';
import { lending } from '../vault/lent-keys.ts';
import { openFileKeys } from '../vault/file-keys.ts';
import { resealedContents } from '../vault/reseal-contents.ts';
import { FileSealer } from '../vault/file-sealer.ts';
import { recoverFromBackup } from './backup-recovery.ts';
import type { SessionServices } from './session-services.ts';
import { SessionLocks } from './session-locks.ts';

export type RecoveredFile = { readonly path: string; readonly lost: readonly LostPart[]; readonly kept: number };
export type FileRecoveryOptions = {
  readonly services: SessionServices;
  /** Name of the new file, made from that of the damaged one. */
  readonly nameOf: (name: string) => string;
};

/**
 * A file that cannot be opened. `isGone`: it no longer exists. `fileId`: of one that is gone from the library, known although the file
 * cannot say it.
 */
export type BrokenFile = { readonly path: string; readonly isGone: boolean; readonly fileId: string | null };
export type HowToRecover = { readonly backupId: string | null; readonly keyOf: KeyOf | undefined; readonly isTakingOver: boolean };
/** `backup`: null for the file itself. */
type Copy = { readonly backup: StoredBackup | null; readonly head: FileHead | null };
type NewFile = { readonly bytes: Buffer; readonly header: FileHeader } & ContentName;

export class FileRecovery {
  readonly #options: FileRecoveryOptions;

  constructor(options: FileRecoveryOptions) {
    this.#options = options;
  }

  /**
   * @param keyOf where the key of the file is known already
   * @returns whether the file needs its secret, and its backups, the newest first: found by its id where that is known or readable, else
   * by the name under which it was last saved; or disk-*
   */
  async keptOf(file: BrokenFile, keyOf?: KeyOf): Promise<Result<Pick<Attempt, 'isSealed' | 'backups'>>> {
    const found = await this.#copiesOf(file);
    if (!found.ok) return found;
    const { fileId, copies } = found.value;
    const entries = fileId === null ? ok([]) : await this.#entriesOf(fileId, copies, keyOf);
    if (!entries.ok) return entries;
    const backups = copies.flatMap(({ backup }, place) =>
      backup === null
        ? []
        : [
            {
              backupId: backupIdOf(backup.fileName),
              takenAt: backup.takenAt,
              reason: backup.reason,
              revision: backup.revision,
              bytes: backup.bytes,
              steps: stepsBeyond(entries.value, backup.digest).length,
              isSealed: copies.slice(0, place + 1).some(({ head }) => head?.isSealed === true),
            },
          ],
    );
    // a file that no longer says anything is taken to be as its last backup
    const telling = copies.find(({ head }) => head !== null && (head.isSealed || head.keys !== null));
    return ok({ isSealed: telling?.head?.isSealed === true, backups });
  }

  /** The journal of a sealed file can be read only with its key; without one, no entries. */
  async #entriesOf(
    fileId: string,
    copies: readonly Copy[],
    keyOf: KeyOf | undefined,
  ): Promise<Result<readonly JournalEntry[], FileFailure>> {
    const keys = copies.find(({ head }) => head?.keys?.file !== undefined && head.keys.file !== null)?.head?.keys ?? null;
    const read = (key: Uint8Array | null) => journalOf(this.#options.services, fileId, key).read();
    if (keyOf === undefined || keys === null) return read(null);
    return lending(keyOf, async (lent) => {
      const key = await lent({ fileId, keys });
      return read(key.ok ? key.value : null);
    });
  }

  /**
   * @returns whether a secret belongs to a file that lost its protection, tried on its newest protected backup; or passphrase-wrong.
   * Without such a backup it cannot be checked
   */
  async prove(file: BrokenFile, secret: VaultSecret | null): Promise<Result<unknown>> {
    const found = await this.#copiesOf(file);
    if (!found.ok) return found;
    const rings = found.value.copies.flatMap(({ head }) => head?.keys?.file ?? []);
    if (rings[0] === undefined) return ok(null);
    if (secret === null) return refuse({ code: 'passphrase-wrong' });
    const opened = await openFileKeys(rings[0], secret);
    if (opened.ok) opened.value.key.fill(0); // it was only a test
    return opened.ok ? ok(null) : opened;
  }

  /**
   * A damaged file stays as it is; the recovered one is a new file beside it. A file that is gone from the library is recreated under its
   * name and id, so that its backups and its journal continue.
   * @param how.backupId `null`: from the damaged file itself
   * @param how.keyOf supplies the key of a protected file or backup; the recovered file is protected in the same way
   * @param how.isTakingOver takes over the journal of a gone file from its holder, as after a crash of the computer
   * @returns the new file; or why nothing could be recovered: file-sealed, passphrase-wrong, file-locked for a file that is open
   * elsewhere, file-exists for one that has come back, disk-*
   */
  async recover(file: BrokenFile, how: HowToRecover): Promise<Result<RecoveredFile>> {
    if (!isMadeAgain(file)) return this.#make(file, how, null);
    const { services } = this.#options;
    const possible = how.isTakingOver ? await this.#possible(file, how) : ok(null);
    if (!possible.ok) return possible; // no lock is taken if nothing can be recovered, or not with this secret
    const locks = new SessionLocks(services, how.isTakingOver);
    try {
      const held = await locks.takeJournal(journalLockPathOf(services, file.fileId), basename(file.path));
      if (!held.ok) return held;
      const away = await isAway(services.files, file);
      return away.ok ? await this.#make(file, how, locks.holder) : away;
    } finally {
      await locks.release();
    }
  }

  async #possible(file: BrokenFile & { readonly fileId: string }, how: HowToRecover): Promise<Result<unknown>> {
    const away = await isAway(this.#options.services.files, file);
    return away.ok ? this.#read(file, how) : away;
  }

  /** @param holder of the journal of a recreated file, which continues from here */
  async #make(file: BrokenFile, how: HowToRecover, holder: Holder | null): Promise<Result<RecoveredFile>> {
    const { services } = this.#options;
    const recovered = await this.#read(file, how);
    if (!recovered.ok) return recovered;
    const made = await this.#newFile(recovered.value, holder !== null);
    if (!made.ok) return made;
    const target = await this.#targetFor(file);
    if (!target.ok) return target;
    if (holder !== null) {
      await this.#note(recovered.value, made.value, 'saving', holder);
      // first: after a kill the file is as old as its backup, and rightly so
      await services.memory.note(made.value.header.fileId, () => firstSight(made.value.header));
    }
    const written = await replaceFile(services.files, {
      path: target.value,
      parts: [made.value.bytes],
      nonce: services.newId(),
      lastCheck: () => whatStandsAt(services.files, target.value),
    });
    if (!written.ok) return written;
    if (holder === null) await this.#rememberCopy(recovered.value, made.value);
    else await this.#note(recovered.value, made.value, 'saved', holder);
    return ok({ path: target.value, lost: recovered.value.lost, kept: recovered.value.kept });
  }

  /** A gone file comes back under its own name; the new file beside a damaged one gets another. */
  async #targetFor({ path, isGone, fileId }: BrokenFile): Promise<Result<string, FileFailure>> {
    const {
      services: { files },
      nameOf,
    } = this.#options;
    try {
      if (fileId !== null) await files.mkdir(dirname(path), { recursive: true }); // the library itself may be gone
      const own = partsOf(basename(path), FILE_ENDING);
      return ok(await freePath(files, dirname(path), isGone ? own : { stem: own.stem, ending: FILE_ENDING, around: nameOf }));
    } catch (error) {
      if (errnoOf(error) === null) throw error;
      return refuse(diskFailure(error, basename(path)));
    }
  }

  /** Sealed as it was: what was sealed is never written in the clear. Parsed before it is written: what Tierce makes, Tierce can open. */
  async #newFile({ project, key }: Salvaged, isAgain: boolean): Promise<Result<NewFile>> {
    const { fileId, copyOf, keys, revision } = project.header;
    const origin = isAgain ? { fileId, copyOf } : { fileId: this.#options.services.newId(), copyOf: fileId === NO_FILE_ID ? null : fileId };
    const header = { ...project.header, ...origin, keys: key === null ? { ...keys, file: null } : keys };
    const sealer = key === null ? null : new FileSealer(header.fileId, key);
    const contents = resealedContents(project.contents, { fileId, key }, { fileId: header.fileId, key });
    if (!contents.ok) return contents;
    const anew = { ...project, header, contents: contents.value };
    const { parts, digest } = await projectContent(anew, sealer);
    const bytes = Buffer.concat(parts);
    const read = await parseProject(bytes, {
      name: 'recovered',
      keyOf: () => Promise.resolve(key === null ? refuse({ code: 'seal-broken' }) : ok(key)),
    });
    return read.ok ? ok({ bytes, digest, revision, header }) : read;
  }

  /** The copy keeps the remembered key of the notebook: the damaged file may have been tampered with as well. */
  async #rememberCopy({ project }: Salvaged, { header }: NewFile): Promise<void> {
    const { memory } = this.#options.services;
    const known = await memory.read(project.header.fileId);
    if (known !== null) await memory.note(header.fileId, () => ({ ...firstSight(header), vaultKey: known.vaultKey }));
  }

  /**
   * The journal of a recreated file continues from here. If part of it was lost it is set aside whole, once the file exists: until then it
   * may be the only copy of those steps.
   */
  async #note({ project, key, lost }: Salvaged, { digest, revision }: NewFile, kind: 'saving' | 'saved', holder: Holder): Promise<void> {
    const { services } = this.#options;
    const journal = journalOf(services, project.header.fileId, key, holder);
    if (kind === 'saved' && lost.length > 0) await journal.setAside(services.newId());
    await journal.append([
      { kind: 'held', revision },
      { kind, revision, digest },
    ]); // if it fails, the next opening sets the journal aside and says so
    await journal.close();
  }

  /** @returns what can be recovered. Changes nothing */
  #read(file: BrokenFile, { backupId, keyOf }: HowToRecover): Promise<Result<Salvaged>> {
    return backupId === null ? this.#fromFile(file.path, keyOf) : this.#fromBackup(file, backupId, keyOf);
  }

  async #fromFile(path: string, keyOf: KeyOf | undefined): Promise<Result<Salvaged>> {
    const bytes = await this.#bytesOf(path);
    return bytes.ok ? salvageProject(bytes.value, { name: basename(path), keyOf }) : bytes;
  }

  async #fromBackup(file: BrokenFile, backupId: string, keyOf: KeyOf | undefined): Promise<Result<Salvaged>> {
    const { services } = this.#options;
    const found = await this.#copiesOf(file);
    if (!found.ok) return found;
    const { fileId, copies } = found.value;
    const place = copies.findIndex((copy) => copy.backup !== null && backupIdOf(copy.backup.fileName) === backupId);
    const backup = copies[place]?.backup ?? null;
    if (fileId === null || backup === null) return refuse({ code: 'token-unknown' });
    const newer = copies.slice(0, place).flatMap(({ head }) => head?.keys ?? []);
    return recoverFromBackup(services, { fileId, name: basename(file.path), backup, newer, keyOf });
  }

  /** @returns the id of the file, and what the heads of the file and of its backups say, the newest first */
  async #copiesOf({ path, fileId }: BrokenFile): Promise<Result<{ readonly fileId: string | null; readonly copies: readonly Copy[] }>> {
    const { files, backups } = this.#options.services;
    const own: Copy = { backup: null, head: await readHead(files, path) };
    const known = fileId ?? own.head?.fileId ?? (await backups.fileIdOfName(basename(path)));
    const stored = known === null ? ok([]) : await backups.list(known);
    if (!stored.ok) return stored;
    const copies = [own];
    for (const backup of stored.value)
      copies.push({ backup, head: await readHead(files, backups.pathOf(known ?? '', backup.fileName) ?? '') });
    return ok({ fileId: known, copies });
  }

  async #bytesOf(path: string): Promise<Result<Buffer>> {
    const { files } = this.#options.services;
    const name = basename(path);
    try {
      const bytes = await readRegularFile(files, path, LARGEST_FILE_BYTES);
      return 'not' in bytes ? refuse(unreadFailure(bytes, name)) : ok(bytes);
    } catch (error) {
      if (errnoOf(error) === null) throw error;
      return refuse(diskFailure(error, name));
    }
  }
}

/** Known by its id, and not by a name that another file may have: only then is it certainly the same file. */
function isMadeAgain(file: BrokenFile): file is BrokenFile & { readonly fileId: string } {
  return file.isGone && file.fileId !== null;
}

/**
 * @returns or file-exists: it is in its folder again, under whatever name, restored from the bin, brought by a sync client, or recreated
 * by another window
 */
async function isAway(files: FileSystem, { path, fileId }: BrokenFile & { readonly fileId: string }): Promise<Result<null>> {
  const present = await presentIn(files, dirname(path));
  const isBack = present.ok && present.value.fileIds.has(fileId); // the write reports any trouble
  return isBack ? refuse({ code: 'file-exists', name: basename(path) }) : ok(null);
}

/** Nothing is ever overwritten, not even by a recovery: a file that has come back meanwhile stays. */
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
