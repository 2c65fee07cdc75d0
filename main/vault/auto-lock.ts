// When an open vault locks itself: a pure decision, on the wall clock so that time asleep counts.

/** If the clock goes back by more than this, the idle time is unknown. In milliseconds. */
const BACKWARDS_MS = 60_000;

/**
 * @param idleMs how long a vault stays open without any act in the notebook, in milliseconds
 * @returns how long it stays open without another act, in milliseconds; 0 when it has to be locked now
 * @source promises.md E11
 */
export function restOf(lastActMs: number, nowMs: number, idleMs: number): number {
  const idle = nowMs - lastActMs;
  if (!(idle >= -BACKWARDS_MS)) return 0; // neither for a clock that went back, nor for one that says nothing
  return Math.max(0, Math.min(idleMs, idleMs - idle));
}
