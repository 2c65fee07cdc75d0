// Days and day lengths as people type them.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatDayFigure, formatDayLength, formatDays } from '@domain/format/durations.ts';
import { LOCALES } from '@domain/text/locale.ts';
import { MOST_DAYS, parseDayLength, parseDays } from '@domain/time/parse-days.ts';
import { minutesPerDay } from '@domain/units.ts';

it.each([
  ['6', 6],
  ['7,5', 7.5],
  ['7.5 j', 7.5],
  ['½', 0.5],
  ['¼ j', 0.25],
  ['¾', 0.75],
  [' 6 jours ', 6],
  ['6j', 6],
  ['1  Jour', 1],
  ['12,25 d', 12.25],
  ['1 day', 1],
  ['2 days', 2],
  ['0', 0],
  ['7,125', 7.125],
  ['7½', 7.5],
  ['7 1/2 j', 7.5],
  ['6 j ½', 6.5],
  ['6\u202fj', 6],
  ['123456', 123_456],
])('F1 reads %s as days', (typed, days) => {
  expect(parseDays(typed)).toBe(days);
});

it.each(['', 'j', 'six', '-3', '6 h', '1e9', '٣', '6 jours ou 7', 'x 6', '1234567', '7,', '7,1234', '7,5,5', '½½', '7,5½', '11/2'])(
  'F1 takes %j for no number of days',
  (typed) => {
    expect(parseDays(typed)).toBeNull();
  },
);

it.each([
  ['7', 420],
  ['7,5', 450],
  ['7 h', 420],
  ['7h30', 450],
  ['7:30', 450],
  [' 2 ', 120],
  ['2', 120],
  ['1,5', 90],
  ['2.25', 135],
  ['15', 900],
  ['24', 1440],
  ['1', 60],
  ['60 min', 60],
  ['1 j', 420],
  ['1,333', 80],
  ['7 ½', 450],
  ['7½ h', 450],
  ['７ｈ３０', 450],
])('F1 reads %s as the length of a day', (typed, minutes) => {
  expect(parseDayLength(typed)).toBe(minutes);
});

it.each(['', '25', '30 min', '59 min', '0', '0,9', '120', '90', '400', '25,5', 'une journée', '7h75', '7 h 7'.repeat(2)])(
  'F1 takes %j for no length of a day',
  (typed) => {
    expect(parseDayLength(typed)).toBeNull();
  },
);

it.each(LOCALES)('F1 reads back every number of days and every length of a day that it prints in %s', (locale) => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: MOST_DAYS * 100 }), fc.integer({ min: 60, max: 1440 }), (hundredths, day) => {
      const days = hundredths / 100;

      expect([parseDays(formatDays(days, locale)), parseDays(formatDayFigure(days, locale))]).toEqual([days, days]);
      expect(parseDayLength(formatDayLength(minutesPerDay(day)))).toBe(day);
    }),
  );
});
