// Recovers what a backup and this computer's journal hold of a file that can no longer be opened, and what they lack.
import type { LostPart } from '@contract/attempt.ts';
import type { Step } from '@domain/commands/step.ts';
import { applyChanges, type Document, everyRecord, rowsOf } from '@domain/document.ts';
import { withStep } from '@domain/history/history.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { contentsNamedIn, TABLES_WITH_CONTENTS, withoutLostContents } from '@domain/tables/contents.ts';
import type { AnyRecord, TableName } from '@domain/tables/tables.ts';
import type { StoredBackup } from '../backups/backup-store.ts';
import type { AttachedContent, Contents } from '../files/attached-contents.ts';
import type { FileHeader } from '../files/envelope.ts';
import type { KeyOf } from '../files/parse-project.ts';
import type { ReadProject } from '../files/read-project-file.ts';
import type { JournalEntry } from '../journal/journal-entry.ts';
import { newerJournals } from '../journal/journal-names.ts';
import { journalUnder } from '../journal/journal-of-file.ts';
import { lineageOf, markOfContent, stepsAfter } from '../journal/lineage.ts';
import { advanceBy } from '../journal/recover.ts';
import type { Salvaged } from '../salvage/salvage.ts';
import type { KeyRing } from '../vault/key-slots.ts';
import { openKeys, wipe } from '../vault/open-keys.ts';
import { resealedContents } from '../vault/reseal-contents.ts';
import { SEALED_TABLES } from '../vault/sealed-forms.ts';
import { vaultToday } from '../vault/vault.ts';
import type { SessionServices } from './session-services.ts';

export type BackupRecovery = {
  readonly fileId: string;
  readonly name: string;
  readonly backup: StoredBackup;
  /** Keys of newer copies of the file: it has been protected since, or a passphrase has changed. */
  readonly newer: readonly FileHeader['keys'][];
  readonly keyOf: KeyOf | undefined;
};

/** @returns the project with its known losses; or why the backup cannot be read: file-sealed, passphrase-wrong, file-damaged, disk-* */
export async function recoverFromBackup(services: SessionServices, wanted: BackupRecovery): Promise<Result<Salvaged>> {
  const { fileId, backup, newer } = wanted;
  const read = await services.backups.read(fileId, backup.fileName, wanted.keyOf);
  if (!read.ok) return read;
  const opened = await underItsKey(read.value, wanted);
  if (!opened.ok) return opened;
  const { key, ring, contents } = opened.value;
  const { header, history } = read.value;
  const keys = {
    file: ring,
    vault: vaultToday(
      header.keys.vault,
      newer.map((each) => each.vault),
    ),
  };
  const beyond = await journalBeyond(services, { fileId, key, ring, backup });
  if (!beyond.ok) return beyond;
  const kept = beyond.value;
  const { document, revision, applied } = advanceBy({ document: read.value.document, revision: header.revision }, kept.steps, services);
  const stored = await withStored(document, contents, (sha256) => services.contents.find(sha256, { fileId, key }));
  if (!stored.ok) return stored;
  const all = stored.value;
  const attached = withoutLost(document, all);
  const sealed = keys.vault === null ? SEALED_TABLES : []; // their keys are in no journal
  const readable = sealed.reduce((left, table) => without(left, table, () => true).document, attached.document);
  const lost = [
    part('journal', kept.isUncertain ? null : Math.max(0, kept.last - revision)),
    part('attachments', attached.count),
    ...sealed.map((table) => part(table, Object.keys(attached.document.vault[table]).length)),
  ].flat();
  const last = applied.at(-1);
  const made = last === undefined ? {} : { savedBy: last.by, savedAt: last.at };
  return ok({
    project: {
      header: { ...header, ...made, fileId, revision, keys },
      document: readable,
      history: applied.reduce(withStep, history),
      contents: all,
    },
    lost,
    kept: everyRecord(readable).length,
    key,
  });
}

type UnderKey = { readonly key: Uint8Array | null; readonly ring: KeyRing | null; readonly contents: Contents };

