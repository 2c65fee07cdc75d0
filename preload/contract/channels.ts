// The contract between the window and the main process: all channels of all areas. None takes a path, and the window learns none.
import type { Result } from '@domain/result.ts';
import { attachmentsChannels } from './attachments.ts';
import { logosChannels } from './logos.ts';
import { attemptChannels } from './attempt.ts';
import { backupsChannels } from './backups.ts';
import { clipboardChannels } from './clipboard.ts';
import { conflictChannels } from './conflict.ts';
import { documentsChannels } from './documents.ts';
import { historyChannels } from './history.ts';
import { leavingChannels } from './leaving.ts';
import { libraryChannels } from './library.ts';
import { presentationChannels } from './presentation.ts';
import { projectChannels } from './project.ts';
import { protectionChannels } from './protection.ts';
import { registerChannels } from './register.ts';
import { settingsChannels } from './settings.ts';
import { startChannels } from './start.ts';
import { vaultChannels } from './vault.ts';
import type { EventName, Events } from './events.ts';

const CHANNELS = {
  ...settingsChannels,
  ...startChannels,
  ...libraryChannels,
  ...projectChannels,
  ...backupsChannels,
  ...conflictChannels,
  ...attemptChannels,
  ...documentsChannels,
  ...attachmentsChannels,
  ...logosChannels,
  ...leavingChannels,
  ...registerChannels,
  ...historyChannels,
  ...protectionChannels,
  ...vaultChannels,
  ...presentationChannels,
  ...clipboardChannels,
};

export type Channels = typeof CHANNELS;
export type Channel = keyof Channels;
export type Args<C extends Channel> = Channels[C]['args'];
export type Value<C extends Channel> = Channels[C]['value'];

/** Names only, for the bridge: a sandboxed preload must stay free of schemas. */
export const CHANNEL_NAMES = Object.keys(CHANNELS) as readonly Channel[]; // these are exactly the keys

/** Exactly what the window can reach of the main process, in every shell. */
export type Bridge = {
  readonly call: <C extends Channel>(channel: C, args: Args<C>) => Promise<Result<Value<C>>>;
  /** @returns a function that stops listening. */
  readonly on: <E extends EventName>(event: E, listener: (data: Events[E]) => void) => () => void;
};
