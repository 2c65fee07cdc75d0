// How records are ordered. Equal records compare as 0 and ids decide last, so that reopening a file never changes an order.
import type { RecordOf } from './tables/tables.ts';

export type Comparison<T> = (a: T, b: T) => number;
type Key<T> = (value: T) => string | number;

/** @returns a comparison by the first of the keys that differs: ids, ranks, numbers, and dates in their ISO form; 0 if none does */
export function by<T>(...keys: readonly Key<T>[]): Comparison<T> {
  return (a, b) => {
    for (const key of keys) {
      const [first, second] = [key(a), key(b)];
      if (first !== second) return first < second ? -1 : 1;
    }
    return 0;
  };
}

/** @returns the same the other way round */
export function lastFirst<T>(comparison: Comparison<T>): Comparison<T> {
  return (a, b) => comparison(b, a);
}

/** @returns a comparison by a number that may be unknown: such values come last in either direction */
export function unknownLast<T>(valueOf: (value: T) => number | null, isDescending: boolean): Comparison<T> {
  return (a, b) => {
    const [first, second] = [valueOf(a), valueOf(b)];
    if (first === second) return 0;
    if (first === null) return 1;
    if (second === null) return -1;
    return isDescending ? second - first : first - second;
  };
}

const idOf = ({ id }: { readonly id: string }): string => id;

type Placed = { readonly id: string; readonly order: string };

/** @returns records by their place among their siblings */
export function inOrder<R extends Placed>(records: readonly R[]): readonly R[] {
  return records.toSorted(by<Placed>(({ order }) => order, idOf));
}

export const compareSessions = by<RecordOf<'sessions'>>(
  ({ date }) => date,
  ({ startsAt }) => startsAt ?? '00:00',
  idOf,
);

/** Entries of one day are in the order in which they were entered; those entered together in the order of their kinds of work. */
export function compareEntries(kinds: Readonly<Record<string, RecordOf<'kinds'>>>): Comparison<RecordOf<'timeEntries'>> {
  return by<RecordOf<'timeEntries'>>(
    ({ date }) => date,
    ({ enteredAt }) => enteredAt,
    ({ kindId }) => kinds[kindId]?.order ?? '',
    idOf,
  );
}

export const compareCommitments = by<RecordOf<'commitments'>>(({ askedOn }) => askedOn, idOf);

/** Those of one day are in the order in which they were entered. */
export const compareAmendments = by<RecordOf<'amendments'>>(
  ({ on }) => on,
  ({ enteredAt }) => enteredAt ?? '',
  idOf,
);
