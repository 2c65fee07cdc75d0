// The first steps with Tierce, and which of them are done: the accompaniments themselves say so.
import type { Library } from '@contract/library.ts';
import { sorted } from './library-view.ts';

export type FirstStep = { readonly id: 'example' | 'create' | 'session' | 'days'; readonly isDone: boolean };

/** Whoever has more files knows the way. */
const MOST_FILES = 3;

/** @returns the steps in their order; none once the accompaniments have all that they lead to, or where the library is not known */
export function firstStepsIn({ entries, isMissing, reading, isExampleExplored }: Library): readonly FirstStep[] {
  if (isMissing || reading > 0 || entries.length > MOST_FILES) return [];
  const summaries = sorted(entries).readable.map(({ summary }) => summary);
  const steps: readonly FirstStep[] = [
    { id: 'create', isDone: entries.length > 0 },
    { id: 'session', isDone: summaries.some(({ lastSessionOn, upcoming }) => lastSessionOn !== null || upcoming.length > 0) },
    { id: 'days', isDone: summaries.some(({ days }) => days !== null) },
  ];
  return steps.every(({ isDone }) => isDone) ? [] : [{ id: 'example', isDone: isExampleExplored }, ...steps];
}
