// Notices that the page has been gone for good: ten seconds without its stream.

export const GONE_AFTER_MS = 10_000;

export type Presence = {
  /** Told whenever a page begins to listen, and when none is left. */
  readonly tell: (isPresent: boolean) => void;
  /** Told when the window's program has ended: a page that never came will not come. */
  readonly windowEnded: () => void;
  readonly stop: () => void;
};

/** @param onGone called once; never before a first page has been there, or its window has ended */
export function watchPresence(onGone: () => void): Presence {
  let timer: NodeJS.Timeout | undefined;
  let isThere = false;
  const tell = (isPresent: boolean): void => {
    isThere = isPresent;
    clearTimeout(timer);
    if (!isPresent) timer = setTimeout(onGone, GONE_AFTER_MS);
  };
  return {
    tell,
    windowEnded() {
      if (!isThere) tell(false); // some browsers start another program and end: the page may still be there
    },
    stop: () => clearTimeout(timer),
  };
}
