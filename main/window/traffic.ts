// Knows when the window has sent all that it was asked to commit, so that closing loses nothing that was being typed.
import type { Dispatch } from '../contract/dispatch.ts';

/** A window that does not answer may not keep the application from closing. In milliseconds. */
const PATIENCE_MS = 3000;

export type Traffic = {
  readonly dispatch: Dispatch;
  /** Asks the window by `ask` and resolves once it has said `app.settled` and nothing is under way. @param ask returns whether a window heard it */
  readonly settle: (ask: () => boolean) => Promise<void>;
};

/** Watches the messages on their way through `dispatch`. */
export function watchTraffic(dispatch: Dispatch): Traffic {
  let underWay = 0;
  let isSettled = false;
  return {
    dispatch: (channel, args) => {
      underWay += 1;
      const answer = dispatch(channel, args);
      const arrived = (): void => {
        underWay -= 1;
        if (channel === 'app.settled') isSettled = true;
      };
      answer.then(arrived, arrived);
      return answer;
    },
    async settle(ask) {
      isSettled = false;
      const askedAt = performance.now();
      if (!ask()) return;
      while ((!isSettled || underWay > 0) && performance.now() - askedAt < PATIENCE_MS) await new Promise((resolve) => setTimeout(resolve, 10));
    },
  };
}