/** A backup from before its file was protected gets that protection: what has been sealed since is not returned in the clear. */
async function underItsKey(
  { header, sealing, contents }: ReadProject,
  { fileId, name, newer, keyOf }: BackupRecovery,
): Promise<Result<UnderKey>> {
  const ring = header.keys.file ?? newer.find(({ file }) => file !== null)?.file ?? null;
  if (ring === null) return ok({ key: null, ring, contents });
  if (sealing !== null && header.fileId === fileId) return ok({ key: sealing.key, ring, contents });
  if (sealing === null && keyOf === undefined) return refuse({ code: 'file-sealed', name });
  const key = sealing === null ? await keyOf?.({ ...header, keys: { ...header.keys, file: ring } }) : ok(sealing.key);
  if (key === undefined || !key.ok) return key ?? refuse({ code: 'file-sealed', name });
  const sealed = resealedContents(contents, { fileId: header.fileId, key: sealing?.key ?? null }, { fileId, key: key.value });
  return sealed.ok ? ok({ key: key.value, ring, contents: sealed.value }) : sealed;
}

type Beyond = { readonly steps: readonly Step[]; readonly last: number; readonly isUncertain: boolean };

/**
 * @returns the steps after the backup and the last revision in the journal; `isUncertain` when the journal does not know that backup, or
 * when it or a newer Tierce's holds more than can be read here. A journal that cannot be read just now is a failure: nothing is made that
 * would leave its steps out. It is not changed.
 */
async function journalBeyond(
  services: SessionServices,
  { fileId, key, ring, backup }: Omit<UnderKey, 'contents'> & { readonly fileId: string; readonly backup: StoredBackup },
): Promise<Result<Beyond>> {
  const keys = key === null ? null : openKeys(ring, key);
  const journal = journalUnder(services, fileId, keys);
  const read = await journal.read();
  wipe(keys);
  if (!read.ok) return read;
  const newer = await newerJournals(services.files, services.journalFolder, fileId);
  if (!newer.ok) return newer;
  const entries = read.value;
  const lineage = lineageOf(entries);
  const mark = markOfContent(lineage, backup.digest);
  const steps = mark === null ? [] : stepsAfter(lineage, mark);
  return ok({
    steps,
    last: entries.reduce((last, entry) => Math.max(last, revisionOf(entry)), 0),
    isUncertain: mark === null || newer.value.length > 0 || journal.holdsForeignAfter(mark.place),
  });
}

function revisionOf(entry: JournalEntry): number {
  return entry.kind === 'step' ? entry.step.revision : entry.revision;
}

/** @returns the contents of the backup, and those that later steps name, where this computer has them; or a disk-* failure */
async function withStored(
  document: Document,
  contents: Contents,
  find: (sha256: string) => Promise<Result<AttachedContent | null>>,
): Promise<Result<Contents>> {
  const all = new Map(contents);
  for (const sha256 of contentsNamedIn(document)) {
    const found = all.has(sha256) ? ok(null) : await find(sha256);
    if (!found.ok) return found;
    if (found.value !== null) all.set(sha256, found.value);
  }
  return ok(all);
}

function without(
  document: Document,
  table: TableName,
  isLost: (record: AnyRecord) => boolean,
): { readonly document: Document; readonly count: number } {
  const lost = Object.values(rowsOf(document, table)).filter(isLost);
  return {
    document: applyChanges(
      document,
      lost.map((record) => ({ table, id: record.id, before: record, after: null })),
    ),
    count: lost.length,
  };
}

/** `count`: the contents that are gone, each with its record or only from it. */
function withoutLost(document: Document, contents: Contents): { readonly document: Document; readonly count: number } {
  const changes = TABLES_WITH_CONTENTS.flatMap((table) =>
    Object.values(rowsOf(document, table)).flatMap((before) => {
      const after = withoutLostContents(table, before, (sha256) => contents.has(sha256));
      return after === before ? [] : [{ table, id: before.id, before, after }];
    }),
  );
  return { document: applyChanges(document, changes), count: changes.length };
}

function part(name: LostPart['part'], count: number | null): readonly LostPart[] {
  return count === 0 ? [] : [{ part: name, count }];
}
