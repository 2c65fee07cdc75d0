// What is typed in a field of the window: sent on leaving it, after a pause, or all at once before closing; what is refused waits in its place.
import { useEffect, useLayoutEffect, useState } from 'react';
import { sayLeft } from './go-back.ts';
import { shortcutWords } from './keys.ts';
import { say, sayPrivately } from './messages.ts';
import { texts } from './texts.ts';
import { type Shown, Typing, type TypingOptions } from './typing.ts';
import { windowStore } from './window-state.ts';

type Field<T> = Pick<TypingOptions<T>, 'place' | 'keep' | 'isPrivate'> & {
  /** By which the user knows the field. */
  readonly label: string;
  /** By which they know what was kept of it on Escape, if not by that. */
  readonly nameOf?: (typed: T) => string;
  readonly sends?: TypingOptions<T>['sends'];
  /** What is saved: shown while nothing is typed. */
  readonly saved?: T;
};

/** By which the window finds the field again. */
export type Mark = { readonly 'data-place'?: string };

/** `mark`: for its element. `escape`: what a field does on Escape, which keeps what was typed, always, and says so. */
export type Typed<T> = Shown<T> &
  Pick<Typing<T>, 'type' | 'commit' | 'next' | 'forget'> & { readonly escape: () => void; readonly mark: Mark };

/** A component that uses it carries what its place is made of as `key`. */
export function useTyping<T>(field: Field<T>): Typed<T> {
  const { place, label, nameOf = () => label, keep, sends = 'on leaving', saved, isPrivate = false } = field;
  const { route } = windowStore.get();
  const onLeft = (): void => sayLeft({ route, place: place ?? '', label }); // what has no place is not left behind
  const options: TypingOptions<T> = {
    place,
    sends,
    saved: () => saved,
    keep,
    isPrivate,
    onLeft,
    onLost: (typed) => sayLost(typed, isPrivate ? sayPrivately : say),
  };
  const [typing] = useState(() => Typing.in<T>(options));
  const [shown, show] = useState(typing.shown);
  useLayoutEffect(() => typing.renew(options));
  useEffect(() => {
    typing.enter(show);
    return () => typing.leave();
  }, [typing]);
  return {
    ...shown,
    mark: place === null ? {} : { 'data-place': place },
    type: (typed) => typing.type(typed),
    commit: () => typing.commit(),
    next: () => typing.next(),
    forget: () => typing.forget(),
    escape: () => {
      const { typed } = shown;
      if (typed === undefined) typing.commit();
      else void typing.settle().then(() => sayKept(nameOf(typed), typing.shown, isPrivate ? sayPrivately : say));
    },
  };
}

/** A refusal has been said already. */
function sayKept(label: string, { isRefused }: Shown<unknown>, tell: typeof say): void {
  if (!isRefused) tell('accent', texts().shell.escapeKept(label, shortcutWords({ act: 'undo' })));
}

function sayLost(typed: unknown, tell: typeof say): void {
  tell('bad', texts().shell.lineRefused(String(typed)));
}

export type Draft = Pick<Typed<string>, 'isRefused' | 'commit' | 'escape' | 'mark'> & {
  readonly text: string;
  readonly change: (text: string) => void;
};
type TextField = Pick<Field<string>, 'place' | 'label' | 'keep' | 'isPrivate'> & { readonly value: string };

/** A text that is saved while it is typed. Changes from elsewhere show unless the user is typing. */
export function useDraft({ value, ...field }: TextField): Draft {
  const { typed, type, ...draft } = useTyping<string>({ ...field, saved: value, sends: 'after pauses' });
  return { ...draft, text: typed ?? value, change: type };
}
