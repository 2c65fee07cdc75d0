// A start and an end, each typed in a field of its own: they are kept together, and not while the end comes before the start.
import { useLayoutEffect, useRef } from 'react';
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
  /** To be called with both fields each time they are drawn. @returns whether what they show is reversed, once nobody is typing */
  readonly useEnds: (fields: Readonly<Record<End, Typed<V>>>) => boolean;
};

export function usePair<V>({ value, isReversed, onChange }: PairOptions<V>): Pair<V> {
  const fields = useRef<Readonly<Record<End, Typed<V>>>>(null);
  const areReversed = ({ from, to }: Ends<V>): boolean => from !== null && to !== null && isReversed(from, to);
  /** A text that cannot be read counts for nothing: its saved value stays. */
  const otherEnd = (end: End): V | null => {
    const field = fields.current?.[end];
    return field === undefined || field.failure !== null ? value[end] : field.read;
  };
  const take = async (end: End, ends: Partial<Ends<V>>): Promise<boolean> => {
    const next = { from: otherEnd('from'), to: otherEnd('to'), ...ends };
    if (areReversed(next)) return false;
    const other = end === 'from' ? 'to' : 'from';
    const field = fields.current?.[other];
    if (other in ends) field?.put(next[other]); // at once, before the focus arrives there and selects what it shows
    else if (field?.isRefused === true && field.failure === null) field.put(field.read); // it waited for this
    return onChange(next);
  };
  return {
    take,
    useEnds: (drawn) => {
      useLayoutEffect(() => {
        fields.current = drawn;
      });
      const isTyping = drawn.from.isTyping || drawn.to.isTyping;
      return !isTyping && areReversed({ from: drawn.from.read, to: drawn.to.read });
    },
  };
}
