// Why a file could not be written, with what that means for the last changes: safe on this computer, or not.
import type { SaveState } from '@contract/channels.ts';
import { failureSentence, texts } from './texts.ts';

/** @returns the failure in words, then whether leaving now would lose anything. */
export function withSafety({ failure, isSafeHere }: Pick<SaveState, 'failure' | 'isSafeHere'>): string {
  const { saving } = texts();
  const safety = isSafeHere ? saving.failedDetail : saving.failedUnsafe;
  return failure === null ? safety : `${failureSentence(failure)} ${safety}`;
}
