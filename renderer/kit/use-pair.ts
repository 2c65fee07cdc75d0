// A start and an end, each typed in a field of its own: they are kept together, and not while the end comes before the start.
import { useCallback, useLayoutEffect, useRef } from 'react';
import type { TypedText, TypedValue } from './use-typed-value.ts';

export type Ends<V> = { readonly from: V | null; readonly to: V | null };
type End = keyof Ends<unknown>;
/** What the pair needs of a field: what its text is read as, and why it is refused. */
type Typed<V> = Pick<TypedText, 'failure' | 'isTyping' | 'isRefused'> & Pick<TypedValue<V>, 'read' | 'put'>;

type PairOptions<V> = {
  /** What is saved. */
  readonly value: Ends<V>;
  readonly isReversed: (from: V, to: V) => boolean;
  /** @returns whether they were accepted */
  readonly onChange: (ends: Ends<V>) => Promise<boolean>;
};
type Pair<V> = {
  /** Takes what was typed in the field of one end: that end, or both. @returns whether they are kept; reversed, they wait in their fields */
  readonly take: (end: End, ends: Partial<Ends<V>>) => Promise<boolean>;
  /** Is told both fields each time they are drawn. */
  readonly see: (fields: Fields<V>) => void;
};
type Fields<V> = Readonly<Record<End, Typed<V>>>;

export function usePair<V>({ value, isReversed, onChange }: PairOptions<V>): Pair<V> {
  const fields = useRef<Fields<V>>(null);
  const isPutting = useRef(false);
  /** A text that cannot be read counts for nothing: its saved value stays. */
  const otherEnd = (end: End): V | null => {
    const field = fields.current?.[end];
    return field === undefined || field.failure !== null ? value[end] : field.read;
  };
  const take = async (end: End, ends: Partial<Ends<V>>): Promise<boolean> => {
    const next = { from: otherEnd('from'), to: otherEnd('to'), ...ends };
    if (areReversed(next, isReversed)) return false;
    if (!isPutting.current) bringAlong(end === 'from' ? 'to' : 'from', ends);
    return onChange(next);
  };
  /** The other field shows its end at once, before the focus arrives there and selects what it shows; it takes it as if it were typed. */
  const bringAlong = (other: End, ends: Partial<Ends<V>>): void => {
    const field = fields.current?.[other];
    isPutting.current = true;
    if (other in ends) field?.put(ends[other] ?? null);
    else if (field?.isRefused === true && field.failure === null) field.put(field.read); // it waited for this one
    isPutting.current = false;
  };
  const see = useCallback((drawn: Fields<V>): void => {
    fields.current = drawn;
  }, []);
  return { take, see };
}

/** @returns whether what the two fields show is reversed, once nobody is typing */
export function useEnds<V>({ see }: Pair<V>, fields: Fields<V>, isReversed: PairOptions<V>['isReversed']): boolean {
  useLayoutEffect(() => see(fields));
  const { from, to } = fields;
  return !from.isTyping && !to.isTyping && areReversed({ from: from.read, to: to.read }, isReversed);
}

function areReversed<V>({ from, to }: Ends<V>, isReversed: PairOptions<V>['isReversed']): boolean {
  return from !== null && to !== null && isReversed(from, to);
}
