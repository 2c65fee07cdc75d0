// A table for long lists: only the rows in sight exist, whatever the length.
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useWantedRecord } from '../state/go-back.ts';
import './virtual-rows.css';

type VirtualRowsProps<T> = {
  readonly label: string;
  readonly rows: readonly T[];
  readonly keyOf: (row: T) => string;
  /** Expected height of a row, in pixels; the real one is measured. */
  readonly heightOf: (row: T) => number;
  /** The cells of the header row, each with `role="columnheader"`. */
  readonly header: ReactNode;
  /** Draws the cells of a row, each with `role="cell"`. */
  readonly children: (row: T) => ReactNode;
  readonly classOf?: (row: T) => string;
  /** Key of the row to bring into sight; a row with a text to which the user goes back is brought by itself. */
  readonly wanted?: string | null;
};

/** A table that scrolls with its screen; screen readers learn how many rows there are in all. */
export function VirtualRows<T>({ label, rows, keyOf, heightOf, header, children, classOf, wanted = null }: VirtualRowsProps<T>) {
  const body = useRef<HTMLDivElement>(null);
  const top = useTopInScreen(body);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => screenOf(body.current),
    estimateSize: (index) => valueAt(rows, index, heightOf) ?? 0,
    getItemKey: (index) => valueAt(rows, index, keyOf) ?? index,
    scrollMargin: top,
    overscan: 12,
  });
  const goingBack = useWantedRecord();
  const sought = wanted ?? goingBack;
  const position = sought === null ? -1 : rows.findIndex((row) => keyOf(row) === sought);
  useEffect(() => {
    if (position >= 0) virtualizer.scrollToIndex(position, { align: 'center' });
  }, [position, virtualizer, top]);
  return (
    <div className="rows" role="table" aria-label={label} aria-rowcount={rows.length + 1}>
      <div role="rowgroup">
        <div role="row" aria-rowindex={1} className="row row-head">
          {header}
        </div>
      </div>
      <div role="rowgroup" className="rows-body" ref={body} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <div
              key={item.key}
              role="row"
              aria-rowindex={item.index + 2}
              data-index={item.index}
              ref={virtualizer.measureElement}
              className={`row row-placed ${classOf?.(row) ?? ''}`}
              style={{ transform: `translateY(${item.start - top}px)` }}
            >
              {children(row)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function valueAt<T, V>(rows: readonly T[], index: number, read: (row: T) => V): V | null {
  const row = rows[index];
  return row === undefined ? null : read(row);
}

function screenOf(element: HTMLElement | null): HTMLElement | null {
  return element?.closest('main') ?? null;
}

/** @returns the distance from the top of the scrolled screen to the list, in pixels, updated as the content above grows or shrinks */
function useTopInScreen(list: RefObject<HTMLDivElement | null>): number {
  const [top, setTop] = useState(0);
  useEffect(() => {
    const screen = screenOf(list.current);
    if (screen === null) return;
    const measure = (): void => {
      if (list.current !== null) setTop(list.current.getBoundingClientRect().top - screen.getBoundingClientRect().top + screen.scrollTop);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(screen);
    for (const child of screen.querySelectorAll('.screen, .screen > *')) observer.observe(child);
    return () => observer.disconnect();
  }, [list]);
  return top;
}
