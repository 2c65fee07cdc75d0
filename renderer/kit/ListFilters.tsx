// What stands above a list that is filtered: by state with a chip each, and by words; how many are left is said aloud.
import { type FilterChip, FilterChips } from './FilterChips.tsx';
import { TextField } from './TextField.tsx';
import './list-filters.css';

type ListFiltersProps<K extends string> = {
  readonly label: string;
  readonly chips: readonly FilterChip<K>[];
  readonly selected: K;
  readonly onSelect: (id: K) => void;
  /** What words may be looked for. */
  readonly hint: string;
  readonly sought: string;
  readonly onSought: (words: string) => void;
  /** How many are shown, in words. */
  readonly shown: string;
};

export function ListFilters<K extends string>({ label, chips, selected, onSelect, hint, sought, onSought, shown }: ListFiltersProps<K>) {
  return (
    <>
      <div className="list-filters">
        <FilterChips label={label} chips={chips} selected={selected} onSelect={onSelect} />
        <TextField label={hint} placeholder={hint} value={sought} onChange={onSought} isLabelHidden />
      </div>
      <p className="visually-hidden" role="status">
        {shown}
      </p>
    </>
  );
}
