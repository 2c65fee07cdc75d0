// Notices when the page has gone for good: ten seconds without its stream.

export const GONE_AFTER_MS = 10_000;

export type Presence = {
  /** Called whenever a page starts listening, and when none is left. */
  readonly tell: (isPresent: boolean) => void;
  /** Called when the browser has exited: a page that never came will not come. */
  readonly windowEnded: () => void;
  readonly stop: () => void;
};

/** @param onGone called once; never before a page has appeared, or the browser has exited */
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
      if (!isThere) tell(false); // some browsers start another program and exit: the page may still be there
    },
    stop: () => clearTimeout(timer),
  };
}
