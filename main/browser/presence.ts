// Notices that the page has been gone for good: ten seconds without its stream.

export const GONE_AFTER_MS = 10_000;

export type Presence = {
  /** Told whenever a page begins to listen, and when none is left. */
  readonly tell: (isPresent: boolean) => void;
  readonly stop: () => void;
};

/** @param onGone called once; never before a first page has been there */
export function watchPresence(onGone: () => void): Presence {
  let timer: NodeJS.Timeout | undefined;
  return {
    tell(isPresent) {
      clearTimeout(timer);
      if (!isPresent) timer = setTimeout(onGone, GONE_AFTER_MS);
    },
    stop: () => clearTimeout(timer),
  };
}
