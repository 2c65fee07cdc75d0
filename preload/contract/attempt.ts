// A file that does not open as it was asked, or has gone, and what can be done about it.
import type { Failure } from '@domain/failures.ts';
import type { TableName } from '@domain/tables/tables.ts';
import type { Instant } from '@domain/units.ts';
import type { BackupEntry } from './backups.ts';
import { channel, type NoArgs } from './channel.ts';
import type { OpenProject } from './project.ts';
import type { VaultSecret } from './vault.ts';

type OfAttempt = { readonly attemptId: string };

/** A file that could not be opened as it was asked, and what can be done about it. */
export type Attempt = {
  readonly attemptId: string;
  readonly fileName: string;
  readonly folderName: string;
  readonly failure: Failure;
  /** Whether the file can be looked for again where it was: of one found among the gone, only its name is known. */
  readonly isPlaceKnown: boolean;
  /** Whether the file says that a passphrase protects it: what is recovered of it then needs its secret. Of one whose protection is gone: whether a copy here still has it, so that its secret is needed to accept that. */
  readonly isSealed: boolean;
  /** Backups of that very file, the newest first. `steps`: changes that this computer's journal holds beyond it and can add to it. `isSealed`: it needs the secret, as the file had it then or has been protected since. */
  readonly backups: readonly (Pick<BackupEntry, 'backupId' | 'takenAt' | 'reason' | 'revision' | 'bytes'> & {
    readonly steps: number;
    readonly isSealed: boolean;
  })[];
};

/** A file that is not in the library any more, or never was, and of which this computer keeps backups. */
export type GoneFile = { readonly goneId: string; readonly fileName: string; readonly lastBackupAt: Instant };

/** What could not be recovered of a file. `journal`: changes that it alone held. `count` is null where nobody can tell. */
export type LostPart = {
  readonly part: TableName | 'journal' | 'header' | 'moment' | 'desk' | 'vault' | 'accompaniment' | 'history';
  readonly count: number | null;
};

export type Recovered = { readonly project: OpenProject; readonly lost: readonly LostPart[]; readonly kept: number };

export const attemptChannels = {
  /** Accompaniments that are not in the library and of which this computer keeps backups, the one last backed up first. */
  'gone.list': channel<NoArgs, readonly GoneFile[]>(),
  /** Always refused, as the opening of a file that is not there: `attempt.read` then tells what can be done. */
  'gone.open': channel<{ readonly goneId: string }, OpenProject>(),
  /** Removes everything that this computer keeps of one. Refused as file-locked while it is open elsewhere. */
  'gone.forget': channel<{ readonly goneId: string }, null>(),
  /** The last file that could not be opened, `null` when there is none. */
  'attempt.read': channel<NoArgs, Attempt | null>(),
  /** read-only: nothing is locked or changed; take-over: in the place of whoever holds the file; again: as at first. */
  'attempt.open': channel<OfAttempt & { readonly how: 'read-only' | 'take-over' | 'again' }, OpenProject>(),
  'attempt.unlock': channel<OfAttempt & { readonly secret: VaultSecret }, OpenProject>(),
  /** Opens a file that is older than this computer remembers it, or that is not protected any more, the user having been asked. `secret`: of the protection that is gone, where a copy still knows it; refused as passphrase-wrong. */
  'attempt.accept': channel<OfAttempt & { readonly secret: VaultSecret | null }, OpenProject>(),
  /** Recovers into a new file: beside a damaged one, which stays as it is, from what can still be read of it; or from a backup with the journal, under its own name when it is gone. A protected one is asked its secret, refused as file-sealed without it, and recovered under the same. */
  'attempt.recover': channel<
    OfAttempt & {
      readonly backupId: string | null;
      readonly secret: VaultSecret | null;
      /** In the place of whoever holds what this computer keeps of it, the user having been asked. */ readonly isTakingOver?: boolean;
    },
    Recovered
  >(),
};
