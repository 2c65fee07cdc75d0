// The backups of the open file.
import type { TableDifference } from '@domain/changes-between.ts';
import type { Failure } from '@domain/failures.ts';
import type { Instant } from '@domain/units.ts';
import { channel, type OfDocument, type OfRevision } from './channel.ts';
import type { Exported } from './leaving.ts';
import type { Applied, OpenProject } from './project.ts';
import type { VaultSecret } from './vault.ts';

/** Why a backup was taken: before the first change of an opening, after a while, before the format was brought up to date, before an older content was brought back, after keys were changed; `mine`, `theirs` and `base` are the sides of a file that another hand had changed, and what both began from. */
export type BackupReason = 'opening' | 'interval' | 'migration' | 'restore' | 'keys' | 'mine' | 'theirs' | 'base';

/**
 * What a backup is kept for, each by a rule of its own. routine: thinned out as days go by; answer: given up in the answer to a conflict,
 * perhaps held by nothing else; restore, migration: before an older content came back, before the format changed; keys: after new keys.
 */
export type BackupClass = 'routine' | 'answer' | 'restore' | 'migration' | 'keys';

/** One backup of the open file. `backupId`: opaque, good while the backup is there. */
export type BackupEntry = {
  readonly backupId: string;
  /** What the clock said: to be shown, never to be compared. */
  readonly takenAt: Instant;
  readonly reason: BackupReason;
  readonly class: BackupClass;
  readonly revision: number;
  readonly bytes: number;
  /** Whether it stays until the user dismisses it, and not only until newer ones are taken. */
  readonly isUntilDismissed: boolean;
  /** On how many more days Tierce runs here before it goes by its age; `null` when no number of days is known to end it. */
  readonly runDaysLeft: number | null;
};

/** What a backup holds, read when it is asked for. */
export type BackupContent =
  | {
      readonly state: 'readable';
      readonly savedBy: string;
      /** Records in the clear. */ readonly records: number;
      /** What restoring would change: `onlyBefore` would go, `onlyAfter` would come back. */ readonly differences: readonly TableDifference[];
    }
  | { readonly state: 'unreadable'; readonly failure: Failure };

/** The newest first, by the order in which they were taken. `failure`: why the last backup could not be kept. */
export type Backups = { readonly backups: readonly BackupEntry[]; readonly failure: Failure | null };

export const backupsChannels = {
  'backups.list': channel<OfDocument, Backups>(),
  'backups.read': channel<OfDocument & { readonly backupId: string }, BackupContent>(),
  /** Shows a backup without letting it be changed; the file stays open behind it. Refused as backup-sealed without the `secret` of one that is under a key which the file does not know. */
  'backups.open': channel<OfDocument & { readonly backupId: string; readonly secret?: VaultSecret }, OpenProject>(),
  /** Brings the content of a backup back, as one step that can be undone. Private notes come along while they are under the same key. */
  'backups.restore': channel<OfRevision & { readonly backupId: string }, Applied>(),
  /** Saves a backup where the user says, as the file that it was taken of, byte for byte. Refused as file-in-use in the place of a file that is open anywhere. */
  'backups.save': channel<OfDocument & { readonly backupId: string; readonly secret?: VaultSecret }, Exported>(),
  /** Removes a backup that stays until it is dismissed, the user having been asked. Any other is refused as token-unknown. */
  'backups.dismiss': channel<OfDocument & { readonly backupId: string }, null>(),
};
