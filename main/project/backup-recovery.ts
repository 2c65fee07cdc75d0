// What a backup and this computer's journal give of a file that cannot be opened any more, with what they lack.
import type { LostPart } from '@contract/channels.ts';
import { applyChanges, type Document, everyRecord, rowsOf } from '@domain/document.ts';
import { withStep } from '@domain/history/history.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import type { AnyRecord, TableName } from '@domain/tables/tables.ts';
import type { CalendarDate } from '@domain/units.ts';
import type { StoredBackup } from '../backups/backup-store.ts';
import type { AttachedContent, Contents } from '../files/attached-contents.ts';
import type { KeyOf } from '../files/parse-project.ts';
import type { ReadProject } from '../files/read-project-file.ts';
import type { JournalEntry } from '../journal/journal.ts';
import { journalOf } from '../journal/journal-of-file.ts';
import { advanceBy, placeOfContent, stepsBeyond } from '../journal/recover.ts';
import type { Salvaged } from '../salvage/salvage.ts';
import type { KeyRing } from '../vault/key-slots.ts';
import { resealedContents } from '../vault/reseal-contents.ts';
import { SectionSealer } from '../vault/sealed-file.ts';
import type { SessionServices } from './open-session.ts';

export type BackupRecovery = {
  readonly fileId: string;
  readonly name: string;
  readonly backup: StoredBackup;
  /** Of a file that was protected after this backup was taken. */
  readonly ring: KeyRing | null;
  readonly keyOf: KeyOf | undefined;
  readonly today: CalendarDate;
};

/** @returns the project with what is known to be lost; or why the backup cannot be read: file-sealed, passphrase-wrong, file-damaged, disk-* */
export async function recoverFromBackup(services: SessionServices, wanted: BackupRecovery): Promise<Result<Salvaged>> {
  const { fileId, backup, today } = wanted;
  const read = await services.backups.read(fileId, backup.fileName, wanted.keyOf);
  if (!read.ok) return read;
  const opened = await underItsKey(read.value, wanted);
  if (!opened.ok) return opened;
  const { key, keys, contents } = opened.value;
  const { header, history } = read.value;
  const kept = await journalBeyond(services, { fileId, key, backup });
  const { document, revision, applied } = advanceBy({ document: read.value.document, revision: header.revision }, kept.steps, today);
  const all = await withStored(document, contents, (sha256) => services.contents.get(sha256, { fileId, key }));
  const attached = without(document, 'attachments', ({ sha256 }) => !all.has(String(sha256)));
  const readable = without(attached.document, 'privateNotes', () => keys.vault === null); // their keys are in no journal
  const lost = [
    part('steps', kept.isUncertain ? null : Math.max(0, kept.last - revision)),
    part('attachments', attached.count),
    part('privateNotes', readable.count),
  ].flat();
  return ok({ project: { header: { ...header, revision, keys }, document: readable.document, history: applied.reduce(withStep, history), contents: all }, lost, kept: everyRecord(readable.document).length, key });
}

type UnderKey = { readonly key: Uint8Array | null; readonly keys: ReadProject['header']['keys']; readonly contents: Contents };

/** A backup from before the protection of its file is brought under it: what was under a seal since is not given back in the clear. */
async function underItsKey({ header, sealing, contents }: ReadProject, { fileId, name, ring, keyOf }: BackupRecovery): Promise<Result<UnderKey>> {
  if (sealing !== null || ring === null) return ok({ key: sealing?.key ?? null, keys: header.keys, contents });
  if (keyOf === undefined) return refuse({ code: 'file-sealed', name });
  const keys = { ...header.keys, file: ring };
  const key = await keyOf({ ...header, keys });
  if (!key.ok) return key;
  const sealed = resealedContents(contents, { fileId, key: null }, new SectionSealer(fileId, key.value));
  return sealed.ok ? ok({ key: key.value, keys, contents: sealed.value }) : sealed;
}

/** @returns the steps after the backup and the last revision that the journal knows; `isUncertain` when some of it cannot be read here. It is not touched. */
async function journalBeyond(services: SessionServices, { fileId, key, backup }: { readonly fileId: string; readonly key: Uint8Array | null; readonly backup: StoredBackup }) {
  const journal = journalOf(services, fileId, key);
  const read = await journal.read();
  const entries = read.ok ? read.value : [];
  const isUncertain = !read.ok || journal.holdsForeignAfter(placeOfContent(entries, backup.digest));
  return { steps: stepsBeyond(entries, backup.digest), last: entries.reduce((last, entry) => Math.max(last, revisionOf(entry)), 0), isUncertain };
}

function revisionOf(entry: JournalEntry): number {
  return entry.kind === 'step' ? entry.step.revision : entry.revision;
}

/** The contents of the backup, and those that later steps name, as far as this computer has them. */
async function withStored({ accompaniment }: Document, contents: Contents, find: (sha256: string) => Promise<AttachedContent | null>): Promise<Contents> {
  const all = new Map(contents);
  for (const { sha256 } of Object.values(accompaniment.attachments)) {
    const found = all.has(sha256) ? null : await find(sha256);
    if (found !== null) all.set(sha256, found);
  }
  return all;
}

function without(document: Document, table: TableName, isLost: (record: AnyRecord) => boolean): { readonly document: Document; readonly count: number } {
  const lost = Object.values(rowsOf(document, table)).filter(isLost);
  return { document: applyChanges(document, lost.map((record) => ({ table, id: record.id, before: record, after: null }))), count: lost.length };
}

function part(name: LostPart['part'], count: number | null): readonly LostPart[] {
  return count === 0 ? [] : [{ part: name, count }];
}
