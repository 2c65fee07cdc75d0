// Texts being typed: each is held by its field, and committed on blur, after a pause, or with all others before closing.
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { type Held, hold, type Keep, press, revert, settle } from './held-text.ts';
import { holdUntold, takeAway, type Tell, tellNow, type Untold, untold } from './untold.ts';

export type Draft = {
  readonly text: string;
  readonly change: (text: string) => void;
  readonly commit: () => void;
  readonly revert: () => void;
};

/**
 * A text that is typed in a component and saved by `keep`, which is called on blur and after a pause. The field shows changes from
 * elsewhere unless the user is typing. Give the component the id of its record as `key`.
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
    return () => void settle(own, 'gone');
  }, []);
  return {
    text: typed ?? value,
    change: (text) => press(held.current, text),
    commit: () => void settle(held.current, 'left'),
    revert: () => revert(held.current),
  };
}

export type Waiting<T> = { readonly typed: T | undefined; readonly change: (typed: T | undefined) => void; readonly commit: () => void };

/**
 * What is typed in a field that commits on blur; `undefined` if nothing is. It is also committed before closing, and when the field goes.
 */
export function useWaiting<T>(tell: Tell<T>): Waiting<T> {
  const [typed, setTyped] = useState<T | undefined>(undefined);
  const held = useRef<Untold<T>>(untold(tell, (next) => setTyped(() => next)));
  useLayoutEffect(() => {
    held.current.tell = tell;
  });
  useEffect(() => {
    const own = held.current;
    own.isThere = true;
    return () => takeAway(own);
  }, []);
  return { typed, change: (next) => holdUntold(held.current, next), commit: () => tellNow(held.current) };
}
