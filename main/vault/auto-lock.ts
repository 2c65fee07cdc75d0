// When an open vault locks itself: a pure decision, on the wall clock so that time asleep counts.

/** How long a vault stays open without any act in the notebook. In milliseconds. @source promises.md E11 */
export const IDLE_MS = 10 * 60_000;
/** If the clock goes back by more than this, the idle time is unknown. In milliseconds. */
const BACKWARDS_MS = 60_000;

/** @returns how long the vault stays open without another act, in milliseconds; 0 when it has to be locked now */
export function restOf(lastActMs: number, nowMs: number): number {
  const idle = nowMs - lastActMs;
  if (idle < -BACKWARDS_MS) return 0;
  return Math.max(0, Math.min(IDLE_MS, IDLE_MS - idle));
}
