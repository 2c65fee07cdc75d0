// The open file was changed by another program or person.
import type { TableDifference } from '@domain/changes-between.ts';
import type { Instant } from '@domain/units.ts';
import { channel, type OfDocument } from './channel.ts';
import type { OpenProject } from './project.ts';
import type { VaultSecret } from './vault.ts';

/** A side of a file that another program or person changed while it was open. */
export type ConflictSide = { readonly savedBy: string; readonly savedAt: Instant; readonly revision: number };

export type Conflict = {
  readonly mine: ConflictSide;
  readonly theirs: ConflictSide;
  /** Changes of mine that the file lacks. */
  readonly unsaved: number;
  /** From mine to theirs: `onlyBefore` exists in mine only. */
  readonly differences: readonly TableDifference[];
};

/**
 * both: mine continues in a dated copy beside the file; theirs: the file is read again, mine is kept as a backup; mine: the file is
 * overwritten, under the key that it has by now, theirs is kept as a backup.
 */
export type ConflictAnswer = 'both' | 'theirs' | 'mine';

export const conflictChannels = {
  /**
   * The differences between the open file and what another program or person put in its place. Refused as opening would be when that
   * cannot be read; as file-key-changed when it got another key meanwhile, whose `secret` is then asked for.
   */
  'conflict.read': channel<OfDocument & { readonly secret?: VaultSecret }, Conflict>(),
  /** `both` needs no secret. */
  'conflict.answer': channel<OfDocument & { readonly answer: ConflictAnswer; readonly secret?: VaultSecret }, OpenProject>(),
};
