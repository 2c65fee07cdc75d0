// Keeps the steps in a journal that were made on another content than the file's: as a backup, so that the screens lead to it.
import type { Step } from '@domain/commands/step.ts';
import { type Document, rowsOf } from '@domain/document.ts';
import { type History, withStep } from '@domain/history/history.ts';
import type { Result } from '@domain/result.ts';
import { contentsNamedIn } from '@domain/tables/contents.ts';
import { type AnyRecord, declarationOf, isTableName, referenceEntries, type TableName, tablesOfKind } from '@domain/tables/tables.ts';
import type { Contents } from '../files/attached-contents.ts';
import { projectContent } from '../files/envelope.ts';
import { readHead } from '../files/file-head.ts';
import type { ReadProject } from '../files/read-project-file.ts';
import type { JournalEntry } from '../journal/journal-entry.ts';
import { lineageOf, markOfContent, stepsAfter } from '../journal/lineage.ts';
import { advanceBy, lastStates } from '../journal/recover.ts';
import { dropLostContents } from '../salvage/sound-contents.ts';
import { repairReferences } from '../salvage/repair-references.ts';
import { FileSealer } from '../vault/file-sealer.ts';
import { keyOfAny, openKeys, wipe } from '../vault/open-keys.ts';
import { type VaultKeys, vaultToday } from '../vault/vault.ts';
import type { SessionServices } from './session-services.ts';

export type Stranded = {
  /** Bare name of the file. */
  readonly name: string;
  /** The file as it was read. */
  readonly read: ReadProject;
  readonly entries: readonly JournalEntry[];
  readonly stranded: readonly Step[];
  /** The attached contents of the file, and those that its journal names and this computer has. */
  readonly contents: Contents;
};
/** `vault`: the keys of the notebook on which it was made. */
type Kept = { readonly document: Document; readonly history: History; readonly vault: VaultKeys | null };

/** @returns once it is kept; or why it cannot be, in which case the journal must stay where it is */
export async function keepStranded(services: SessionServices, stranded: Stranded): Promise<Result<null>> {
  const { name, read, contents } = stranded;
  const { vault, ...kept } = (await fromBackup(services, stranded)) ?? laidOver(stranded);
  const { revision, by, at } = newest(stranded.stranded);
  const keys = { ...read.header.keys, vault: vaultToday(vault, await vaultsOfAll(services, read)) };
  const header = { ...read.header, revision, savedBy: by, savedAt: at, keys };
  const key = read.sealing?.key ?? null;
  const sealer = key === null ? null : new FileSealer(header.fileId, key);
  const { parts, digest } = await projectContent({ header, ...kept, contents }, sealer);
  return services.backups.take(
    { fileId: header.fileId, fileName: name },
    { takenAt: services.context().now, revision, reason: 'mine', digest },
    parts,
  );
}

function newest(steps: readonly Step[]): Step {
  return steps.reduce((last, step) => (step.revision >= last.revision ? step : last));
}

/**
 * Steps may have sealed notes under a key that the file does not know: an older copy was put back, or it has a notebook of its own.
 * @returns the keys of the file, and those that its backups had at their time
 */
async function vaultsOfAll(
  { files, backups }: SessionServices,
  { header: { fileId, keys } }: ReadProject,
): Promise<readonly (VaultKeys | null)[]> {
  const stored = await backups.list(fileId);
  const vaults = [keys.vault];
  for (const { fileName } of stored.ok ? stored.value : []) {
    // one at a time: there may be more of them than files that can be open at once
    const head = await readHead(files, backups.pathOf(fileId, fileName) ?? '');
    vaults.push(head?.keys?.vault ?? null);
  }
  return vaults;
}

/** Exactly as it was: the last backup that the journal knows, plus every later step. @returns `null` if no such backup is left */
async function fromBackup(services: SessionServices, { read, entries, stranded, contents }: Stranded): Promise<Kept | null> {
  const { fileId } = read.header;
  const lineage = lineageOf(entries);
  const isOneLine = stranded.every((step) => lineage.steps.includes(step));
  const stored = isOneLine ? await services.backups.list(fileId) : null;
  if (stored === null || !stored.ok) return null;
  for (const { fileName, digest } of stored.value) {
    const mark = markOfContent(lineage, digest);
    if (mark === null) continue;
    const backup = await readBackup(services, read, fileName);
    if (!backup.ok) continue;
    const { document, revision, applied } = advanceBy(
      { document: backup.value.document, revision: backup.value.header.revision },
      stepsAfter(lineage, mark),
      { dayOf: services.dayOf },
    );
    const isWhole = revision === newest(stranded).revision && [...contentsNamedIn(document)].every((sha256) => contents.has(sha256));
    if (isWhole) return { document, history: applied.reduce(withStep, backup.value.history), vault: backup.value.header.keys.vault };
  }
  return null;
}

/** It may be under an earlier key of the file. */
async function readBackup({ backups }: SessionServices, { header, sealing }: ReadProject, fileName: string): Promise<Result<ReadProject>> {
  const keys = sealing === null ? null : openKeys(header.keys.file, sealing.key);
  const backup = await backups.read(header.fileId, fileName, keyOfAny(keys));
  wipe(keys);
  return backup;
}

/**
 * Lays each record that the steps touched, in its last state, over the file, together with the records it points to as far as the journal
 * has them.
 */
function laidOver({ read, entries, stranded, contents }: Stranded): Kept {
  const placed = new Map(tablesOfKind(read.document.kind).map((table) => [table, new Map(Object.entries(rowsOf(read.document, table)))]));
  const known = new Map(
    entries
      .flatMap((entry) => (entry.kind === 'step' ? entry.step.changes : []))
      .flatMap(({ table, id, before, after }) => [[keyOf(table, id), after ?? before] as const]),
  );
  const put = (table: TableName, record: AnyRecord): void => {
    placed.get(table)?.set(record.id, record);
    for (const [field, { to }] of referenceEntries(table)) {
      const target = known.get(keyOf(to, String(record[field])));
      if (target !== undefined && target !== null && isTableName(to) && placed.get(to)?.has(target.id) === false) put(to, target);
    }
  };
  for (const { table, id, after } of lastStates(stranded)) {
    if (after === null) placed.get(table)?.delete(id);
    else put(table, after);
  }
  dropLostContents(placed, contents);
  repairReferences(placed);
  return {
    document: withPlaced(read.document, placed),
    history: stranded.reduce(withStep, read.history),
    vault: read.header.keys.vault,
  };
}

function withPlaced(document: Document, placed: ReadonlyMap<TableName, ReadonlyMap<string, AnyRecord>>): Document {
  const sections = { accompaniment: { ...document.accompaniment }, desk: { ...document.desk }, vault: { ...document.vault } };
  for (const [table, rows] of placed) Object.assign(sections[declarationOf(table).class], { [table]: Object.fromEntries(rows) });
  return { ...document, ...sections };
}

function keyOf(table: string, id: string): string {
  return `${table}/${id}`;
}
