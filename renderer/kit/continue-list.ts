// Enter in a text of several lines: a list goes on with its sign, and an empty item ends it.
import type { KeyboardEvent } from 'react';
import { listStep } from '../state/list-line.ts';
import { isPlainEnter } from '../state/keys.ts';
import { insertAsTyped } from './paste.ts';

/** To be called with each key of a text area in which lists are written. */
export function continueList(event: KeyboardEvent<HTMLTextAreaElement>): void {
  const area = event.currentTarget;
  const { value, selectionStart, selectionEnd, readOnly } = area;
  if (readOnly || selectionStart !== selectionEnd || !isPlainEnter(event)) return;
  const step = listStep(value.slice(0, selectionStart));
  // in the middle of a line that begins with a sign alone, Enter is Enter
  const isAtEnd = selectionStart === value.length || value[selectionStart] === '\n';
  if (step === null || ('erase' in step && !isAtEnd)) return;
  const room = area.maxLength < 0 ? Infinity : area.maxLength - value.length;
  if ('insert' in step && step.insert.length > room) return;
  event.preventDefault();
  if ('insert' in step) insertAsTyped(step.insert);
  else {
    area.setSelectionRange(selectionStart - step.erase, selectionStart);
    eraseAsTyped();
  }
}

/** As if it were erased by hand: nothing else keeps the history of the area for Ctrl+Z. */
function eraseAsTyped(): void {
  document.execCommand('delete');
}
