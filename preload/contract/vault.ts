// The notebook: private notes, and their keys.
import type { Failure } from '@domain/failures.ts';
import type { CalendarDate, Instant } from '@domain/units.ts';
import { channel, type OfDocument, type OfRevision } from './channel.ts';
import type { Applied } from './project.ts';

/**
 * What the window may know about the vault of an open document. `locksInMs`: how long it stays open without another act in the notebook,
 * in milliseconds.
 */
export type VaultStatus = { readonly state: 'none' | 'locked' | 'open'; readonly locksInMs: number | null };

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
  readonly text: string;
  readonly writtenAt: Instant | null;
  readonly isDropped: boolean;
};

/** In place of a note that is not sound. `text`: its content, cut to the first 2,000 characters; `null` if its seal does not open. */
export type BrokenNote = { readonly id: string; readonly text: string | null };

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
  /** Every sound private note, and the broken ones. Refused as vault-locked. */
  'vault.notes': channel<
    OfDocument,
    {
      readonly notes: readonly PrivateNoteText[];
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
   * A new note (`id` is null) or an edit. While the vault is locked a new one is sealed and filed at the next unlock, refused as
   * vault-key-unknown for a key that this computer does not know; an edit is refused as vault-locked.
   */
  'vault.write': channel<
    OfRevision & { readonly note: Omit<PrivateNoteText, 'id' | 'writtenAt' | 'isDropped'> & { readonly id: string | null } },
    VaultApplied & { readonly noteId: string }
  >(),
  /** The reader claims a note that was dropped in. */
  'vault.own': channel<OfRevision & { readonly noteId: string }, VaultApplied>(),
  'vault.remove': channel<OfRevision & { readonly noteId: string }, VaultApplied>(),
};
