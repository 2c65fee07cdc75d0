// Timers as the application asks for them, so that tests can drive them by hand.

/** Does something after a delay. @returns a function that calls it off. */
export type Later = (delayMs: number, act: () => void) => () => void;

/** Real timers, for every shell. */
export function laterOnTheClock(delayMs: number, act: () => void): () => void {
  const timer = setTimeout(act, delayMs);
  return () => clearTimeout(timer);
}
