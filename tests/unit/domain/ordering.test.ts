// E-11: the order of records does not depend on the order of their rows, so reopening a file does not change it.
import { calendarDate, instant, minutes } from '@domain/units.ts';
import { by, compareEntries, compareSessions, inOrder, lastFirst, compareAmendments } from '@domain/ordering.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const few = fc.constantFrom('a', 'b', 'c');
const date = fc.constantFrom('2026-04-13', '2026-04-14');
const anyRows = <T extends object>(fields: { [F in keyof T]: fc.Arbitrary<T[F]> }) =>
  fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1, maxLength: 3 }), ...fields }), { selector: (row) => row.id, maxLength: 12 });

describe('records', () => {
  it.each([
    ['by their place', anyRows({ order: few }), inOrder],
    ['of time', anyRows({ date, enteredAt: few, kindId: few }), (rows: readonly object[]) => rows.toSorted(compareEntries({}) as never)],
    ['of sessions', anyRows({ date, startsAt: fc.option(few) }), (rows: readonly object[]) => rows.toSorted(compareSessions as never)],
  ] as const)('F4 I1 stand in one order %s, however their rows lie', (_, rows, ordered) => {
    fc.assert(
      fc.property(rows as fc.Arbitrary<never[]>, (given) => {
        expect(ordered([...given].toReversed())).toEqual(ordered(given));
      }),
    );
  });

  it('F4 of one day stand in the order in which they were entered', () => {
    const entry = (id: string, enteredAt: string) => ({ id, date: '2026-04-14', enteredAt });
    const rows = [entry('z', '09'), entry('a', '11'), entry('m', '10')];

    expect(rows.toSorted(compareEntries({}) as never).map(({ id }) => id)).toEqual(['z', 'm', 'a']);
  });

  it('F4 entered together stand in the order of their kinds of work', () => {
    const kinds = { travel: { order: 'a2' }, face: { order: 'a0' }, writing: { order: 'a1' } } as never;
    const rows = ['travel', 'writing', 'gone', 'face'].map((kindId, index) => ({
      id: `e${index}`,
      date: '2026-04-14',
      enteredAt: '09',
      kindId,
    }));

    expect(rows.toSorted(compareEntries(kinds) as never).map(({ kindId }) => kindId)).toEqual(['gone', 'face', 'writing', 'travel']);
  });
});

it('I3 what stands equal is 0, either way round', () => {
  const compare = by<{ readonly name: string; readonly size: number }>(
    ({ name }) => name,
    ({ size }) => size,
  );
  const [a, b] = [
    { name: 'a', size: 2 },
    { name: 'a', size: 10 },
  ];

  expect([compare(a, a), lastFirst(compare)(a, { ...a }), compare(a, b), lastFirst(compare)(a, b)]).toEqual([0, 0, -1, 1]);
});

it('F1 puts amendments by date, those of one day as they were entered', () => {
  const one = { envelopeId: 'env-1', minutes: minutes(60), reason: '' };
  const first = { ...one, id: 'ccc', on: calendarDate('2026-03-01'), enteredAt: null };
  const second = { ...one, id: 'bbb', on: calendarDate('2026-03-01'), enteredAt: instant('2026-03-02T09:00:00.000Z') };
  const third = { ...one, id: 'aaa', on: calendarDate('2026-03-01'), enteredAt: instant('2026-03-02T10:00:00.000Z') };
  const before = { ...one, id: 'ddd', on: calendarDate('2026-02-28'), enteredAt: instant('2026-03-05T10:00:00.000Z') };

  expect([third, second, before, first].toSorted(compareAmendments).map(({ id }) => id)).toEqual(['ddd', 'ccc', 'bbb', 'aaa']);
});
