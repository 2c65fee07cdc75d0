// An accompaniment that is open and edited through the contract, with its backups.
import type { BackupEntry } from '@contract/backups.ts';
import { expectOk } from '@domain/result.ts';
import { realFileSystem } from '../../main/files/file-system.ts';
import { testApplication } from './application.ts';
import { readBackups } from './backup-contents.ts';
import { DRAFT } from './documents.ts';

/** An accompaniment that is open, edited through the contract. */
export async function opened(files = realFileSystem) {
  const app = await testApplication({ files });
  const project = expectOk(await app.call('project.create', { draft: DRAFT }));
  const { documentId } = project;
  let count = 0;
  const base = async () => ({
    documentId,
    commandId: `command-${(count += 1)}-${documentId}`,
    baseRevision: expectOk(await app.call('project.read', { documentId })).revision,
  });
  const add = async (title: string) => {
    expectOk(
      await app.call('project.run', {
        ...(await base()),
        command: {
          name: 'session.create',
          args: {
            title,
            date: '2026-04-20' as never,
            startsAt: null,
            endsAt: null,
            mode: 'onsite',
            place: '',
            phaseId: null,
            status: 'held',
          },
        },
      }),
    );
    expectOk(await app.call('project.save', { documentId }));
  };
  const titles = async () =>
    Object.values(expectOk(await app.call('project.read', { documentId })).document.accompaniment.sessions)
      .map(({ title }) => title)
      .toSorted();
  const list = async (): Promise<readonly BackupEntry[]> => expectOk(await app.call('backups.list', { documentId })).backups;
  const contents = () => readBackups(app, documentId);
  return { app, documentId, base, add, titles, list, contents };
}
