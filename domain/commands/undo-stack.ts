// What can be undone and redone, worked out from the steps of the journal alone.
import type { Step } from './step.ts';
import { UNDO_DEPTH } from './step.ts';

export type UndoStack = { readonly done: readonly Step[]; readonly undone: readonly Step[] };

export const EMPTY_STACK: UndoStack = { done: [], undone: [] };

/**
 * @returns the stack after one more step. An act, like any new edit, empties the list of what can be redone; it is itself never undone.
 */
export function pushStep(stack: UndoStack, step: Step): UndoStack {
  switch (step.kind) {
    case 'do':
      return {
        done: step.isAct ? stack.done.filter((earlier) => !hasSealed(step, earlier)) : [...stack.done, step].slice(-UNDO_DEPTH),
        undone: [],
      };
    case 'undo':
      return { done: stack.done.slice(0, -1), undone: [...stack.undone, ...stack.done.slice(-1)] };
    case 'redo':
      return { done: [...stack.done, ...stack.undone.slice(-1)], undone: stack.undone.slice(0, -1) };
  }
}

/** An act fixes the records that it changed: earlier edits of them can no longer be undone, and must not block the undoing of others. */
function hasSealed(act: Step, earlier: Step): boolean {
  return earlier.changes.some((change) => act.changes.some((fixed) => fixed.table === change.table && fixed.id === change.id));
}

/** @returns the stack that a whole journal leaves. */
export function stackOf(steps: readonly Step[]): UndoStack {
  return steps.reduce(pushStep, EMPTY_STACK);
}
