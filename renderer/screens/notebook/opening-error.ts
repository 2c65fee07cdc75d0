// The error shown at the field of a secret when the notebook did not open.
import type { Failure } from '@domain/failures.ts';
import { failureSentence } from '../../state/texts.ts';

/** @returns the error for the field; `null` if only the key is in doubt, not the secret. @param wrong the sentence for a wrong secret */
export function openingError(failure: Failure | null, wrong: string): string | null {
  if (failure === null || failure.code === 'vault-key-foreign' || failure.code === 'vault-key-changed') return null;
  return failure.code === 'passphrase-wrong' ? wrong : failureSentence(failure);
}
