// Says why a file could not be written, and whether the last changes are safe on this computer.
import type { SaveState } from '@contract/project.ts';
import { failureSentence, texts } from './texts.ts';

/** After these failures, the file is written again only once the user has decided what to do. */
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
