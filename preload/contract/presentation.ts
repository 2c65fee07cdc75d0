// Presentation mode: nothing of the desk or the notebook reaches the window while it is on.
import { channel, type NoArgs } from './channel.ts';
import type { OpenProject } from './project.ts';
import type { Profile } from './settings.ts';
import type { VaultSecret, VaultStatus } from './vault.ts';

/** A recovery key that its owner has not noted yet. */
export type UnnotedKey = { readonly documentId: string; readonly recoveryKey: string };

/** What the window may hold again. `vault`: `null` while no file is open; `unnoted`: to be shown, since nobody has noted it. */
export type AfterPresentation = {
  readonly project: OpenProject | null;
  readonly profile: Profile | null;
  readonly vault: VaultStatus | null;
  readonly unnoted: UnnotedKey | null;
};

export const presentationChannels = {
  /**
   * From now on main hands out nothing of the desk or the vault. `unnoted`: main keeps it, for the window forgets it. What was being typed
   * can still be sealed until `presentation.sealed`.
   */
  'presentation.enter': channel<{ readonly unnoted: UnnotedKey | null }, null>(),
  /** A picture without anything private has been drawn: the window may be captured. */
  'presentation.cleared': channel<NoArgs, null>(),
  /** What was being typed is sealed: every notebook is locked. */
  'presentation.sealed': channel<NoArgs, null>(),
  /**
   * Ends the mode. Refused as presentation-held without the `secret` of a notebook that was open when it began, as long as its file is open;
   * as passphrase-wrong.
   */
  'presentation.leave': channel<{ readonly secret: VaultSecret | null }, AfterPresentation>(),
};
