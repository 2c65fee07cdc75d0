// A13: what the history says of steps, what it leaves out, and its limit.
import type { Step } from '@domain/commands/step.ts';
import type { Change } from '@domain/document.ts';
import {
  type History,
  type HistoryEntry,
  historyOf,
  MOST_ENTRIES,
  MOST_SIZE,
  NO_HISTORY,
  PAGE,
  pageOf,
  tellsOf,
  withStep,
} from '@domain/history/history.ts';
import { isSoundEntry } from '@domain/history/sound-entry.ts';
import { instant } from '@domain/units.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const at = (minute: number) => instant(new Date(Date.UTC(2026, 3, 14, 8, 0) + minute * 60_000).toISOString());
const record = (id: string, title: string, place = '') => ({ id, title, place }) as unknown as NonNullable<Change['after']>;
const edit = (id: string, before: string | null, after: string | null, table: Change['table'] = 'sessions'): Change => ({
  table,
  id,
  before: before === null ? null : record(id, before),
  after: after === null ? null : record(id, after),
});
const step = (
  minute: number,
  changes: readonly Change[],
  { by = 'Sonia Nadir', kind = 'do', command = 'record.update' }: Partial<Pick<Step, 'by' | 'kind'>> & { readonly command?: string } = {},
): Step => ({
  revision: minute + 1,
  kind,
  of: null,
  isAct: false,
  at: at(minute),
  by,
  label: { command, table: null, title: '' },
  changes,
});
const told = (steps: readonly Step[]): History => steps.reduce(withStep, NO_HISTORY);

