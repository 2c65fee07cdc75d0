// How long a notebook may stay open without an act, for the window that asks and for main that keeps to it.

/** In minutes; any other number is refused. */
export const LOCK_MINUTES = [2, 5, 10, 30] as const;
export type LockMinutes = (typeof LOCK_MINUTES)[number];
