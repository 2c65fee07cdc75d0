// Decides what happens when the user closes: write first, then leave; ask if something was not sent, or could not be written.

export type Closing = {
  /** Lets the window commit what is being typed, and waits until it has. @returns how much it holds that was not sent */
  readonly settle: () => Promise<number>;
  /** Asks the user, who would lose it, whether to leave all the same. */
  readonly mayLeaveUnsent: (count: number) => Promise<boolean>;
  /** Writes everything. @returns whether all of it is in its file */
  readonly write: () => Promise<boolean>;
  /** Asks the user, whose changes are safe in the journal, whether to leave anyway. */
  readonly mayLeaveUnwritten: () => Promise<boolean>;
  /** Closes everything, written or not; nothing can refuse any more. */
  readonly letGo: () => Promise<void>;
};

/**
 * Makes the single act of closing; requesting it again while it is under way changes nothing.
 * @param leave ends the application; called at most once
 * @returns the act
 */
export function createClosing(closing: Closing, leave: () => void): () => Promise<void> {
  let isUnderWay = false;
  return async () => {
    if (isUnderWay) return;
    isUnderWay = true;
    try {
      const unsent = await closing.settle();
      if (unsent > 0 && !(await closing.mayLeaveUnsent(unsent))) return;
      const isWritten = await closing.write();
      if (!isWritten && !(await closing.mayLeaveUnwritten())) return;
      if (!isWritten) await closing.letGo();
      leave();
    } finally {
      isUnderWay = false;
    }
  };
}
