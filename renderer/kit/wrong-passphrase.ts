// What is said at the field of a passphrase that was refused.
import { hintsFor } from '@domain/passphrase-hints.ts';
import { strengthTextsOf } from '@domain/text/strength-texts.ts';
import { windowStore } from '../state/window-state.ts';

/** @param wrong the sentence for it. @returns that sentence, with the cases that the typed text suggests */
export function wrongPassphrase(wrong: string, typed: string): string {
  const { hints } = strengthTextsOf(windowStore.get().settings.locale);
  return [wrong, ...hintsFor(typed).map((hint) => hints[hint])].join(' ');
}
