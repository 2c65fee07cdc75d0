// A line being written at the foot of a list: saved on Enter and on blur, and put back into the field if it was refused.
import { useEffect, useRef } from 'react';
import { useWaiting } from './drafts.ts';
import { oneLine } from './typed-text.ts';

type Line = { readonly onAdd: (title: string) => Promise<readonly unknown[] | null>; readonly onEnd: () => void };
type Key = { readonly key: string; readonly preventDefault: () => void };

/** Enter saves the line and starts the next one. Escape, blur, or Enter on an empty line ends the writing. */
export function useNewLine({ onAdd, onEnd }: Line) {
  const own = useRef({ isThere: true, sending: 0, isLeft: false });
  useEffect(() => {
    const state = own.current;
    state.isThere = true;
    return () => {
      state.isThere = false;
    };
  }, []);
  const add = async (typed: string, put: (text: string | undefined) => void): Promise<void> => {
    const title = typed.trim();
    put(undefined);
    if (title === '') return;
    own.current.sending += 1;
    const isKept = (await onAdd(title)) !== null;
    own.current.sending -= 1;
    if (!own.current.isThere) return;
    if (!isKept) put(title);
    else if (own.current.isLeft && own.current.sending === 0) onEnd();
  };
  const { typed, change, commit } = useWaiting<string>((text, put) => void add(text, put));
  const text = typed ?? '';
  const end = (): void => {
    own.current.isLeft = true;
    commit();
    if (own.current.sending === 0) onEnd();
  };
  return {
    value: text,
    onChange: (event: { readonly target: { readonly value: string } }) => change(oneLine(event.target.value)),
    onFocus: () => {
      own.current.isLeft = false;
    },
    onBlur: end,
    onKeyDown: (event: Key) => {
      if (event.key === 'Escape') {
        change(undefined);
        onEnd();
      }
      if (event.key !== 'Enter') return;
      event.preventDefault();
      if (text.trim() === '') end();
      else commit();
    },
  };
}