describe('what is told', () => {
  it('A13 says who changed what and when, with the fields that differ before and after', () => {
    expect(told([step(0, [edit('s-1', 'Avant', 'Après')])]).entries).toEqual([
      {
        at: at(0),
        by: 'Sonia Nadir',
        kind: 'do',
        command: 'record.update',
        table: 'sessions',
        id: 's-1',
        before: { title: 'Avant' },
        after: { title: 'Après' },
      },
    ]);
  });

  it('A13 keeps a record that came or went whole', () => {
    const [came, went] = told([
      step(0, [edit('s-1', null, 'Un')], { command: 'session.create' }),
      step(20, [edit('s-1', 'Un', null)], { command: 'record.remove' }),
    ]).entries;

    expect([came?.before, came?.after, went?.before, went?.after]).toEqual([
      null,
      { title: 'Un', place: '' },
      { title: 'Un', place: '' },
      null,
    ]);
  });

  it('E1 A13 says nothing of the notebook and of the accompanist’s own marks', () => {
    expect(told([step(0, [edit('n-1', null, 'x', 'privateNotes'), edit('t-1', 'a', 'b', 'trustMarks')])])).toBe(NO_HISTORY);
  });

  it('A13 D1 says nothing of the numbers that sessions and decisions are given by the way', () => {
    const numbered = edit('s-1', 'Un', 'Deux');
    const given = {
      ...numbered,
      before: { ...numbered.before, id: 's-1', number: '' },
      after: { ...numbered.after, id: 's-1', number: '4' },
    };
    const onlyGiven = { ...given, after: { ...given.before, number: '4' } };

    expect(told([step(0, [onlyGiven])])).toBe(NO_HISTORY);
    expect(told([step(0, [given, { ...onlyGiven, id: 's-2' }])]).entries.map(({ after }) => after)).toEqual([{ title: 'Deux' }]);
  });

  it('A13 makes one change of a text typed in pieces, and two of it after a pause or by another hand', () => {
    const typed = [
      step(0, [edit('s-1', '', 'Un')]),
      step(1, [edit('s-1', 'Un', 'Un deux')]),
      step(2, [edit('s-1', 'Un deux', 'Un deux trois')]),
    ];

    expect(told(typed).entries).toMatchObject([{ at: at(2), before: { title: '' }, after: { title: 'Un deux trois' } }]);
    expect(told([...typed, step(30, [edit('s-1', 'Un deux trois', 'Quatre')])]).entries).toHaveLength(2);
    expect(told([...typed, step(3, [edit('s-1', 'Un deux trois', 'Quatre')], { by: 'Léa Martin' })]).entries).toHaveLength(2);
  });

  it('A13 makes two changes of what a clock that was put back parts', () => {
    const typed = [step(60, [edit('s-1', '', 'Un')]), step(0, [edit('s-1', 'Un', 'Deux')])];

    expect(told(typed).entries.map(({ after }) => after)).toEqual([{ title: 'Un' }, { title: 'Deux' }]);
  });

  it('A13 tells an undo as a change of its own', () => {
    expect(
      told([step(0, [edit('s-1', 'Un', 'Deux')]), step(1, [edit('s-1', 'Deux', 'Un')], { kind: 'undo' })]).entries.map(({ kind }) => kind),
    ).toEqual(['do', 'undo']);
  });

  it('A13 finds the changes of one record, the newest first', () => {
    const history = told([step(0, [edit('s-1', 'a', 'b')]), step(20, [edit('s-2', 'c', 'd')]), step(40, [edit('s-1', 'b', 'e')])]);

    expect(pageOf(history, { table: 'sessions', id: 's-1' }).entries.map(({ at: when }) => when)).toEqual([at(40), at(0)]);
  });

  it('A13 finds the changes of one record among those of the same id elsewhere', () => {
    const history = told([
      step(0, [edit('x-1', 'a', 'b')]),
      step(20, [edit('x-1', 'c', 'd', 'actions')]),
      step(40, [edit('x-2', 'e', 'f')]),
    ]);

    expect(pageOf(history, { table: 'actions', id: 'x-1' })).toMatchObject({ entries: [{ at: at(20) }], total: 1 });
    expect(pageOf(history, null)).toMatchObject({ entries: [{ at: at(40) }, { at: at(20) }, { at: at(0) }], total: 3 });
  });

  it('A13 shows the changes page by page, the newest first', () => {
    const history = told(Array.from({ length: PAGE + 2 }, (_, index) => step(index * 20, [edit(`s-${index}`, 'a', 'b')])));

    expect([pageOf(history, null).entries.length, pageOf(history, null).entries[0]?.id]).toEqual([PAGE, `s-${PAGE + 1}`]);
    expect(pageOf(history, null, PAGE)).toMatchObject({ entries: [{ id: 's-1' }, { id: 's-0' }], total: PAGE + 2 });
  });

  it('A13 makes one change each of two texts typed in turn, and takes no other record for the same', () => {
    const inTurn = [
      step(0, [edit('s-1', '', 'Un')]),
      step(1, [edit('s-2', '', 'Deux')]),
      step(2, [edit('s-1', '', 'Trois', 'actions')]),
      step(3, [edit('s-1', 'Un', 'Un et demi')]),
    ];

    expect(told(inTurn).entries.map(({ table, id, before, after }) => [table, id, before, after])).toEqual([
      ['sessions', 's-2', { title: '' }, { title: 'Deux' }],
      ['actions', 's-1', { title: '' }, { title: 'Trois' }],
      ['sessions', 's-1', { title: '' }, { title: 'Un et demi' }],
    ]);
  });

  it('A13 looks for the beginning of a text only among the last changes', () => {
    const others = (count: number) => Array.from({ length: count }, (_, index) => step(1, [edit(`o-${index}`, 'a', 'b')]));
    const typedOver = (count: number) => told([step(0, [edit('s-1', '', 'Un')]), ...others(count), step(2, [edit('s-1', 'Un', 'Deux')])]);

    expect(typedOver(11).entries).toHaveLength(12);
    expect(typedOver(12).entries).toHaveLength(14);
  });

  it('A13 joins what is typed within ten minutes, to the second', () => {
    const typedAfter = (minute: number) => told([step(0, [edit('s-1', '', 'Un')]), step(minute, [edit('s-1', 'Un', 'Deux')])]).entries;

    expect([typedAfter(10).length, typedAfter(10 + 1 / 60).length]).toEqual([1, 2]);
  });

  it('A13 says nothing of a text typed and taken back', () => {
    expect(told([step(0, [edit('s-1', 'Un', 'Deux')]), step(1, [edit('s-1', 'Deux', 'Un')])])).toEqual(NO_HISTORY);
  });

  it('A13 keeps apart what came, what was changed in it by another command or in another field, and what went', () => {
    const moved: Change = { table: 'sessions', id: 's-1', before: record('s-1', 'Deux'), after: record('s-1', 'Deux', 'Melun') };
    const [came, typed, removed] = [edit('s-1', null, 'Un'), edit('s-1', 'Un', 'Deux'), edit('s-1', 'Deux', null)] as const;
    const sides = (changes: readonly Change[]) =>
      told(changes.map((change, index) => step(index, [change]))).entries.map(({ before, after }) => [before, after]);
    const whole = (title: string) => ({ title, place: '' });

    expect(sides([came, typed])).toEqual([
      [null, whole('Un')],
      [{ title: 'Un' }, { title: 'Deux' }],
    ]);
    expect(sides([typed, removed])).toEqual([
      [{ title: 'Un' }, { title: 'Deux' }],
      [whole('Deux'), null],
    ]);
    expect(sides([edit('s-1', 'Un', null), came])).toHaveLength(2);
    expect(sides([came, edit('s-1', 'Un', null)])).toHaveLength(2);
    expect(sides([typed, moved])).toEqual([
      [{ title: 'Un' }, { title: 'Deux' }],
      [{ place: '' }, { place: 'Melun' }],
    ]);
    expect(told([step(0, [typed]), step(1, [edit('s-1', 'Deux', 'Trois')], { command: 'session.rename' })]).entries).toHaveLength(2);
  });

  it('A13 tells what is typed after an undo as a change of its own', () => {
    const steps = [step(0, [edit('s-1', 'Un', 'Deux')], { kind: 'redo' }), step(1, [edit('s-1', 'Deux', 'Trois')])];

    expect(told(steps).entries.map(({ kind }) => kind)).toEqual(['redo', 'do']);
  });
});

