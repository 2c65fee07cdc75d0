// Timers for the application, which tests can drive by hand.

/** Does something after a delay. @returns a function that cancels it. */
export type Later = (delayMs: number, act: () => void) => () => void;

/** Real timers, for every shell. */
export function laterOnTheClock(delayMs: number, act: () => void): () => void {
  const timer = setTimeout(act, delayMs);
  return () => clearTimeout(timer);
}
