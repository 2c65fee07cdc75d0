// A13: the history tells the changes of one act together.
import type { HistoryEntry } from '@domain/history/history.ts';
import { instant } from '@domain/units.ts';
import { expect, it } from 'vitest';
import { actsOf } from '../../../renderer/screens/file/history-acts.ts';

const entry: HistoryEntry = {
  at: instant('2026-03-16T08:00:00.000Z'),
  by: 'Sonia',
  kind: 'do',
  command: 'session.participants',
  table: 'people',
  id: 'one',
  before: null,
  after: { name: 'Marie' },
};

it('A13 what was changed by one command at one moment is one act, and all else apart', () => {
  const entries: readonly HistoryEntry[] = [
    entry,
    { ...entry, id: 'two' },
    { ...entry, id: 'three', kind: 'undo' },
    { ...entry, id: 'four', by: 'Paul' },
    { ...entry, id: 'five', at: instant('2026-03-16T08:00:00.001Z') },
    { ...entry, id: 'six' },
    { ...entry, id: 'seven', command: 'record.create' },
  ];

  expect(actsOf(entries).map((act) => act.entries.map(({ id }) => id))).toEqual([
    ['one', 'two'],
    ['three'],
    ['four'],
    ['five'],
    ['six'],
    ['seven'],
  ]);
  expect(new Set(actsOf(entries).map(({ key }) => key)).size).toBe(6);
  expect(actsOf([])).toEqual([]);
});
