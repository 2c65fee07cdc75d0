// Knows when the window has sent everything that it was asked to commit, so that closing loses nothing that was being typed.
import type { Dispatch } from '../contract/dispatch.ts';

/** A window that does not answer must not keep the application from closing. In milliseconds. */
const PATIENCE_MS = 3000;

export type Traffic = {
  readonly dispatch: Dispatch;
  /**
   * Asks the window with `ask` and resolves once it has said `app.settled` and no message is being handled.
   * @param ask returns whether a window received it
   */
  readonly settle: (ask: () => boolean) => Promise<void>;
};

/** Watches the messages on their way through `dispatch`. */
export function watchTraffic(dispatch: Dispatch): Traffic {
  let underWay = 0;
  let isSettled = false;
  let tellDone = (): void => undefined;
  const arrived = (channel: unknown): void => {
    underWay -= 1;
    if (channel === 'app.settled') isSettled = true;
    if (isSettled && underWay === 0) tellDone();
  };
  return {
    dispatch: (channel, args) => {
      underWay += 1;
      const answer = dispatch(channel, args);
      const over = (): void => arrived(channel);
      answer.then(over, over);
      return answer;
    },
    settle: (ask) =>
      new Promise((resolve) => {
        isSettled = false;
        tellDone = resolve;
        if (ask()) setTimeout(resolve, PATIENCE_MS);
        else resolve();
      }),
  };
}
