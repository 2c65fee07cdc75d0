// C-1: what clocks say is a moment that Tierce supports, or none.
import { instant, isCalendarDate } from '@domain/units.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isBelievable, localDay, localTime, momentOrNull, nearestMoment } from '../../../../main/machine/moments.ts';

const at = (text: string) => Date.parse(text);

it('I1 a moment of the years of a mission is told as it is', () => {
  expect(nearestMoment(at('2026-04-14T12:00:00.123Z'))).toBe('2026-04-14T12:00:00.123Z');
  expect(momentOrNull(at('2026-04-14T12:00:00.123Z'))).toBe('2026-04-14T12:00:00.123Z');
});

it.each([
  ['1970-01-01T00:00:00Z', '1990-01-02T00:00:00.000Z'],
  ['1980-01-01T00:00:00Z', '1990-01-02T00:00:00.000Z'],
  ['2106-02-07T06:28:15Z', '2100-12-30T00:00:00.000Z'],
])('I1 of a clock at %s the nearest day that there is, and of a file none', (said, nearest) => {
  expect([nearestMoment(at(said)), momentOrNull(at(said)), isBelievable(at(said))]).toEqual([nearest, null, false]);
});

it('I1 the first and the last moment are believed, and none beyond them', () => {
  const [first, last] = [at('1990-01-02T00:00:00Z'), at('2100-12-30T00:00:00Z')];

  expect([first, last, first - 1, last + 1].map(isBelievable)).toEqual([true, true, false, false]);
});

it('I1 whatever a machine says, in whatever zone it says to be, there is a day and a clock', () => {
  const anyNumber = fc.oneof(
    fc.double(),
    fc.integer(),
    fc.integer({ min: -8.64e15, max: 8.64e15 }),
    fc.constantFrom(Number.NaN, Infinity, -Infinity),
  );
  fc.assert(
    fc.property(anyNumber, fc.oneof(fc.integer({ min: -900, max: 900 }), fc.double()), (ms, offset) => {
      expect(isCalendarDate(localDay(nearestMoment(ms), offset))).toBe(true);
      if (momentOrNull(ms) !== null) expect(nearestMoment(ms)).toBe(momentOrNull(ms));
    }),
  );
});

it('I1 local time is that of the place, and that of UTC where no place has such an offset', () => {
  const moment = instant('2026-04-14T22:30:00Z');

  expect([localTime(moment, 120), localDay(moment, 120), localDay(moment, -120), localDay(moment, 900)]).toEqual([
    '2026-04-15T00:30:00.000',
    '2026-04-15',
    '2026-04-14',
    '2026-04-15',
  ]);
  expect([localDay(moment, 901), localDay(moment, -901), localDay(moment, Number.NaN)]).toEqual(['2026-04-14', '2026-04-14', '2026-04-14']);
});
