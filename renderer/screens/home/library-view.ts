// What Home shows of the library: its accompaniments filtered by state and by words, and the next sessions of all of them.
import type { LibraryEntry } from '@contract/library.ts';
import { type HomeFilter, HOME_FILTERS, isUnder } from '@domain/overview/watch.ts';
import { matcherOf } from '@domain/writing/search-key.ts';
import type { Summary, UpcomingSession } from '@domain/summary.ts';
import { by, unknownLast } from '@domain/ordering.ts';
import { compareTexts } from '@domain/writing/sort.ts';
import type { Sort } from '../../kit/SortHead.tsx';

export type Readable = Extract<LibraryEntry, { readonly state: 'readable' }>;
export type Unreadable = Extract<LibraryEntry, { readonly state: 'unreadable' }>;

/** @returns the entries that can be read, and those that cannot. */
export function sorted(entries: readonly LibraryEntry[]): {
  readonly readable: readonly Readable[];
  readonly unreadable: readonly Unreadable[];
} {
  return {
    readable: entries.filter((entry) => entry.state === 'readable'),
    unreadable: entries.filter((entry) => entry.state === 'unreadable'),
  };
}

/** @returns the entries in which every word sought occurs (title, phase, file, next sessions, `words`), whatever the accents. */
export function withWords(entries: readonly Readable[], sought: string, words: (entry: Readable) => string): readonly Readable[] {
  const matches = matcherOf(sought);
  return entries.filter((entry) =>
    matches(
      `${entry.summary.title} ${entry.summary.phase ?? ''} ${entry.fileName} ${entry.summary.upcoming.map(({ place, title }) => `${place} ${title}`).join(' ')} ${words(entry)}`,
    ),
  );
}

/** @returns how many entries each filter lets through. */
export function countsOf(entries: readonly Readable[]): Readonly<Record<HomeFilter, number>> {
  const count = (filter: HomeFilter): number => entries.filter(({ summary }) => isUnder(filter, summary)).length;
  return Object.fromEntries(HOME_FILTERS.map((filter) => [filter, count(filter)])) as Record<HomeFilter, number>; // one count for each filter
}

export type LibrarySort = Sort<'title' | 'phase' | 'remaining' | 'next'>;

/** @returns the entries by the chosen column; without a value last in either direction */
export function sortedBy(entries: readonly Readable[], { column, isDescending }: LibrarySort): readonly Readable[] {
  const sign = isDescending ? -1 : 1;
  switch (column) {
    case 'title':
      return entries.toSorted((a, b) => sign * compareTexts(a.summary.title, b.summary.title));
    case 'phase':
      return entries.toSorted((a, b) => sign * compareTexts(a.summary.phase ?? '', b.summary.phase ?? ''));
    case 'remaining':
      return entries.toSorted(unknownLast(({ summary }) => summary.days?.remaining ?? null, isDescending));
    case 'next':
      return entries.toSorted(unknownLast(({ summary }) => nextDay(summary), isDescending));
  }
}

/** @returns the day of the next session as a number that grows with it; `null` if there is none */
function nextDay({ closedOn, upcoming: [next] }: Summary): number | null {
  return closedOn !== null || next === undefined ? null : Date.parse(next.date);
}

export type NextSession = UpcomingSession & { readonly entry: Readable };

/** @returns the sessions planned in these accompaniments, the nearest first. */
export function nextSessions(entries: readonly Readable[]): readonly NextSession[] {
  const all = entries
    .filter(({ summary }) => summary.closedOn === null)
    .flatMap((entry) => entry.summary.upcoming.map((session) => ({ ...session, entry })));
  return all.toSorted(
    by(
      ({ date }) => date,
      ({ startsAt }) => startsAt ?? '',
      ({ entry }) => entry.fileName,
    ),
  );
}
