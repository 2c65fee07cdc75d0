// Days and day lengths as people type them.
import { expect, it } from 'vitest';
import { parseDayLength, parseDays } from '@domain/time/parse-days.ts';

it.each([
  ['6', 6],
  ['7,5', 7.5],
  ['7.5 j', 7.5],
  ['½', 0.5],
  [' 6 jours ', 6],
])('reads %s as days', (typed, days) => {
  expect(parseDays(typed)).toBe(days);
});

it.each(['', 'six', '-3', '6 h', '1e9', '٣'])('takes %j for no number of days', (typed) => {
  expect(parseDays(typed)).toBeNull();
});

it.each([
  ['7', 420],
  ['7,5', 450],
  ['7 h', 420],
  ['7h30', 450],
  ['7:30', 450],
])('reads %s as the length of a day', (typed, minutes) => {
  expect(parseDayLength(typed)).toBe(minutes);
});

it.each(['', '25', '30 min', 'une journée', '7h75'])('takes %j for no length of a day', (typed) => {
  expect(parseDayLength(typed)).toBeNull();
});
