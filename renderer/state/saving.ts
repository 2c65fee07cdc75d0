// Why a file could not be written, with what that means for the last changes: safe on this computer, or not.
import type { SaveState } from '@contract/project.ts';
import { failureSentence, texts } from './texts.ts';

/** The file is written again once the user has decided, and not by itself. */
const DECISIONS = ['file-changed-underneath', 'file-lock-lost'] as const;

/** @returns the failure in words, then whether leaving now would lose anything. */
export function withSafety({ failure, isSafeHere }: Pick<SaveState, 'failure' | 'isSafeHere'>): string {
  const { saving } = texts();
  const safety = !isSafeHere
    ? saving.failedUnsafe
    : DECISIONS.some((code) => code === failure?.code)
      ? saving.failedHeld
      : saving.failedDetail;
  return failure === null ? safety : `${failureSentence(failure)} ${safety}`;
}
