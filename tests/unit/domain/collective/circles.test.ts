// Which circle a structure is in, from its dated moves.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  arrivalCircle,
  circleOn,
  lastingCircle,
  lastPassage,
  type Move,
  movesByOrganisation,
  passages,
  turningDays,
} from '@domain/collective/circles.ts';
import { calendarDate } from '@domain/units.ts';

function move(id: string, on: string, circle: Move['circle'], organisationId = 'boucle', order = 'a0'): Move {
  return { id, organisationId, order, on: calendarDate(on), circle, reason: '' };
}

const MOVES = {
  b: move('b', '2026-04-02', 'partners'),
  a: move('a', '2026-02-26', 'network'),
  c: move('c', '2026-06-04', 'left'),
  g: move('g', '2026-04-02', 'core', 'ge'),
};
const boucle = movesByOrganisation({ circleMoves: MOVES })('boucle');

it.each([
  ['2026-02-25', null],
  ['2026-02-26', 'network'],
  ['2026-04-01', 'network'],
  ['2026-04-02', 'partners'],
  ['2026-12-31', 'left'],
] as const)('on %s the structure stands in %s', (date, circle) => {
  expect(circleOn(boucle, calendarDate(date))).toBe(circle);
});

it('C5 takes the move written last of several on one day, however the file holds them', () => {
  const day = '2026-04-02';
  const written = [
    move('z', day, 'core', 'boucle', 'a0'),
    move('a', day, 'partners', 'boucle', 'a1'),
    move('m', day, 'network', 'boucle', 'a2'),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(written, { minLength: 3 }), (held) => {
      const moves = movesByOrganisation({ circleMoves: Object.fromEntries(held.map((one) => [one.id, one])) })('boucle');

      expect(moves).toEqual(written);
      expect(circleOn(moves, calendarDate(day))).toBe('network');
    }),
  );
});

it('tells for each move where it came from', () => {
  expect(passages(boucle).map(({ from, move: { circle } }) => [from, circle])).toEqual([
    [null, 'network'],
    ['network', 'partners'],
    ['partners', 'left'],
  ]);
});

it('finds the last passage up to a date, and none for a structure that only arrived', () => {
  expect(lastPassage(boucle, calendarDate('2026-05-01'))?.from).toBe('network');
  expect(lastPassage(boucle, calendarDate('2026-03-01'))).toBeNull();
});

it('remembers where a structure stood that has left', () => {
  expect(lastingCircle(boucle)).toBe('partners');
  expect(lastingCircle([])).toBeNull();
  expect([arrivalCircle(boucle), arrivalCircle([])]).toEqual([boucle[0]?.circle, null]);
});

it('lists each day of a move once, those before today', () => {
  expect(turningDays({ circleMoves: MOVES }, calendarDate('2026-06-04'))).toEqual(['2026-02-26', '2026-04-02']);
});
