// A13: what the history says of steps, what it leaves out, and its limit.
import type { Step } from '@domain/commands/step.ts';
import type { Change } from '@domain/document.ts';
import { type History, historyOf, MOST_ENTRIES, MOST_SIZE, NO_HISTORY, pageOf, tellsOf, withStep } from '@domain/history/history.ts';
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
  ])('A13 E1 is refused with %j', (wrong) => {
    expect(isSoundEntry({ ...sound, ...wrong })).toBe(false);
  });
});
