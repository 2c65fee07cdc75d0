// Messages to the user: what was done, what was refused, and what can be done about it.
import type { Failure } from '@domain/failures.ts';
import { failureSentence, texts } from './texts.ts';
import { isPrivateFailure } from '@domain/presentation/withhold.ts';
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
  return show({ tone, text, action, isPrivate: false });
}

/** The same for what speaks of something private: in presentation mode it waits, and only the fact that something waits is said. */
export function sayPrivately(tone: Message['tone'], text: string, action: Message['action'] = null): number {
  return show({ tone, text, action, isPrivate: true });
}

/** Takes private messages from the screen; those that report trouble wait for the end of the mode. */
export function hidePrivateMessages(): void {
  const { messages } = windowStore.get();
  held = messages.filter(({ isPrivate, tone }) => isPrivate && tone === 'bad');
  windowStore.set({ messages: messages.filter(({ isPrivate }) => !isPrivate) });
}

/** Shows them at the end of the mode. */
export function showHeldMessages(): void {
  const waiting = held;
  held = [];
  const { waits } = texts().presentation;
  windowStore.set({ messages: windowStore.get().messages.filter(({ text }) => text !== waits) });
  for (const message of waiting) show(message);
}

/** What is not shown in presentation mode. */
let held: readonly Omit<Message, 'id'>[] = [];

function show({ tone, text, action, isPrivate }: Omit<Message, 'id'>): number {
  if (isPrivate && windowStore.get().isPresenting) return hold({ tone, text, action, isPrivate });
  lastId += 1;
  const id = lastId;
  const kept = windowStore.get().messages.filter((message) => message.text !== text);
  windowStore.set({ messages: [...kept, { id, tone, text, action, isPrivate }].slice(-MOST_SHOWN) });
  if (tone !== 'bad' && action?.ofStep === undefined) leaveSoon(id);
  return id;
}

/** Somebody may be about to close the window: that something is not kept yet is said at once, without what it is. */
function hold(message: Omit<Message, 'id'>): number {
  if (message.tone !== 'bad') return lastId;
  held = [...held.filter(({ text }) => text !== message.text), message];
  return say('bad', texts().presentation.waits);
}

/** Removes a message after the time that one needs to read it. */
export function leaveSoon(id: number): void {
  setTimeout(() => dismiss(id), QUIET_MS);
}

/** Says why something was refused; says nothing if the user cancelled a dialog. */
export function sayFailure(failure: Failure): void {
  if (failure.code === 'cancelled') return;
  const tell = isPrivateFailure(failure) ? sayPrivately : say;
  tell('bad', failureSentence(failure));
}

/** Removes a message. */
export function dismiss(id: number): void {
  windowStore.set({ messages: windowStore.get().messages.filter((message) => message.id !== id) });
}

/** The same of something private, whatever the reason. */
export function sayFailurePrivately(failure: Failure): void {
  if (failure.code !== 'cancelled') sayPrivately('bad', failureSentence(failure));
}
