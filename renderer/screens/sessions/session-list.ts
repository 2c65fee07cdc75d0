// What the list of sessions shows of each, how it is filtered, and in which order.
import type { Accompaniment } from '@domain/document.ts';
import { groupedBy } from '@domain/grouping.ts';
import { sessionNumbers } from '@domain/numbering.ts';
import { timeTotals, type TimeTotals } from '@domain/ledger/time-totals.ts';
import { compareSessions, inOrder, lastFirst, unknownLast } from '@domain/ordering.ts';
import { presenceCount } from '@domain/collective/presence.ts';
import type { RecordOf } from '@domain/tables/tables.ts';
import type { CalendarDate } from '@domain/units.ts';
import { matcherOf } from '@domain/writing/search-key.ts';
import { compareTexts } from '@domain/writing/sort.ts';
import type { Sort } from '../../kit/SortHead.tsx';

export type SessionLine = {
  readonly session: RecordOf<'sessions'>;
  /** 0 for a cancelled one. */
  readonly number: number;
  readonly present: number;
  readonly expected: number;
  readonly isTimed: boolean;
  readonly totals: TimeTotals;
  /** All that was done, by which the list is sorted: it is told nowhere, since funded and unfunded time make no sum. */
  readonly minutes: number;
  readonly decisions: number;
  readonly actions: number;
  readonly openActions: number;
  /** In which words are looked for. */
  readonly words: string;
};

export const SESSION_FILTERS = ['all', 'held', 'planned', 'untimed', 'open'] as const;
export type SessionFilter = (typeof SESSION_FILTERS)[number];
export type SessionSort = Sort<'number' | 'date' | 'title' | 'phase' | 'present' | 'time'>;

/**
 * @param on the day for which their time is told
 * @returns the sessions, the latest first
 */
export function linesOf(accompaniment: Accompaniment, on: CalendarDate): readonly SessionLine[] {
  const numbers = sessionNumbers(accompaniment);
  const attendances = groupedBy(Object.values(accompaniment.attendances), ({ sessionId }) => sessionId);
  const entries = groupedBy(Object.values(accompaniment.timeEntries), ({ sessionId }) => sessionId ?? '');
  const decisions = groupedBy(Object.values(accompaniment.decisions), ({ sessionId }) => sessionId);
  const actions = groupedBy(Object.values(accompaniment.actions), ({ sessionId }) => sessionId ?? '');
  const nameOf = (personId: string): string => accompaniment.people[personId]?.name ?? '';
  const sessions = Object.values(accompaniment.sessions).toSorted(lastFirst(compareSessions));
  return sessions.map((session): SessionLine => {
    const { id, title, place } = session;
    const there = attendances.get(id) ?? [];
    const done = (entries.get(id) ?? []).filter(({ status }) => status === 'done');
    const [decided, agreed] = [decisions.get(id) ?? [], (actions.get(id) ?? []).filter(({ status }) => status !== 'dropped')];
    return {
      session,
      number: numbers.get(id) ?? 0,
      ...presenceCount(accompaniment.people, session, there),
      isTimed: done.length > 0,
      totals: timeTotals(accompaniment, entries.get(id) ?? [], on),
      minutes: done.reduce((sum, { minutes }) => sum + minutes, 0),
      decisions: decided.length,
      actions: agreed.length,
      openActions: agreed.filter(({ status }) => status === 'open').length,
      words: [title, place, ...[...decided, ...agreed].map((one) => one.title), ...there.map((one) => nameOf(one.personId))].join(' '),
    };
  });
}

/** @returns the lines in which every word sought occurs, whatever the accents */
export function withWords(lines: readonly SessionLine[], sought: string): readonly SessionLine[] {
  const matches = matcherOf(sought);
  return lines.filter(({ words }) => matches(words));
}

export function isUnder(filter: SessionFilter, { session, isTimed, openActions }: SessionLine): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'held':
    case 'planned':
      return session.status === filter;
    case 'untimed':
      return session.status === 'held' && !isTimed;
    case 'open':
      return openActions > 0;
  }
}

/** @returns the lines by the chosen column; those that are equal in it the latest first, and without a value last in either direction */
export function sortedBy(
  lines: readonly SessionLine[],
  { column, isDescending }: SessionSort,
  phases: Accompaniment['phases'],
): readonly SessionLine[] {
  const ranks = new Map(inOrder(Object.values(phases)).map(({ id }, rank) => [id, rank]));
  const sign = isDescending ? -1 : 1;
  if (column === 'title') return lines.toSorted((a, b) => sign * compareTexts(a.session.title, b.session.title));
  if (column === 'date') return isDescending ? lines : lines.toReversed();
  const valueOf = ({ session, number, present, minutes }: SessionLine): number | null =>
    ({ number: number || null, phase: ranks.get(session.phaseId ?? '') ?? null, present, time: minutes || null })[column];
  return lines.toSorted(unknownLast(valueOf, isDescending));
}
