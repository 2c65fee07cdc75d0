// What main tells the window without being asked.
import type { Result } from '@domain/result.ts';
import type { NoArgs, OfDocument } from './channel.ts';
import type { OpenProject, SaveState } from './project.ts';

/** @returns an event for the list: at run time nothing but its name */
function event<D>(): D {
  return undefined as D; // its type alone is asked for
}

const EVENTS = {
  /** `fileName`: by now; it may have been renamed while it was open. */
  saveState: event<OfDocument & { readonly saveState: SaveState; readonly fileName: string }>(),
  /** A file was handed over while the application runs. */
  opened: event<Result<OpenProject>>(),
  /** The window is asked to commit what is being typed, since the open file is about to be let go. */
  closing: event<NoArgs>(),
  /** A vault has been locked: what the window holds of it is to be dropped. */
  vaultLocked: event<OfDocument>(),
  /** More was read of the library than the last listing had. */
  library: event<NoArgs>(),
};

export type Events = typeof EVENTS;
export type EventName = keyof Events;

export const EVENT_NAMES = Object.keys(EVENTS) as readonly EventName[]; // the keys of the very object
