// What is typed in a field that commits on blur: held and counted as unsent until it is committed; what is refused stays.
import { answered } from './project.ts';
import { isForOpenProject, openDocument, stopWaiting, wait } from './waiting.ts';

/**
 * Takes what was typed, and empties the field with `change(undefined)` or `letGo()`; if it calls neither, what was typed was refused and
 * stays. After `letGo()` the field shows what was typed until main has answered: if the older value were shown in between, it would be
 * taken for what the user left there.
 */
export type Tell<T> = (typed: T, change: (typed: T | undefined) => void, letGo: () => void) => void;

export type Untold<T> = {
  tell: Tell<T>;
  readonly show: (typed: T | undefined) => void;
  readonly key: symbol;
  typed: T | undefined;
  documentId: string | null;
  isThere: boolean;
  /** Identifies the last commit, as long as the field shows its value without holding it. */
  told: symbol | null;
};

/** @returns a field that holds nothing yet. */
export function untold<T>(tell: Tell<T>, show: Untold<T>['show']): Untold<T> {
  return { tell, show, key: Symbol('field'), typed: undefined, documentId: null, isThere: true, told: null };
}

/** Holds `typed` until it is committed (`undefined`: nothing). If the field itself is gone, nothing counts as unsent. */
export function holdUntold<T>(own: Untold<T>, typed: T | undefined): void {
  own.typed = typed;
  own.told = null;
  own.documentId = openDocument();
  own.show(typed);
  if (typed === undefined) stopWaiting(own.key);
  else if (own.isThere) wait(own.key, () => tellNow(own));
}

/** Commits what the field holds; text typed in another file is not committed to this one. */
export function tellNow<T>(own: Untold<T>): void {
  if (own.typed === undefined) return;
  if (isForOpenProject(own.documentId))
    own.tell(
      own.typed,
      (next) => holdUntold(own, next),
      () => void letGo(own),
    );
  else stopWaiting(own.key);
}

/** To be called when the field goes: commits what it holds for the last time. */
export function takeAway<T>(own: Untold<T>): void {
  own.isThere = false;
  tellNow(own);
  stopWaiting(own.key);
}

async function letGo<T>(own: Untold<T>): Promise<void> {
  const told = Symbol('told');
  own.typed = undefined;
  own.told = told;
  stopWaiting(own.key);
  await Promise.resolve(); // the value is sent only after the field was emptied
  await answered();
  if (own.told === told) holdUntold(own, undefined);
}
