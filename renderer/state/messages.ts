// Messages to the user: what was done, what was refused, and what can be done about it.
import type { Failure } from '@domain/failures.ts';
import { failureSentence } from './texts.ts';
import { type Message, windowStore } from './window-state.ts';

const QUIET_MS = 8000;
const MOST_SHOWN = 3;

let lastId = 0;

/** Shows a message; those that report trouble stay until they are dismissed. @returns by what it is dismissed */
export function say(tone: Message['tone'], text: string, action: Message['action'] = null): number {
  lastId += 1;
  const id = lastId;
  const kept = windowStore.get().messages.filter((message) => message.text !== text);
  windowStore.set({ messages: [...kept, { id, tone, text, action }].slice(-MOST_SHOWN) });
  if (tone !== 'bad') setTimeout(() => dismiss(id), QUIET_MS);
  return id;
}

/** Says why something was refused; a dialog that was cancelled needs no words. */
export function sayFailure(failure: Failure): void {
  if (failure.code !== 'cancelled') say('bad', failureSentence(failure));
}

/** Takes a message away. */
export function dismiss(id: number): void {
  windowStore.set({ messages: windowStore.get().messages.filter((message) => message.id !== id) });
}
