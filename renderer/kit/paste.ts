// Pasting into a text: lists and tables of other programs become ours, and what does not fit is refused in words rather than cut.
import type { ClipboardEvent } from 'react';
import { say } from '../state/messages.ts';
import { pastedAfterSign } from '../state/list-line.ts';
import { asProse } from '../state/pasted.ts';
import { texts } from '../state/texts.ts';

type Area = HTMLInputElement | HTMLTextAreaElement;

/** @returns what a text field calls when something is pasted */
export function pasteInto(how: { readonly isMultiline: boolean; readonly longest: number }): (event: ClipboardEvent<Area>) => void {
  return (event) => {
    const pasted = event.clipboardData.getData('text/plain');
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    const room = how.longest - value.length + ((selectionEnd ?? 0) - (selectionStart ?? 0));
    if (pasted.length > room) {
      event.preventDefault();
      say('bad', texts().shell.pasteTooLong(pasted.length, Math.max(0, room)));
      return;
    }
    const before = value.slice(0, selectionStart ?? value.length);
    const written = how.isMultiline ? pastedAfterSign(before, asProse(pasted)) : pasted;
    if (written === pasted) return;
    event.preventDefault();
    insertAsTyped(written);
  };
}

/** In the place of the selection of the field with focus, as if it were typed: nothing else keeps its history for Ctrl+Z. */
export function insertAsTyped(text: string): void {
  document.execCommand('insertText', false, text);
}
