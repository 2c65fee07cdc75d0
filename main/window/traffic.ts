// Knows when the window has sent everything that it was asked to commit, so that closing loses nothing that was being typed.
import type { Dispatch } from '../contract/dispatch.ts';

/** A window that does not answer must not keep the application from closing. In milliseconds. */
const PATIENCE_MS = 3000;

export type Traffic = {
  readonly dispatch: Dispatch;
  /**
   * Asks the window with `ask` and resolves once it has said `app.settled` and no message is being handled.
   * @param ask returns whether a window received it
   * @returns how much the window holds that was not sent: refused texts, forms that were begun
   */
  readonly settle: (ask: () => boolean) => Promise<number>;
};

/** Watches the messages on their way through `dispatch`. */
export function watchTraffic(dispatch: Dispatch): Traffic {
  let underWay = 0;
  let settled: { readonly unsent: number } | null = null;
  let tellDone = (_unsent: number): void => undefined;
  const arrived = (channel: unknown, args: unknown): void => {
    underWay -= 1;
    if (channel === 'app.settled') settled = { unsent: unsentIn(args) };
    if (settled !== null && underWay === 0) tellDone(settled.unsent);
  };
  return {
    dispatch: (channel, args) => {
      underWay += 1;
      const answer = dispatch(channel, args);
      const over = (): void => arrived(channel, args);
      answer.then(over, over);
      return answer;
    },
    settle: (ask) =>
      new Promise((resolve) => {
        settled = null;
        tellDone = resolve;
        if (ask()) setTimeout(() => resolve(0), PATIENCE_MS);
        else resolve(0);
      }),
  };
}

/** The form of the message is checked elsewhere, and a wrong one refused. */
function unsentIn(args: unknown): number {
  return typeof args === 'object' && args !== null && 'unsent' in args && typeof args.unsent === 'number' ? args.unsent : 0;
}
