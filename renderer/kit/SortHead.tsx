// The heads of a table that can be sorted by its columns.
import { useTexts } from '../state/texts.ts';
import './sort-head.css';

export type Sort<C extends string> = { readonly column: C; readonly isDescending: boolean };
/** A head without `column` sorts nothing. */
export type Head<C extends string> = { readonly column: C | null; readonly words: string; readonly className?: string };

type SortHeadProps<C extends string> = {
  readonly heads: readonly Head<C>[];
  /** `null` while the table keeps an order that no column gives. */
  readonly sort: Sort<C> | null;
  readonly onSort: (sort: Sort<C>) => void;
};

/** A press on the column by which the table is sorted turns its order round. */
export function SortHead<C extends string>({ heads, sort, onSort }: SortHeadProps<C>) {
  const { shell } = useTexts();
  return heads.map(({ column, words, className = '' }) => {
    if (column === null) {
      return (
        <span key={words} role="columnheader" className={className}>
          {words}
        </span>
      );
    }
    const isCurrent = sort?.column === column;
    return (
      <span
        key={column}
        role="columnheader"
        className={className}
        aria-sort={isCurrent ? (sort.isDescending ? 'descending' : 'ascending') : 'none'}
      >
        <button
          type="button"
          className="sort-button"
          title={shell.sortBy(words)}
          onClick={() => onSort({ column, isDescending: isCurrent && !sort.isDescending })}
        >
          {words}
          <span aria-hidden="true">{isCurrent ? (sort.isDescending ? ' ↓' : ' ↑') : ''}</span>
        </button>
      </span>
    );
  });
}
