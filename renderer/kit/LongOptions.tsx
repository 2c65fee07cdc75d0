// A list of hundreds of options or more: those in sight alone are drawn.
import { type RefObject, useEffect, useRef } from 'react';
import { ListBox, ListLayout, Virtualizer } from 'react-aria-components';
import { optionItem } from './OptionItem.tsx';
import type { OptionsProps } from './Options.tsx';

/** Height of an option in a long list, in pixels; see `.options-long`. */
const LINE = 32;

export function LongOptions({ items, chosen = null }: OptionsProps) {
  const list = useRef<HTMLDivElement>(null);
  useInSight(list, items?.findIndex(({ id }) => id === chosen) ?? -1);
  return (
    <Virtualizer layout={ListLayout} layoutOptions={{ rowHeight: LINE }}>
      <ListBox ref={list} className="options options-long" {...(items === undefined ? {} : { items })}>
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
