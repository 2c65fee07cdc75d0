// When an open vault is locked by itself: a pure decision, on the clock of the wall so that a computer that slept counts its sleep.

/** How long an open vault waits for an act in the notebook. In milliseconds. @source features.md E11 */
export const IDLE_MS = 10 * 60_000;
/** A clock that goes back by more than this tells nothing of how long nobody acted. In milliseconds. */
const BACKWARDS_MS = 60_000;

/** @returns how long the vault stays open without another act, in milliseconds; 0 when it is to be locked now. */
export function restOf(lastActMs: number, nowMs: number): number {
  const idle = nowMs - lastActMs;
  if (idle < -BACKWARDS_MS) return 0;
  return Math.max(0, Math.min(IDLE_MS, IDLE_MS - idle));
}
