// What a field accepts of typed or pasted text: nothing that no file may hold. Letters are composed by main, so that the caret stays.
import { heldText, onOneLine } from '@domain/writing/clean.ts';

/** @returns the text on one line, even if several were pasted. */
export function oneLine(text: string): string {
  return onOneLine(text);
}

/** @returns the text without what nothing can hold, its lines ended in one way. */
export function runningText(text: string): string {
  return heldText(text);
}
