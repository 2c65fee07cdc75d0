// The services that all sessions share.
import type { CommandContext } from '@domain/commands/context.ts';
import type { FileFailure } from '@domain/failures.ts';
import type { Result } from '@domain/result.ts';
import type { ContentStore } from '../attachments/content-store.ts';
import type { BackupStore } from '../backups/backup-store.ts';
import type { FileSystem } from '../files/file-system.ts';
import type { FileMemory } from '../memory/file-memory.ts';
import type { DayOf } from '../journal/recover.ts';
import type { RunningProcess } from '../locks/running-process.ts';
import type { Later } from './later.ts';

/** What sessions share: the disk, the places of journals and backups, the clock, and who this process is. */
export type SessionServices = {
  readonly files: FileSystem;
  readonly journalFolder: string;
  readonly backups: BackupStore;
  /** Attached contents, stored beside the files. */
  readonly contents: ContentStore;
  /** What is remembered of each file. */
  readonly memory: FileMemory;
  /** The bare name under which the library has a file; `null` where it has not. */
  readonly listedAs: (fileId: string) => string | null;
  /** Removes a file of the library from the index kept for Home. @returns once nothing of it is kept any more; or a disk-* failure */
  readonly unlist: (fileId: string) => Promise<Result<null, FileFailure>>;
  readonly running: RunningProcess;
  readonly newId: () => string;
  readonly context: () => CommandContext;
  readonly dayOf: DayOf;
  readonly later: Later;
};
