// F8: durations as people type them.
import { parseDuration } from '@domain/time/parse-duration.ts';
import { minutesPerDay } from '@domain/units.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const DAY = minutesPerDay(420);
const read = (typed: string) => {
  const result = parseDuration(typed, DAY);
  return result.ok ? result.value : result.failure.code;
};

describe('a duration typed by hand', () => {
  it.each([
    ['0,5 j', 210],
    ['0.5j', 210],
    ['½ j', 210],
    ['1/2 j', 210],
    ['1½ j', 630],
    ['1 j ½', 630],
    ['1j', 420],
    ['2 jours', 840],
    ['¼ j', 105],
    ['demi-journée', 210],
    ['0,33 j', 139],
    ['3h30', 210],
    ['3 h 30', 210],
    ['3h', 180],
    ['3,5 h', 210],
    ['1:30', 90],
    ['0:45', 45],
    ['90 min', 90],
    ['90mn', 90],
    ['1h5', 65],
    ['½ day', 210],
    ['  3H30  ', 210],
    ['1\u202fj', 420],
    ['١', 'duration-unreadable'],
  ])('F8 reads %s', (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  it.each([
    ['2', ['days', 'hours']],
    ['1,5', ['days', 'hours']],
    ['½', ['days', 'hours']],
    ['1,30', ['days', 'hours']],
  ])('F8 asks back what %s means', (typed, expected) => {
    const result = parseDuration(typed, DAY);

    expect(result).toMatchObject({ ok: false, failure: { code: 'duration-ambiguous' } });
    expect(!result.ok && result.failure.code === 'duration-ambiguous' && result.failure.readings.map((reading) => reading.as)).toEqual(
      expected,
    );
  });

  it('F8 takes a bare 90 as minutes, since 90 days or hours would not fit in a day', () => {
    expect(read('90')).toBe(90);
  });

  it.each([
    ['', 'duration-empty'],
    ['   ', 'duration-empty'],
    ['hier', 'duration-unreadable'],
    ['-2 h', 'duration-unreadable'],
    ['1:75', 'duration-unreadable'],
    ['1h99', 'duration-unreadable'],
    ['0 j', 'duration-zero'],
    ['0 min', 'duration-zero'],
    ['25 h', 'duration-too-long'],
    ['9999 j', 'duration-too-long'],
    ['1e3 h', 'duration-unreadable'],
    ['1,5½ j', 'duration-unreadable'],
    ['11/2 j', 'duration-unreadable'],
    ['٣ h', 'duration-unreadable'],
    ['💥', 'duration-unreadable'],
    ['j', 'duration-unreadable'],
  ])('F8 refuses %j as %s', (typed, code) => {
    expect(read(typed)).toBe(code);
  });

  it('F8 never throws and never gives more than a day or less than a minute, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[0-9 ,.:hjmin½¼/]{0,12}$/)),
        fc.integer({ min: 1, max: 1440 }),
        (typed, day) => {
          const result = parseDuration(typed, minutesPerDay(day));
          expect(!result.ok || (Number.isSafeInteger(result.value) && result.value >= 1 && result.value <= 1440)).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('F8 reads hours and minutes back to the minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1440 }), (total) => {
        const clock = `${Math.floor(total / 60)}:${String(total % 60).padStart(2, '0')}`;
        expect([read(clock), read(clock.replace(':', 'h')), read(`${total} min`)]).toEqual([total, total, total]);
      }),
    );
  });
});
