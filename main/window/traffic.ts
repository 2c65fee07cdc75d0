// Knows when the window has nothing under way any more, so that what it was asked to commit is in before closing.
import type { Dispatch } from '../contract/dispatch.ts';

/** The window answers `closing` at once and each command within milliseconds: a longer silence means it is done. */
const QUIET_MS = 150;
/** A window that never falls silent may not keep the application from closing. */
const PATIENCE_MS = 3000;

export type Traffic = {
  readonly dispatch: Dispatch;
  /** Resolves once no message has been under way for a moment. */
  readonly quiet: () => Promise<void>;
};

/** Counts the messages on their way through `dispatch`. */
export function watchTraffic(dispatch: Dispatch): Traffic {
  let underWay = 0;
  let lastAt = 0;
  const settle = (): void => {
    underWay -= 1;
    lastAt = performance.now();
  };
  return {
    dispatch: (channel, args) => {
      underWay += 1;
      const answer = dispatch(channel, args);
      answer.then(settle, settle);
      return answer;
    },
    async quiet() {
      const askedAt = performance.now();
      lastAt = askedAt;
      while (performance.now() - askedAt < PATIENCE_MS) {
        if (underWay === 0 && performance.now() - lastAt >= QUIET_MS) return;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
  };
}
