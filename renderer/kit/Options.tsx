// The list of options that a field opens; of thousands of options, only those in sight are drawn.
import { type RefObject, useEffect, useRef } from 'react';
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components';
import type { Option } from './Select.tsx';
import './select.css';

/** Up to this many options, each is as tall as its text needs; with more, each is one line. */
export const MOST_FREE_OPTIONS = 100;
/** Height of an option in a long list, in pixels; see `.options-long`. */
const LINE = 32;

type OptionsProps = {
  readonly count: number;
  /** Left out if the field above filters the options itself. */
  readonly items?: readonly Option[];
  readonly chosen?: string | null;
};

export function Options({ count, items, chosen = null }: OptionsProps) {
  const given = items === undefined ? {} : { items };
  const list = useRef<HTMLDivElement>(null);
  useInSight(list, count <= MOST_FREE_OPTIONS ? -1 : (items?.findIndex(({ id }) => id === chosen) ?? -1));
  if (count <= MOST_FREE_OPTIONS) {
    return (
      <ListBox className="options" {...given}>
        {optionItem}
      </ListBox>
    );
  }
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: LINE }}>
      <ListBox ref={list} className="options options-long" {...given}>
        {optionItem}
      </ListBox>
    </Virtualizer>
  );
}

/** Scrolls a long list to its chosen option, one frame late: before that, the list has no height and would stay at its beginning. */
function useInSight(list: RefObject<HTMLDivElement | null>, position: number): void {
  const first = useRef(position);
  useEffect(() => {
    if (first.current < 0) return undefined;
    const frame = requestAnimationFrame(() => {
      const box = list.current;
      if (box !== null) box.scrollTop = first.current * LINE - (box.clientHeight - LINE) / 2;
    });
    return () => cancelAnimationFrame(frame);
  }, [list]);
}

function optionItem(option: Option) {
  return (
    <ListBoxItem id={option.id} textValue={option.label} className="option">
      <span className="option-words">{option.label}</span>
    </ListBoxItem>
  );
}
