// What sessions need of the world, with their own data in a folder beside the files.
import { ok } from '@domain/result.ts';
import { calendarDate } from '@domain/units.ts';
import { join } from 'node:path';
import { ContentStore } from '../../main/attachments/content-store.ts';
import { BackupStore } from '../../main/backups/backup-store.ts';
import { realFileSystem } from '../../main/files/file-system.ts';
import { FileMemory } from '../../main/memory/file-memory.ts';
import type { SessionServices } from '../../main/project/session-services.ts';
import { countedIds, testContext } from './context.ts';
import { processNamed } from './running.ts';

/** @returns services on the real disk by default; what is to be done later is never done */
export function sessionServices(
  folder: string,
  {
    files = realFileSystem,
    newId = countedIds('disk'),
    later = () => () => undefined,
  }: Partial<Pick<SessionServices, 'files' | 'newId' | 'later'>> = {},
): SessionServices {
  const contents = new ContentStore({ files, folder: join(folder, 'data', 'attachments'), newId });
  const backups = new BackupStore({
    files,
    contents,
    folder: join(folder, 'data', 'backups'),
    newId,
    runDay: () => Promise.resolve(1),
    dayOf: (at) => at.slice(0, 10),
  });
  const memory = new FileMemory({ files, folder: join(folder, 'data', 'memory'), newId });
  const dayOf: SessionServices['dayOf'] = (at) => calendarDate(at.slice(0, 10));
  return {
    files,
    journalFolder: join(folder, 'data', 'journals'),
    backups,
    contents,
    memory,
    listedAs: () => null,
    unlist: async () => ok(null),
    running: processNamed(),
    newId,
    context: () => testContext(newId),
    dayOf,
    later,
  };
}
