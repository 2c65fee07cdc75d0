// The backups of files on a disk in memory, where something may happen before each call.
import type { BackupReason } from '@contract/backups.ts';
import { expectOk } from '@domain/result.ts';
import { ContentStore } from '../../main/attachments/content-store.ts';
import type { BackupSubject } from '../../main/backups/backup-name.ts';
import { BackupStore } from '../../main/backups/backup-store.ts';
import { digestLine, digestOf } from '../../main/files/envelope.ts';
import { countedIds, NOW } from './context.ts';
import { troubledMemory } from './troubled-memory.ts';

export { BUG, failing } from './troubled-memory.ts';
export const FILE = { fileId: 'test-file-1', fileName: 'mission.tierce' };
/** The folder of its backups. */
export const FOLDER = '/data/backups/test-file-1';

/** `say.runDay`: on how many days Tierce has run here. */
export function backupWorld() {
  const world = troubledMemory();
  const { files } = world;
  const say: { runDay: number | null } = { runDay: 1 };
  const newId = countedIds('n');
  const contents = new ContentStore({ files, folder: '/data/attachments', newId });
  const runDay = async () => say.runDay;
  const store = new BackupStore({ files, contents, folder: '/data/backups', newId, runDay, dayOf: (at) => at.slice(0, 10) });
  const take = async (subject: BackupSubject, content: string | Uint8Array = 'x', file = FILE) =>
    expectOk(await store.take(file, subject, [Buffer.from(content)]));
  return { ...world, say, contents, store, take };
}

/** @returns what a backup of that revision says of itself, with a digest made from the revision */
export function subjectAt(revision: number, reason: BackupReason = 'interval'): BackupSubject {
  return { takenAt: NOW, revision, reason, digest: String(revision).padStart(64, '0') };
}

/** @returns bytes that end like one of our files, and their digest */
export function withDigestLine(head: string): { readonly bytes: Buffer; readonly digest: string } {
  const digest = digestOf(head);
  return { bytes: Buffer.from(`${head}${digestLine(digest)}`), digest };
}
