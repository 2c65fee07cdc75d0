// I8: the first steps are ticked by what the accompaniments hold, and are gone once they hold it all.
import type { Library, LibraryEntry } from '@contract/library.ts';
import { emptyDocument } from '@domain/document.ts';
import { type Summary, summaryOf } from '@domain/summary.ts';
import { calendarDate } from '@domain/units.ts';
import { describe, expect, it } from 'vitest';
import { firstStepsIn } from '../../../../renderer/screens/home/first-steps.ts';

const today = calendarDate('2026-03-16');
const EMPTY = summaryOf(emptyDocument('accompaniment').accompaniment, today);
const HELD: Partial<Summary> = { lastSessionOn: today };
const FUNDED: Partial<Summary> = { days: { granted: 6, counted: 0, remaining: 6 } };

const file = (entryId: string, summary: Partial<Summary> = {}): LibraryEntry => ({
  entryId,
  fileName: `${entryId}.tierce`,
  changedAt: null,
  twins: [],
  state: 'readable',
  summary: { ...EMPTY, ...summary },
});
const sealed: LibraryEntry = {
  entryId: 'sealed',
  fileName: 'sealed.tierce',
  changedAt: null,
  twins: [],
  state: 'unreadable',
  failure: { code: 'file-sealed', name: 'sealed.tierce' },
};
const library = (entries: readonly LibraryEntry[], others: Partial<Library> = {}): Library => ({
  folderName: 'Tierce',
  folderPath: '/Tierce',
  isMissing: false,
  isExampleExplored: false,
  reading: 0,
  entries,
  ...others,
});
const done = (listed: Library): readonly string[] => firstStepsIn(listed).flatMap(({ id, isDone }) => (isDone ? [id] : []));

describe('I8 the first steps', () => {
  it('are four in an empty library, none of them done', () => {
    expect(firstStepsIn(library([])).map(({ id }) => id)).toEqual(['example', 'create', 'session', 'days']);
    expect(done(library([]))).toEqual([]);
  });

  it.each<[string, Library, readonly string[]]>([
    ['the example was explored', library([], { isExampleExplored: true }), ['example']],
    ['an accompaniment is there', library([file('a')]), ['create']],
    ['it is protected', library([sealed]), ['create']],
    ['a session was held', library([file('a', HELD)]), ['create', 'session']],
    ['days are funded', library([file('a', FUNDED), file('b')]), ['create', 'days']],
  ])('are ticked once %s', (_, listed, expected) => {
    expect(done(listed)).toEqual(expected);
  });

  it('are gone once the accompaniments have it all, whether or not the example was explored', () => {
    expect(firstStepsIn(library([file('a', HELD), file('b', FUNDED)]))).toEqual([]);
  });

  it('are not for those who have many files, nor while the library is not known', () => {
    expect(firstStepsIn(library(['a', 'b', 'c', 'd'].map((id) => file(id))))).toEqual([]);
    expect(firstStepsIn(library([], { reading: 2 }))).toEqual([]);
    expect(firstStepsIn(library([], { isMissing: true }))).toEqual([]);
  });
});
