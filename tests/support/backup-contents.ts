// The backups of an open file as the window knows them, each with its content.
import type { BackupContent, BackupEntry } from '@contract/backups.ts';
import { expectOk } from '@domain/result.ts';
import type { TestApplication } from './application.ts';

/** @returns the list, the newest first, with the content of each */
export async function readBackups({ call }: TestApplication, documentId: string): Promise<readonly (BackupEntry & BackupContent)[]> {
  const { backups } = expectOk(await call('backups.list', { documentId }));
  const read = async ({ backupId }: BackupEntry) => expectOk(await call('backups.read', { documentId, backupId }));
  return Promise.all(backups.map(async (backup) => ({ ...backup, ...(await read(backup)) })));
}
