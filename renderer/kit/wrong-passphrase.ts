// What is said at the field of a passphrase that was refused.
import { hintsFor } from '@domain/passphrase-hints.ts';
import { texts } from '../state/texts.ts';

/** @param wrong the sentence for it. @returns that sentence, with the cases that the typed text suggests */
export function wrongPassphrase(wrong: string, typed: string): string {
  return [wrong, ...hintsFor(typed).map((hint) => texts().strength.hints[hint])].join(' ');
}
