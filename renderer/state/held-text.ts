// The text of one field on its way from the keyboard to main: when it is sent, and when the field drops it.
import { isForOpenProject, openDocument, stopWaiting, wait } from './waiting.ts';

const PAUSE_MS = 500;
/** Text that is typed without a pause is sent after this time, so that it is safe within a second too. */
const LATEST_MS = 900;

/** Sends a text to be saved; settles when it is saved, or with `null` when it was refused. */
export type Keep = (text: string) => Promise<readonly unknown[] | null>;

export type Held = {
  value: string;
  keep: Keep;
  readonly show: (typed: string | null) => void;
  readonly key: symbol;
  typed: string | null;
  documentId: string | null;
  sending: { readonly text: string; readonly isKept: Promise<boolean> } | null;
  pause: ReturnType<typeof setTimeout> | undefined;
  latest: ReturnType<typeof setTimeout> | undefined;
};

/** @returns a field that shows `value` until the user types. */
export function hold({ value, keep, show }: Pick<Held, 'value' | 'keep' | 'show'>): Held {
  return { value, keep, show, key: Symbol('draft'), typed: null, documentId: null, sending: null, pause: undefined, latest: undefined };
}

/** Takes the text of the field after a keystroke. */
export function press(held: Held, text: string): void {
  held.typed = text;
  held.documentId = openDocument();
  held.show(text);
  wait(held.key, () => void settle(held, 'left'));
  clearTimeout(held.pause);
  held.pause = setTimeout(() => void settle(held, 'typing'), PAUSE_MS);
  held.latest ??= setTimeout(() => void settle(held, 'typing'), LATEST_MS);
}

/** Resets the field to the saved text. */
export function revert(held: Held): void {
  stopClocks(held);
  stopWaiting(held.key);
  drop(held);
}

/**
 * Sends what was typed so far. A field that the user has left shows the saved text again, unless the typed text was refused: then that
 * stays in the field and counts as unsent, to be sent again on the next occasion. A field that is `gone` no longer holds anything.
 */
export async function settle(held: Held, how: 'typing' | 'left' | 'gone'): Promise<void> {
  const text = held.typed;
  if (text === null) return;
  if (!isForOpenProject(held.documentId)) {
    revert(held);
    return;
  }
  stopClocks(held);
  const isKept = await send(held, text);
  if (how === 'gone') stopWaiting(held.key);
  if (!isKept || held.typed !== text) return;
  stopWaiting(held.key);
  if (how !== 'typing') drop(held);
}

function send(held: Held, text: string): Promise<boolean> {
  if (held.sending?.text === text) return held.sending.isKept;
  if (text === held.value && held.sending === null) return Promise.resolve(true);
  const sending = { text, isKept: held.keep(text).then((kept) => kept !== null) };
  held.sending = sending;
  void sending.isKept
    .catch(() => undefined)
    .then(() => {
      if (held.sending === sending) held.sending = null;
    });
  return sending.isKept;
}

function drop(held: Held): void {
  held.typed = null;
  held.show(null);
}

function stopClocks(held: Held): void {
  clearTimeout(held.pause);
  clearTimeout(held.latest);
  held.latest = undefined;
}
