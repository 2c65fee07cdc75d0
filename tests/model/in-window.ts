// What is done in a window with an open file, and whether its answer is awaited.
import fc from 'fast-check';
import type { ModelWindow } from './model-window.ts';
import type { Operation } from './operation.ts';
import type { World } from './world.ts';

/** Which of the open windows. */
export const who = fc.nat({ max: 2 });
export type Who = { readonly who: number };

/** @returns a window with an open file, `null` if there is none */
export function windowAt({ windows }: World, who: number): (ModelWindow & { readonly documentId: string }) | null {
  const open = windows.filter((window): window is ModelWindow & { readonly documentId: string } => window.documentId !== null);
  return open[who % Math.max(1, open.length)] ?? null;
}

/** @param act what is done if a window has a file open */
export function inWindow<T extends Who>(
  act: (world: World, window: ModelWindow & { readonly documentId: string }, how: T) => Promise<unknown>,
): Operation<T>['run'] {
  return async (world, how) => {
    const window = windowAt(world, how.who);
    if (window !== null) await act(world, window, how);
  };
}

/** `isHasty`: the answer is not awaited. */
export type Hasty = Who & { readonly isHasty: boolean };
export const hasty = { who, isHasty: fc.boolean() };

export function unlessHasty(world: World, { isHasty }: Hasty, done: Promise<unknown>): Promise<unknown> {
  return isHasty ? Promise.resolve() : world.clock.until(done);
}
