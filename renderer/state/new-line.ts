// A line being written at the foot of a list: kept on Enter and when it is left, and put back if it was refused.
import { useEffect, useRef, useState } from 'react';
import { afterPress } from './after-press.ts';
import { isInHelp } from './help.ts';
import { type KeyEvent, keyOf } from './keys.ts';
import { oneLine } from './typed-text.ts';
import { useTyping } from './use-typing.ts';

type Line = {
  /** By which a refused line is found again: the list, and the record that it belongs to. */
  readonly place: string;
  readonly label: string;
  readonly onAdd: (title: string) => Promise<readonly unknown[] | null>;
  readonly onEnd: () => void;
};
/** `relatedTarget`: what has the focus now. */
type Left = { readonly relatedTarget: EventTarget | null };
type Key = KeyEvent & { readonly preventDefault: () => void };

/**
 * Enter keeps the line and goes on to the next; Escape keeps it, says so and ends; an empty line ends. A line that ends with the focus in it
 * gives it back to what began it, so that Tab goes on from there and not from the top of the screen.
 * @returns what its field needs, and how what is typed is given up
 */
export function useNewLine({ place, label, onAdd, onEnd }: Line) {
  const own = useRef({ isThere: true, isLeft: false, sending: 0 });
  const [opener] = useState(() => document.activeElement);
  useEffect(() => {
    const state = own.current;
    state.isThere = true;
    return () => {
      state.isThere = false; // another line has taken its place, and is not ended with it
    };
  }, []);
  const add = async (typed: string): Promise<boolean> => {
    const title = typed.trim();
    own.current.sending += 1;
    const isKept = title === '' || (await onAdd(title)) !== null;
    own.current.sending -= 1;
    if (isKept) endIfLeft();
    return isKept;
  };
  const line = useTyping<string>({ place, label, nameOf: withoutStop, keep: add });
  const text = line.typed ?? '';
  const isOver = (): boolean => {
    const { isThere, isLeft, sending } = own.current;
    return isThere && isLeft && sending === 0;
  };
  const endIfLeft = (): void => {
    if (isOver()) afterPress(() => isOver() && endWith(place, opener, onEnd));
  };
  const leave = (): void => {
    own.current.isLeft = true;
    line.commit();
    if (text === '') endIfLeft();
  };
  const end = (): void => {
    own.current.isLeft = true;
    if (text.trim() !== '') line.escape();
    else leave();
  };
  const field = {
    ...line.mark,
    value: text,
    'aria-invalid': line.isRefused || undefined,
    onChange: (event: { readonly target: { readonly value: string } }) => line.type(oneLine(event.target.value)),
    onFocus: () => {
      own.current.isLeft = false;
    },
    onBlur: ({ relatedTarget }: Left) => {
      if (!isInHelp(relatedTarget)) leave();
    },
    onKeyDown: (event: Key) => {
      const key = keyOf(event);
      if (key === 'Escape') end();
      if (key !== 'Enter') return;
      event.preventDefault();
      if (text.trim() === '') leave();
      else void line.next();
    },
  };
  return { field, forget: line.forget };
}

/** What was typed ends a sentence of its own; here it stands within one. */
function withoutStop(line: string): string {
  return line.trim().replace(/\.$/, '');
}

/** What ends with the focus in it gives the focus to what it was opened by. */
function endWith(place: string, opener: Element | null, onEnd: () => void): void {
  const { activeElement } = document;
  const isHere = activeElement instanceof HTMLElement && activeElement.dataset['place'] === place;
  onEnd();
  if (isHere && opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
}
