// Waiting in a world where nothing takes time: what has not come after a few turns of the event loop never comes.
import { setImmediate } from 'node:timers/promises';

const MOST_TURNS = 100;

/** Waits until something is so. Throws, naming what was awaited, if it never is. */
export async function until(isSo: () => boolean, what: string): Promise<void> {
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    if (isSo()) return;
    await allDone();
  }
  throw new Error(`Waited in vain for ${what}`);
}

/** @returns the value of a promise. Throws if it never settles */
export async function soon<T>(given: Promise<T>, what: string): Promise<T> {
  let isGiven = false;
  given.then(
    () => (isGiven = true),
    () => (isGiven = true),
  );
  await until(() => isGiven, what);
  return given;
}

/** Lets everything finish that needs no time. */
export async function allDone(): Promise<void> {
  await setImmediate();
}
