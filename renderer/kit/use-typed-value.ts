// A value that is typed as text: what its field shows, how that is read, and when it is passed on.
import { useEffect, useState } from 'react';
import type { Failure } from '@domain/failures.ts';
import { ok, type Result } from '@domain/result.ts';
import { answered } from '../state/project.ts';
import { type Mark, useTyping } from '../state/use-typing.ts';

export type TypedOptions<V> = {
  /** By which the user knows the field. */
  readonly label: string;
  /**
   * Where the value is saved: it is passed on when the field is left, and a refused text waits there. Without it each change is passed on
   * at once, `null` for what cannot be read: for forms that are submitted as a whole.
   */
  readonly place: string | undefined;
  readonly value: V | null;
  readonly onChange: Take<V>;
  readonly read: (text: string) => Result<V>;
  /** What the field shows of a value when nobody is typing; it reads back as that value. */
  readonly write: (value: V) => string;
  readonly mayBeEmpty: boolean;
};

/** Takes a value. @returns whether it was accepted, once that is known; nothing if nobody can refuse it */
export type Take<V> = (value: V | null) => void | Promise<boolean>;

/** What the field needs of it, whatever its kind. */
export type TypedText = {
  readonly text: string;
  /** Why the text is refused, although nobody may have been told yet. */
  readonly failure: Failure | null;
  /** It was to be kept, and was refused: it waits in the field. */
  readonly isRefused: boolean;
  /** For its element. */
  readonly mark: Mark;
  /** Since the last key, nothing has asked for the value. */
  readonly isTyping: boolean;
  readonly type: (text: string) => void;
  /** Commits on blur and Enter: what is refused stays as typed, and counts as unsent. */
  readonly leave: () => void;
  /** Keeps what was typed, and says so. */
  readonly escape: () => void;
  /** Shows the value again. */
  readonly revert: () => void;
};

export type TypedValue<V> = TypedText & {
  /** What the text is read as; `null` if it is empty or refused. */
  readonly read: V | null;
  /** Takes a value that was chosen instead of typed. */
  readonly put: (value: V | null) => void;
};

export function useTypedValue<V>(options: TypedOptions<V>): TypedValue<V> {
  const { label, place, value, onChange, write } = options;
  const isLive = place === undefined;
  const [isTyping, setTyping] = useState(false);
  const [echo, setEcho] = useState<Echo<V> | null>(null);
  const keep = (text: string): boolean | Promise<boolean> => {
    setTyping(false);
    return passOn(options, text);
  };
  const { typed, isRefused, mark, type: hold, commit, forget, escape } = useTyping<string>({ place: place ?? null, label, keep });
  // A form that holds a value has got it from elsewhere since: it was told of what is refused.
  const isReplaced = isLive && typed !== undefined && value !== null;
  useEffect(() => {
    if (isReplaced) forget();
  });
  const text = isReplaced ? write(value) : (typed ?? (echo?.value === value ? echo.text : shown(value, write)));
  const result = readAs(options, text);
  const live = (next: string): void => {
    const now = readAs(options, next);
    setEcho(now.ok ? { text: next, value: now.value } : null);
    if (now.ok) forget();
    else hold(next);
    const told = now.ok ? now.value : null;
    if (told !== value) void onChange(told);
  };
  const take = isLive ? live : hold;
  const leave = (): void => {
    setTyping(false);
    setEcho(null);
    commit();
  };
  return {
    text,
    read: result.ok ? result.value : null,
    failure: result.ok ? null : result.failure,
    isRefused,
    mark,
    isTyping,
    type: (next) => {
      setTyping(true);
      take(next);
    },
    leave,
    put: (next) => {
      take(shown(next, write));
      leave();
    },
    escape: () => {
      setTyping(false);
      if (!isLive) escape();
    },
    revert: () => {
      setTyping(false);
      forget();
    },
  };
}

function readAs<V>({ mayBeEmpty, read }: TypedOptions<V>, text: string): Result<V | null> {
  return mayBeEmpty && text.trim() === '' ? ok(null) : read(text);
}

/** Passes on what a text is read as, unless the field has that value already. @returns whether it was accepted */
function passOn<V>(options: TypedOptions<V>, text: string): boolean | Promise<boolean> {
  const { place, value, onChange, write } = options;
  const result = readAs(options, text);
  if (!result.ok) return false;
  if (shown(result.value, write) === shown(value, write)) return true;
  const taken = onChange(result.value);
  return place === undefined || (taken ?? answered().then(() => true));
}

/** A text that a live form was told of: it stays as it is typed until the field is left, or the form holds another value. */
type Echo<V> = { readonly text: string; readonly value: V | null };

function shown<V>(value: V | null, write: (value: V) => string): string {
  return value === null ? '' : write(value);
}