describe('whether it tells of a step', () => {
  const typed = [step(0, [edit('s-1', '', 'Un')]), step(1, [edit('s-1', 'Un', 'Deux')])] as const;

  it('A2 A13 it does of one that it has an entry of, and not of one that was joined with what followed: two computers may each have gone on from there', () => {
    expect(typed.map((each) => tellsOf(told(typed), each))).toEqual([false, true]);
    expect(typed.map((each) => tellsOf(historyOf([...told(typed.slice(0, 1)).entries, ...told(typed).entries]), each))).toEqual([
      true,
      true,
    ]);
  });

  it.each([
    ['by somebody else', step(1, [edit('s-1', 'Un', 'Deux')], { by: 'Léa Martin' })],
    ['to another text', step(1, [edit('s-1', 'Un', 'Trois')])],
    ['later', step(5, [edit('s-1', 'Un', 'Deux')])],
    ['from another text', step(0, [edit('s-1', 'Zéro', 'Un')])],
    ['of another record too', step(1, [edit('s-1', 'Un', 'Deux'), edit('s-2', 'a', 'b')])],
    ['of what no history is kept', step(1, [edit('n-1', 'a', 'b', 'privateNotes')])],
    ['of nothing', step(1, [])],
    ['of the same id elsewhere', step(1, [edit('s-1', 'Un', 'Deux', 'actions')])],
    ['of another record', step(1, [edit('s-2', 'Un', 'Deux')])],
  ])('A2 A13 it does not of one %s', (_, other) => {
    expect(tellsOf(told(typed), other)).toBe(false);
  });
});

