// A short row of words in the head of a screen, which switches between the views of the screen.
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from 'react-aria-components';
import './segmented-tabs.css';

export type Segment<K extends string> = { readonly id: K; readonly label: string };

type SegmentedTabsProps<K extends string> = {
  readonly items: readonly Segment<K>[];
  readonly selected: K;
  readonly onSelect: (id: K) => void;
  /** The head of the screen, which holds the row of words (`SegmentRow`). */
  readonly head: ReactNode;
  readonly children: ReactNode;
};

/** `children` is the selected view. */
export function SegmentedTabs<K extends string>({ items, selected, onSelect, head, children }: SegmentedTabsProps<K>) {
  const select = (key: unknown): void => {
    const chosen = items.find(({ id }) => id === key);
    if (chosen !== undefined) onSelect(chosen.id);
  };
  return (
    <AriaTabs className="segmented" selectedKey={selected} onSelectionChange={select}>
      {head}
      <TabPanel key={selected} id={selected} className="segment-panel">
        {children}
      </TabPanel>
    </AriaTabs>
  );
}

/** The row of words; arrow keys move between them. */
export function SegmentRow<K extends string>({ label, items }: { readonly label: string; readonly items: readonly Segment<K>[] }) {
  return (
    <TabList aria-label={label} className="segments">
      {items.map((item) => (
        <Tab key={item.id} id={item.id} className="segment">
          {item.label}
        </Tab>
      ))}
    </TabList>
  );
}
