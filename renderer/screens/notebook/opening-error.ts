// What the field of a secret says when the notebook did not open.
import type { Failure } from '@domain/failures.ts';
import { failureSentence } from '../../state/texts.ts';

/** @returns what stands at the field; `null` where the secret was right, whatever else there is to say. @param wrong the sentence for a secret that does not open it */
export function openingError(failure: Failure | null, wrong: string): string | null {
  if (failure === null || failure.code === 'vault-key-foreign' || failure.code === 'vault-key-changed') return null;
  return failure.code === 'passphrase-wrong' ? wrong : failureSentence(failure);
}
