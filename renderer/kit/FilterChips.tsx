// A few filters of a list, each with the number of items that it lets through.
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import './filter-chips.css';

export type FilterChip<K extends string> = { readonly id: K; readonly label: string; readonly count: number };

type FilterChipsProps<K extends string> = {
  readonly label: string;
  readonly chips: readonly FilterChip<K>[];
  readonly selected: K;
  readonly onSelect: (id: K) => void;
};

/** Arrow keys move between the filters; one is always on. */
export function FilterChips<K extends string>({ label, chips, selected, onSelect }: FilterChipsProps<K>) {
  const select = (keys: ReadonlySet<unknown>): void => {
    const chosen = chips.find(({ id }) => keys.has(id));
    if (chosen !== undefined) onSelect(chosen.id);
  };
  return (
    <ToggleButtonGroup
      className="filter-chips"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[selected]}
      onSelectionChange={select}
    >
      {chips.map(({ id, label: words, count }) => (
        <ToggleButton key={id} id={id} className="filter-chip">
          {words} <span className="filter-chip-count">{count}</span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
