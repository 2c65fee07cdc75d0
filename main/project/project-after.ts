// A project after one more step. Everything that the step needs to be reported as safe is here at once; the rest is computed on first use.
import type { Step } from '@domain/commands/step.ts';
import type { Proposal } from '@domain/guards/guard.ts';
import { withStep } from '@domain/history/history.ts';
import type { Project } from '../files/envelope.ts';
import type { Keys } from './session-options.ts';

type Made = { readonly step: Step; readonly keys: Keys; readonly proposal: Proposal };

/**
 * @returns the project that a step makes of another. Copying a full table takes longer than writing the step to the journal, so document
 * and history are computed on first use.
 */
export function projectAfter({ header, history, contents }: Project, { step, keys, proposal }: Made): Project {
  const told = once(() => withStep(history, step));
  return {
    header: { ...header, revision: step.revision, savedBy: step.by, savedAt: step.at, keys },
    get document() {
      return proposal.after;
    },
    get history() {
      return told();
    },
    contents,
  };
}

/** Computes now what would otherwise delay the next step or the next write. */
export function putTogether(project: Project): void {
  void project.document;
  void project.history;
}

/** @returns a function that computes once. */
function once<T>(reckon: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => (known ??= { value: reckon() }).value;
}
