// A file that does not open normally, or has gone, and what can be done about it.
import type { Failure } from '@domain/failures.ts';
import type { TableName } from '@domain/tables/tables.ts';
import type { Instant } from '@domain/units.ts';
import type { BackupEntry } from './backups.ts';
import { channel, type NoArgs } from './channel.ts';
import type { OpenProject } from './project.ts';
import type { VaultSecret } from './vault.ts';

type OfAttempt = { readonly attemptId: string };

/** A file that could not be opened normally, and what can be done about it. */
export type Attempt = {
  readonly attemptId: string;
  readonly fileName: string;
  readonly folderName: string;
  readonly failure: Failure;
  /** Whether the file can be looked for again at its path: of one found among the gone files, only the name is known. */
  readonly isPlaceKnown: boolean;
  /**
   * Whether the file says that it is protected by a passphrase: recovering it then needs its secret. For a file that lost its protection:
   * whether a copy here still has it, so that its secret is needed to accept that.
   */
  readonly isSealed: boolean;
  /**
   * Backups of this same file, the newest first. `steps`: later changes in this computer's journal that can be added. `isSealed`: it needs
   * the secret, because the file was protected then or has been since.
   */
  readonly backups: readonly (Pick<BackupEntry, 'backupId' | 'takenAt' | 'reason' | 'revision' | 'bytes'> & {
    readonly steps: number;
    readonly isSealed: boolean;
  })[];
};

/** A file that is no longer in the library, or never was, and that has backups on this computer. */
export type GoneFile = { readonly goneId: string; readonly fileName: string; readonly lastBackupAt: Instant };

/** What could not be recovered of a file. `journal`: changes that only the journal held. `count` is null where the amount is unknown. */
export type LostPart = {
  readonly part: TableName | 'journal' | 'header' | 'moment' | 'desk' | 'vault' | 'accompaniment' | 'history';
  readonly count: number | null;
};

export type Recovered = { readonly project: OpenProject; readonly lost: readonly LostPart[]; readonly kept: number };

export const attemptChannels = {
  /** Accompaniments that are not in the library and have backups on this computer, the one backed up last first. */
  'gone.list': channel<NoArgs, readonly GoneFile[]>(),
  /** Always refused, like opening a missing file: `attempt.read` then says what can be done. */
  'gone.open': channel<{ readonly goneId: string }, OpenProject>(),
  /** Removes everything that this computer keeps of one. Refused as file-locked while it is open elsewhere. */
  'gone.forget': channel<{ readonly goneId: string }, null>(),
  /** The last file that could not be opened, `null` when there is none. */
  'attempt.read': channel<NoArgs, Attempt | null>(),
  /** read-only: nothing is locked or changed; take-over: replaces the file's holder; again: as the first time. */
  'attempt.open': channel<OfAttempt & { readonly how: 'read-only' | 'take-over' | 'again' }, OpenProject>(),
  'attempt.unlock': channel<OfAttempt & { readonly secret: VaultSecret }, OpenProject>(),
  /**
   * Opens a file that is older than this computer remembers, or no longer protected; the user has agreed. `secret`: of the lost
   * protection, if a copy still knows it; refused as passphrase-wrong.
   */
  'attempt.accept': channel<OfAttempt & { readonly secret: VaultSecret | null }, OpenProject>(),
  /**
   * Recovers into a new file: beside a damaged one, which stays as it is, from what can still be read of it; or from a backup with the
   * journal, under its own name if it is gone. For a protected one the secret is required (refused as file-sealed without it), and the
   * recovered file keeps it.
   */
  'attempt.recover': channel<
    OfAttempt & {
      readonly backupId: string | null;
      readonly secret: VaultSecret | null;
      /** Takes over what this computer keeps of it from its holder; the user has agreed. */ readonly isTakingOver?: boolean;
    },
    Recovered
  >(),
};
