// Messages to the user: what was done, what was refused, and what can be done about it.
import type { Failure } from '@domain/failures.ts';
import { failureSentence } from './texts.ts';
import { type Message, windowStore } from './window-state.ts';

/** How long a message stays that asks for nothing. */
const QUIET_MS = 8000;
const MOST_SHOWN = 3;

let lastId = 0;

/**
 * Shows a message; one that reports trouble stays until it is dismissed, one that offers to undo a step as long as the offer stands.
 * @returns the id by which it can be dismissed
 */
export function say(tone: Message['tone'], text: string, action: Message['action'] = null): number {
  lastId += 1;
  const id = lastId;
  const kept = windowStore.get().messages.filter((message) => message.text !== text);
  windowStore.set({ messages: [...kept, { id, tone, text, action }].slice(-MOST_SHOWN) });
  if (tone !== 'bad' && action?.ofStep === undefined) leaveSoon(id);
  return id;
}

/** Removes a message after the time that one needs to read it. */
export function leaveSoon(id: number): void {
  setTimeout(() => dismiss(id), QUIET_MS);
}

/** Says why something was refused; says nothing if the user cancelled a dialog. */
export function sayFailure(failure: Failure): void {
  if (failure.code !== 'cancelled') say('bad', failureSentence(failure));
}

/** Removes a message. */
export function dismiss(id: number): void {
  windowStore.set({ messages: windowStore.get().messages.filter((message) => message.id !== id) });
}
