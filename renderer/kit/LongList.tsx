// A list of any number of lines. A long list scrolls in a box of its own, and only the lines in sight exist.
import type { ReactNode } from 'react';
import { useBox, useSpan } from './use-span.ts';
import './long-list.css';

type LongListProps<T> = {
  readonly items: readonly T[];
  readonly keyOf: (item: T) => string;
  /** Expected height of a line, in pixels; the real one is measured. */
  readonly height: number;
  readonly label?: string;
  readonly className?: string;
  readonly classOf?: (item: T) => string;
  /** The order of the lines has a meaning. */
  readonly isOrdered?: boolean;
  /** Further lines below the last one, such as the one being written. */
  readonly end?: ReactNode;
  /** Draws the content of a line. */
  readonly children: (item: T) => ReactNode;
};

/** Screen readers learn how many lines there are in all; the keyboard can reach the box and scroll it. */
export function LongList<T>({ items, keyOf, height, label, className = '', classOf, isOrdered, end, children }: LongListProps<T>) {
  const { box, isLong } = useBox<HTMLUListElement & HTMLOListElement>(items.length);
  const { shown, before, after, measure } = useSpan({ items, keyOf, height, box });
  const List = isOrdered ? 'ol' : 'ul';
  return (
    <List ref={box} className={isLong ? `${className} long-list` : className} aria-label={label} {...(isLong ? { tabIndex: 0 } : {})}>
      {before > 0 ? <li aria-hidden="true" style={{ height: before }} /> : null}
      {shown.map(({ item, index, key }) => (
        <li
          key={key}
          ref={measure}
          data-index={index}
          className={classOf?.(item)}
          {...(isLong ? { 'aria-setsize': items.length, 'aria-posinset': index + 1 } : {})}
        >
          {children(item)}
        </li>
      ))}
      {after > 0 ? <li aria-hidden="true" style={{ height: after }} /> : null}
      {end}
    </List>
  );
}
