// An act that creates something acts once for one intention, however often one presses while it is on its way.

const underWay = new Map<string, Promise<unknown>>();

/**
 * @param intention names what is to be created, with all that tells it from another
 * @returns the result of `act`; the result of the act with the same intention if that one is still on its way
 */
export function onlyOnce<T>(intention: string, act: () => Promise<T>): Promise<T> {
  const earlier = underWay.get(intention);
  if (earlier !== undefined) return earlier as Promise<T>; // the same intention has the same result
  const own = act().finally(() => underWay.delete(intention));
  underWay.set(intention, own);
  return own;
}
