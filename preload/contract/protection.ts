// The passphrase of a whole file.
import { channel, type OfDocument, type OfRevision } from './channel.ts';
import type { Applied } from './project.ts';
import type { VaultSecret } from './vault.ts';

/** Whether a passphrase protects the whole file. */
export type Protection = { readonly isProtected: boolean };

/**
 * `leftBackups`: those that could not be re-encrypted, which stay as they were. `isNewerLeft`: whether a newer Tierce has written a
 * journal for the file here, which stays in the clear as it was.
 */
export type Protected = Applied &
  Protection & {
    /** To be printed; empty if there is no new one. */ readonly recoveryKey: string;
    readonly leftBackups: number;
    readonly isNewerLeft: boolean;
  };

export const protectionChannels = {
  'protection.status': channel<OfDocument, Protection>(),
  /** Seals the whole file, its journal and its backups with a passphrase; the recovery key is shown only this once. */
  'protection.set': channel<OfRevision & { readonly passphrase: string }, Protected>(),
  /**
   * Replaces the passphrase. `isNewKey`: also the key of the file, with everything that this computer holds of it; then the recovery key
   * is new, too.
   */
  'protection.change': channel<
    OfRevision & { readonly secret: VaultSecret; readonly passphrase: string; readonly isNewKey?: boolean },
    Protected
  >(),
  'protection.renew': channel<OfRevision & { readonly secret: VaultSecret }, Protected>(),
  /**
   * Removes the seal of the file, its journal and its backups. Refused as journal-newer-sealed if a newer Tierce may have written
   * something under it.
   */
  'protection.remove': channel<OfRevision & { readonly secret: VaultSecret }, Protected>(),
};
