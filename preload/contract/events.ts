// What main sends to the window unasked.
import type { Result } from '@domain/result.ts';
import type { NoArgs, OfDocument } from './channel.ts';
import type { OpenProject, SaveState } from './project.ts';

/** @returns an event for the list: at run time it is only a name */
function event<D>(): D {
  return undefined as D; // only its type is used
}

const EVENTS = {
  /** `fileName`: the present one; the file may have been renamed while it was open. */
  saveState: event<OfDocument & { readonly saveState: SaveState; readonly fileName: string }>(),
  /** A file was handed over while the application is running. */
  opened: event<Result<OpenProject>>(),
  /** The window is asked to commit what is being typed, because the open file is about to be closed. */
  closing: event<NoArgs>(),
  /** A vault has been locked: the window must drop what it holds of it. */
  vaultLocked: event<OfDocument>(),
  /** More of the library has been read than the last listing had. */
  library: event<NoArgs>(),
};

export type Events = typeof EVENTS;
export type EventName = keyof Events;

export const EVENT_NAMES = Object.keys(EVENTS) as readonly EventName[]; // these are exactly the keys
