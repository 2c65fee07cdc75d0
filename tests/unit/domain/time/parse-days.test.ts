// Days and day lengths as people type them.
import { expect, it } from 'vitest';
import { parseDayLength, parseDays } from '@domain/time/parse-days.ts';

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
  ['123456', 123_456],
])('F1 reads %s as days', (typed, days) => {
  expect(parseDays(typed)).toBe(days);
});

it.each(['', 'j', 'six', '-3', '6 h', '1e9', '٣', '6 jours ou 7', 'x 6', '1234567', '7,', '7,1234', '7,5,5', '½½'])(
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
])('F1 reads %s as the length of a day', (typed, minutes) => {
  expect(parseDayLength(typed)).toBe(minutes);
});

it.each(['', '25', '30 min', '59 min', '0', '0,9', '1,333', 'une journée', '7h75', '7 h 7'.repeat(2)])(
  'F1 takes %j for no length of a day',
  (typed) => {
    expect(parseDayLength(typed)).toBeNull();
  },
);
