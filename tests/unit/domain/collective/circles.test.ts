// Which circle a structure is in, from its dated moves.
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

function move(id: string, on: string, circle: Move['circle'], organisationId = 'boucle'): Move {
  return { id, organisationId, on: calendarDate(on), circle, reason: '' };
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

it('takes the move written last of two on one day', () => {
  const moves = movesByOrganisation({ circleMoves: { x: move('x', '2026-04-02', 'core'), y: move('y', '2026-04-02', 'network') } })(
    'boucle',
  );

  expect(circleOn(moves, calendarDate('2026-04-02'))).toBe('network');
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
