// The backups of the open file.
import type { TableDifference } from '@domain/changes-between.ts';
import type { Failure } from '@domain/failures.ts';
import type { Instant } from '@domain/units.ts';
import { channel, type OfDocument, type OfRevision } from './channel.ts';
import type { Exported } from './leaving.ts';
import type { Applied, OpenProject } from './project.ts';
import type { VaultSecret } from './vault.ts';

/**
 * Why a backup was taken: before the first change of an opening, after a while, before a format migration, before an older content was
 * restored, after keys were changed; `mine`, `theirs` and `base` are the sides of a file that another program or person had changed, and
 * their common base.
 */
export type BackupReason = 'opening' | 'interval' | 'migration' | 'restore' | 'keys' | 'mine' | 'theirs' | 'base';

/**
 * What a backup is kept for, each with a rule of its own. routine: thinned out as days go by; answer: given up in the answer to a
 * conflict, perhaps the only copy; restore, migration: from before an older content was restored, or the format changed; keys: after new
 * keys.
 */
export type BackupClass = 'routine' | 'answer' | 'restore' | 'migration' | 'keys';

/** One backup of the open file. `backupId`: opaque, valid as long as the backup exists. */
export type BackupEntry = {
  readonly backupId: string;
  /** What the clock said: to be shown, never compared. */
  readonly takenAt: Instant;
  readonly reason: BackupReason;
  readonly class: BackupClass;
  readonly revision: number;
  readonly bytes: number;
  /** Whether it is kept until the user dismisses it, and not only until newer ones are taken. */
  readonly isUntilDismissed: boolean;
  /** On how many more days Tierce has to run here before age may remove it; `null` when no known number of days does. */
  readonly runDaysLeft: number | null;
};

/** The content of a backup, read on demand. */
export type BackupContent =
  | {
      readonly state: 'readable';
      readonly savedBy: string;
      /** How many records of the accompaniment. */ readonly records: number;
      /** Restoring would remove `onlyBefore` and bring back `onlyAfter`. */ readonly differences: readonly TableDifference[];
    }
  | { readonly state: 'unreadable'; readonly failure: Failure };

/** The newest first, in the order in which they were taken. `failure`: why the last backup could not be kept. */
export type Backups = { readonly backups: readonly BackupEntry[]; readonly failure: Failure | null };

export const backupsChannels = {
  'backups.list': channel<OfDocument, Backups>(),
  'backups.read': channel<OfDocument & { readonly backupId: string }, BackupContent>(),
  /**
   * Shows a backup read-only; the file stays open behind it. Refused as backup-sealed without the `secret` of one under a key that the
   * file does not know.
   */
  'backups.open': channel<OfDocument & { readonly backupId: string; readonly secret?: VaultSecret }, OpenProject>(),
  /** Restores the content of a backup, as one step that can be undone. Private notes are restored too if they are under the same key. */
  'backups.restore': channel<OfRevision & { readonly backupId: string }, Applied>(),
  /**
   * Saves a backup where the user chooses, byte for byte the file that it was taken from. Refused as file-in-use if a file open anywhere
   * is in that place.
   */
  'backups.save': channel<OfDocument & { readonly backupId: string; readonly secret?: VaultSecret }, Exported>(),
  /** Removes a backup that is kept until it is dismissed; the user has agreed. Any other is refused as token-unknown. */
  'backups.dismiss': channel<OfDocument & { readonly backupId: string }, null>(),
};
