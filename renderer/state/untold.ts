// What a field holds until blur: kept until it is committed, and counted as unsent while it is refused.
import { answered } from './project.ts';
import { isForOpenProject, openDocument, stopWaiting, wait } from './waiting.ts';

/**
 * Takes what was typed, and empties the field with `change(undefined)` or `letGo()`; what it leaves in the field is refused. A field let
 * go of shows what was typed until main has answered: the older value, shown in between, would be taken for what the user left there.
 */
export type Tell<T> = (typed: T, change: (typed: T | undefined) => void, letGo: () => void) => void;

export type Untold<T> = {
  tell: Tell<T>;
  readonly show: (typed: T | undefined) => void;
  readonly key: symbol;
  typed: T | undefined;
  documentId: string | null;
  isThere: boolean;
  /** The value committed last, as long as the field shows it without holding it. */
  told: symbol | null;
};

/** @returns a field that holds nothing yet. */
export function untold<T>(tell: Tell<T>, show: Untold<T>['show']): Untold<T> {
  return { tell, show, key: Symbol('field'), typed: undefined, documentId: null, isThere: true, told: null };
}

/** Holds `typed` until it is committed (`undefined`: nothing). A field that is gone counts for nothing. */
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

/** Tells what the field holds for the last time. */
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
  await Promise.resolve(); // what is told is sent after the field was emptied
  await answered();
  if (own.told === told) holdUntold(own, undefined);
}
