// The notebook: private notes, and their keys.
import type { Failure } from '@domain/failures.ts';
import type { TableOfClass } from '@domain/tables/tables.ts';
import type { CalendarDate, Instant } from '@domain/units.ts';
import { channel, type OfDocument, type OfRevision } from './channel.ts';
import type { Applied } from './project.ts';

/**
 * What the window may know about the vault of an open document. `locksInMs`: how long it stays open without another act in the notebook,
 * in milliseconds.
 */
export type VaultStatus = { readonly state: 'none' | 'locked' | 'open'; readonly locksInMs: number | null };

/**
 * Whether the system's secret store opens the notebook without its passphrase on this computer. unavailable: there is no store that protects
 * anything, or the file is read-only.
 */
export type SystemState = 'unavailable' | 'off' | 'on';

/** What opens a vault. */
export type VaultSecret =
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  | { readonly kind: 'recovery'; readonly recoveryKey: string };

/**
 * A private note in the clear: the window holds it only while the vault is open. `writtenAt` orders the notes of one day.
 * `isDropped`: it came in while the notebook was locked, so that anybody with the file may have written it; until its reader claims it.
 */
export type PrivateNoteText = {
  readonly id: string;
  readonly date: CalendarDate;
  readonly sessionId: string | null;
  readonly organisationId: string | null;
  readonly personId: string | null;
  readonly conflictId: string | null;
  readonly text: string;
  readonly writtenAt: Instant | null;
  readonly isDropped: boolean;
};

/** A tension in the clear, under the same conditions. `settledOn`: `null` as long as it lasts. */
export type PrivateConflictText = {
  readonly id: string;
  readonly name: string;
  readonly openedOn: CalendarDate;
  readonly settledOn: CalendarDate | null;
  readonly writtenAt: Instant | null;
  readonly isDropped: boolean;
};

/** A record of the notebook. */
export type SealedRef = { readonly table: TableOfClass<'vault'>; readonly id: string };
type DraftOf<T extends SealedRef['table'], Text> = { readonly table: T; readonly id: string | null } & Omit<
  Text,
  'id' | 'writtenAt' | 'isDropped'
>;
/** A record as the window writes it; the id of a new one is `null`. */
export type SealedDraft = DraftOf<'privateNotes', PrivateNoteText> | DraftOf<'privateConflicts', PrivateConflictText>;

/** In place of a note or a tension that is not sound. `text`: its content, cut to the first 2,000 characters; `null` if its seal does not open. */
export type BrokenNote = SealedRef & { readonly text: string | null };

type VaultApplied = Applied & { readonly vault: VaultStatus };

/**
 * `recoveryKey`: to be printed, shown only this once; empty if there is no new one, or if the notebook was locked before it could be
 * shown. `unkept`: why only the file has the new keys so far; `null` if a backup has them, too.
 */
type VaultRekeyed = VaultApplied & { readonly recoveryKey: string; readonly unkept: Failure | null };

export const vaultChannels = {
  'vault.status': channel<OfDocument, VaultStatus>(),
  /** Somebody is using the notebook: restarts the countdown to its lock. */
  'vault.stay': channel<OfDocument, VaultStatus>(),
  'vault.lock': channel<OfDocument, VaultStatus>(),
  /** Every sound note and tension, and the broken ones. Refused as vault-locked. */
  'vault.notes': channel<
    OfDocument,
    {
      readonly notes: readonly PrivateNoteText[];
      readonly conflicts: readonly PrivateConflictText[];
      readonly broken: readonly BrokenNote[];
      readonly revision: number;
      readonly vault: VaultStatus;
    }
  >(),
  'vault.create': channel<OfRevision & { readonly passphrase: string }, VaultRekeyed>(),
  /**
   * Refused as vault-key-foreign if the public key of the vault is not its own: somebody may have put it there; as vault-key-changed if it
   * is not the one that this computer knows, and the user has not accepted that.
   */
  'vault.unlock': channel<OfRevision & { readonly secret: VaultSecret; readonly isKeyAccepted?: boolean }, VaultApplied>(),
  'vault.system': channel<OfDocument, { readonly system: SystemState }>(),
  /** Has the system's store hold the key, for this user on this computer. Refused as passphrase-wrong, secrets-unavailable. */
  'vault.systemOn': channel<OfDocument & { readonly secret: VaultSecret }, { readonly system: SystemState }>(),
  'vault.systemOff': channel<OfDocument, { readonly system: SystemState }>(),
  /** Opens the vault with the key in the system's store. Refused as `vault.unlock` is. */
  'vault.unlockHere': channel<OfRevision & { readonly isKeyAccepted?: boolean }, VaultApplied>(),
  /** The same, restoring the vault's own public key. */
  'vault.mend': channel<OfRevision & { readonly secret: VaultSecret }, VaultApplied>(),
  /**
   * Replaces the passphrase; requires the previous one, or the recovery key. `isNewKey`: also the key, so that earlier copies open nothing
   * written from now on; then there is a new recovery key as well.
   */
  'vault.change': channel<
    OfRevision & { readonly secret: VaultSecret; readonly passphrase: string; readonly isNewKey?: boolean },
    VaultRekeyed
  >(),
  /** Replaces the recovery key. */
  'vault.renew': channel<OfRevision & { readonly secret: VaultSecret }, VaultRekeyed>(),
  /**
   * A new note or tension, or an edit. While the vault is locked a new note is sealed and filed at the next unlock, refused as
   * vault-key-unknown for a key that this computer does not know; an edit or a tension is refused as vault-locked.
   */
  'vault.write': channel<OfRevision & { readonly record: SealedDraft }, VaultApplied & { readonly recordId: string }>(),
  /** The reader claims a record that was dropped in. */
  'vault.own': channel<OfRevision & { readonly record: SealedRef }, VaultApplied>(),
  'vault.remove': channel<OfRevision & { readonly record: SealedRef }, VaultApplied>(),
};
