// How two contents differ, table by table, in a few words.
import type { TableDifference } from '@domain/changes-between.ts';
import { useTexts } from '../state/texts.ts';
import { by } from '@domain/ordering.ts';

/** Enough to recognise what happened; the rest is only counted. */
const MOST_SHOWN = 3;

type DifferencesProps = {
  readonly differences: readonly TableDifference[];
  /** Puts one difference into words. */
  readonly sentence: (difference: TableDifference, thing: string) => string;
  /** Shown if there are no differences. */
  readonly none: string;
};

/** Shows the largest differences first. */
export function Differences({ differences, sentence, none }: DifferencesProps) {
  const { backups, tables } = useTexts();
  if (differences.length === 0) return <span className="quiet">{none}</span>;
  const largest = differences.toSorted(by((difference) => -sizeOf(difference)));
  const rest = largest.length - MOST_SHOWN;
  return (
    <ul className="differences small">
      {largest.slice(0, MOST_SHOWN).map((difference) => (
        <li key={difference.table}>{sentence(difference, tables[difference.table].many)}</li>
      ))}
      {rest > 0 ? <li className="quiet">{backups.more(rest)}</li> : null}
    </ul>
  );
}

function sizeOf({ onlyBefore, onlyAfter, changed }: TableDifference): number {
  return onlyBefore + onlyAfter + changed;
}
