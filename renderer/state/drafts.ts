// Texts being typed: kept where they are typed, committed on blur, after a pause, or all at once before closing.
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type Held, hold, type Keep, press, revert, settle } from './held-text.ts';
import { isForOpenProject, openDocument, stopWaiting, wait } from './waiting.ts';

export type Draft = {
  readonly text: string;
  readonly change: (text: string) => void;
  readonly commit: () => void;
  readonly revert: () => void;
};

/**
 * A text typed here and kept there: `keep` is called on blur and after a pause. What comes from elsewhere shows unless one is typing.
 * A component that holds a draft carries the id of its record as `key`.
 */
export function useDraft(value: string, keep: Keep): Draft {
  const [typed, setTyped] = useState<string | null>(null);
  const held = useRef<Held>(hold({ value, keep, show: setTyped }));
  useEffect(() => {
    held.current.value = value;
    held.current.keep = keep;
  });
  useEffect(() => {
    const own = held.current;
    return () => void settle(own, 'left');
  }, []);
  return {
    text: typed ?? value,
    change: (text) => press(held.current, text),
    commit: () => void settle(held.current, 'left'),
    revert: () => revert(held.current),
  };
}

type Untold<T> = { typed: T | undefined; documentId: string | null; readonly key: symbol; tell: () => void };
/** Takes what was typed, and empties the field with `change(undefined)`. */
type Tell<T> = (typed: T, change: (typed: T | undefined) => void) => void;

export type Waiting<T> = { readonly typed: T | undefined; readonly change: (typed: T | undefined) => void; readonly commit: () => void };

/**
 * What is typed in a field that tells it when one leaves it (`undefined`: nothing): also told before closing, and when its screen goes.
 */
export function useWaiting<T>(tell: Tell<T>): Waiting<T> {
  const [typed, setTyped] = useState<T | undefined>(undefined);
  const held = useRef<Untold<T>>({ typed: undefined, documentId: null, key: Symbol('field'), tell: () => undefined });
  const change = (next: T | undefined): void => {
    const own = held.current;
    own.typed = next;
    own.documentId = openDocument();
    setTyped(() => next);
    if (next === undefined) stopWaiting(own.key);
    else wait(own.key, () => tellNow(own));
  };
  useLayoutEffect(() => {
    held.current.tell = () => {
      if (held.current.typed !== undefined) tell(held.current.typed, change);
    };
  });
  useEffect(() => {
    const own = held.current;
    return () => tellNow(own);
  }, []);
  return { typed, change, commit: () => tellNow(held.current) };
}

function tellNow<T>(own: Untold<T>): void {
  stopWaiting(own.key);
  if (own.typed !== undefined && isForOpenProject(own.documentId)) own.tell();
}