describe('its bound', () => {
  it('A13 keeps the newest entries, and says its size truly', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.string({ maxLength: 60 }), fc.integer({ min: 0, max: 30 })), {
          maxLength: 120,
        }),
        (edits) => {
          let minute = 0;
          const history = told(edits.map(([id, title, pause]) => step((minute += pause), [edit(`s-${id}`, 'avant', title)])));

          expect(history.size).toBe(historyOf(history.entries).size);
          expect(history.entries.every(isSoundEntry)).toBe(true);
        },
      ),
    );
  });

  it('A13 never holds more than its bound, however much is written', () => {
    const many = told(Array.from({ length: MOST_ENTRIES + 50 }, (_, index) => step(index * 20, [edit(`s-${index}`, 'a', 'b')])));
    const large = told(Array.from({ length: 30 }, (_, index) => step(index * 20, [edit(`s-${index}`, 'a', 'b'.repeat(100_000))])));

    expect([many.entries.length, many.entries.at(-1)?.id]).toEqual([MOST_ENTRIES, `s-${MOST_ENTRIES + 49}`]);
    expect(large.size).toBeLessThanOrEqual(MOST_SIZE);
    expect(large.entries.at(-1)?.id).toBe('s-29');
  });

  it('A13 counts every character of what it keeps, and never fewer than the file takes', () => {
    const { entries } = told([step(0, [edit('s-1', null, 'Un')]), step(20, [edit('s-1', 'Un', 'Un deux')], { by: 'Léa' })]);

    for (const entry of entries) {
      const [alone, written] = [historyOf([entry]).size, JSON.stringify(entry).length];
      expect(alone).toBeGreaterThan(written - 60);
      expect(alone).toBeLessThan(written + 60);
      expect(historyOf([{ ...entry, by: `${entry.by} Martin` }]).size).toBe(alone + 7);
      expect(historyOf([{ ...entry, after: { title: 'Un deux trois', place: 'Melun' } }]).size).toBe(
        historyOf([{ ...entry, after: { title: 'Un', place: '' } }]).size + 16,
      );
    }
    expect(historyOf(entries).size).toBe(entries.reduce((sum, entry) => sum + historyOf([entry]).size, 0));
  });

  it('A13 keeps all of what just fits, and lets the oldest go for one character more', () => {
    const entryOf = (length: number) => told([step(0, [edit('s-1', 'a', 'b'.repeat(length))])]).entries;
    const [few] = entryOf(10);
    const room = MOST_SIZE - historyOf(entryOf(10)).size - historyOf(entryOf(0)).size;

    expect(few === undefined ? [] : historyOf([few, ...entryOf(room)]).entries).toHaveLength(2);
    expect(few === undefined ? [] : historyOf([few, ...entryOf(room + 1)]).entries).toHaveLength(1);
    expect(historyOf(entryOf(MOST_SIZE))).toEqual(NO_HISTORY);
  });

  it('A13 keeps the newest of a history that is longer than its bound, and says its size truly', () => {
    const [one] = told([step(0, [edit('s-1', 'a', 'b')])]).entries;
    const long = historyOf(Array.from({ length: MOST_ENTRIES + 3 }, (_, index) => ({ ...one, id: `s-${index}` }) as HistoryEntry));

    expect([long.entries.length, long.entries[0]?.id]).toEqual([MOST_ENTRIES, 's-3']);
    expect(long.size).toBe(historyOf(long.entries).size);
  });
});

describe('an entry as read from a file', () => {
  const sound = {
    at: at(0),
    by: 'Sonia Nadir',
    kind: 'do',
    command: 'record.update',
    table: 'sessions',
    id: 's-1',
    before: { title: 'a' },
    after: { title: 'b' },
  };

  it('A13 is taken when it has exactly its parts', () => {
    expect(isSoundEntry(sound)).toBe(true);
    expect(isSoundEntry({ ...sound, before: null, after: { title: 'b', on: null, isDone: true, minutes: 3 } })).toBe(true);
    expect(isSoundEntry({ ...sound, after: null })).toBe(true);
    expect(['do', 'undo', 'redo'].every((kind) => isSoundEntry({ ...sound, kind }))).toBe(true);
  });

  it.each([[null], [undefined], [7], ['text'], [[]], [Object.values(sound)], [{}]])('A13 is not %j', (data) => {
    expect(isSoundEntry(data)).toBe(false);
  });

  it('A13 is refused without one of its parts, or with another in its place', () => {
    for (const name of Object.keys(sound)) {
      const { [name as keyof typeof sound]: _, ...rest } = sound;
      expect(isSoundEntry(rest)).toBe(false);
      expect(isSoundEntry({ ...rest, other: null })).toBe(false);
    }
  });

  it.each([
    { table: 'privateNotes' },
    { table: 'nowhere' },
    { at: 'hier' },
    { kind: 'redone' },
    { id: '__proto__' },
    { before: { title: {} } },
    { before: null, after: null },
    { more: 1 },
    { by: 7 },
    { at: 7 },
    { kind: 7 },
    { kind: ['do'] },
    { command: 7 },
    { table: 7 },
    { table: ['sessions'] },
    { id: 7 },
    { id: ['s-1'] },
    { before: 'a' },
    { after: 7 },
    { after: undefined },
    { before: ['a'] },
    { after: ['b'] },
    { before: { title: undefined } },
    { after: { title: 'b', place: [] } },
  ])('A13 E1 is refused with %j', (wrong) => {
    expect(isSoundEntry({ ...sound, ...wrong })).toBe(false);
  });
});
