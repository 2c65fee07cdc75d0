// C-1: arithmetic on days stays within the years of a mission.
import { addDays, addMonths, daysBetween } from '@domain/time/calendar.ts';
import { calendarDate, FIRST_DAY, isCalendarDate, LAST_DAY } from '@domain/units.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const day = fc.integer({ min: 0, max: daysBetween(FIRST_DAY, LAST_DAY) }).map((days) => addDays(FIRST_DAY, days));

it('B1 the last day of a mission may be the last that there is: what comes after it is that day', () => {
  expect([
    addDays(LAST_DAY, 1),
    addDays(FIRST_DAY, -1),
    addMonths(calendarDate('2100-08-31'), 6),
    addMonths(calendarDate('1990-01-31'), 1),
  ]).toEqual([LAST_DAY, FIRST_DAY, LAST_DAY, '1990-02-28']);
});

it('B1 any day and any number of days give a day, the right one where there is one', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: -100_000, max: 100_000 }), (from, days) => {
      const to = addDays(from, days);
      expect(isCalendarDate(to)).toBe(true);
      if (to !== FIRST_DAY && to !== LAST_DAY) expect(daysBetween(from, to)).toBe(days);
    }),
  );
});
