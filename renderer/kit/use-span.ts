// Finds the part of a long list that is in sight, in a box of its own that scrolls.
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useRef } from 'react';
import { useWantedRecord } from '../state/go-back.ts';

/** Up to this many lines, all are drawn; only longer lists get a box of their own. */
export const MOST_DRAWN = 60;

export type Span<T> = {
  readonly shown: readonly { readonly item: T; readonly index: number; readonly key: string }[];
  /** Height of the lines that are not drawn, before and after `shown`, in pixels. */
  readonly before: number;
  readonly after: number;
  /** The `ref` of each drawn line, to measure its real height; the line also needs its index as `data-index`. */
  readonly measure: (element: Element | null) => void;
};
type SpanOptions<T> = {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  /** Expected height of a line, in pixels. */
  readonly height: number;
  readonly box: RefObject<HTMLElement | null>;
};

/** @returns the lines in sight in `box`, with a few more around them; all lines if the list is short. A line to which the user goes back comes into sight. */
export function useSpan<T>({ items, keyOf, height, box }: SpanOptions<T>): Span<T> {
  const isLong = items.length > MOST_DRAWN;
  const virtualizer = useVirtualizer({
    count: isLong ? items.length : 0,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 8,
  });
  const goingBack = useWantedRecord();
  const wanted = isLong && goingBack !== null ? items.findIndex((item) => keyOf(item) === goingBack) : -1;
  useEffect(() => {
    if (wanted >= 0) virtualizer.scrollToIndex(wanted, { align: 'center' });
  }, [wanted, virtualizer]);
  if (!isLong) return { shown: items.map((item, index) => ({ item, index, key: keyOf(item) })), before: 0, after: 0, measure: nothing };
  const rows = virtualizer.getVirtualItems();
  return {
    shown: rows.flatMap(({ index }) => {
      const item = items[index];
      return item === undefined ? [] : [{ item, index, key: keyOf(item) }];
    }),
    before: rows[0]?.start ?? 0,
    after: virtualizer.getTotalSize() - (rows.at(-1)?.end ?? 0),
    measure: virtualizer.measureElement,
  };
}

function nothing(): void {
  // A short list is not measured.
}

/** @returns the ref of the box, and whether a list of `count` lines scrolls in it. */
export function useBox<E extends HTMLElement>(count: number): { readonly box: RefObject<E | null>; readonly isLong: boolean } {
  return { box: useRef<E>(null), isLong: count > MOST_DRAWN };
}
