// I1: Home sorted by its columns; what has no value comes last in either direction.
import { calendarDate } from '@domain/units.ts';
import { expect, it } from 'vitest';
import { type LibrarySort, type Readable, sortedBy } from '../../../renderer/screens/home/library-view.ts';

const entry = (
  title: string,
  phase: string | null,
  remaining: number | null,
  next: string | null,
  closedOn: string | null = null,
): Readable =>
  ({
    summary: {
      title,
      phase,
      days: remaining === null ? null : { granted: 6, counted: 6 - remaining, remaining },
      upcoming: next === null ? [] : [{ date: calendarDate(next) }],
      closedOn,
    },
  }) as unknown as Readable; // only what is sorted by

const entries = [
  entry('Été', 'Diagnostic', 3, '2026-07-02'),
  entry('atelier', null, null, null),
  entry('Étang', 'Besoins', -1, '2026-06-20'),
  entry('Zoo', 'Besoins', 0, '2026-06-16', '2026-05-01'),
];
const titles = (column: LibrarySort['column'], isDescending: boolean) =>
  sortedBy(entries, { column, isDescending }).map(({ summary }) => summary.title);

it('I1 sorts by title, phase, days left and next session', () => {
  expect(titles('title', false)).toEqual(['atelier', 'Étang', 'Été', 'Zoo']);
  expect(titles('title', true)).toEqual(['Zoo', 'Été', 'Étang', 'atelier']);
  expect(titles('phase', false)).toEqual(['atelier', 'Étang', 'Zoo', 'Été']);
  expect(titles('remaining', false)).toEqual(['Étang', 'Zoo', 'Été', 'atelier']);
  expect(titles('remaining', true)).toEqual(['Été', 'Zoo', 'Étang', 'atelier']);
  expect(titles('next', false)).toEqual(['Étang', 'Été', 'atelier', 'Zoo']);
  expect(titles('next', true)).toEqual(['Été', 'Étang', 'atelier', 'Zoo']);
});
