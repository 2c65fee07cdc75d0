// C-1: arithmetic on days stays within the years of a mission.
import {
  addDays,
  addMonths,
  dateOfInstant,
  daysBetween,
  meetingMinutes,
  millisecondsBetween,
  minuteOfDay,
  monthOf,
  monthsBetween,
  quarterAway,
  weekdayOf,
} from '@domain/time/calendar.ts';
import { calendarDate, clockTime, FIRST_DAY, instant, isCalendarDate, LAST_DAY } from '@domain/units.ts';
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

it('D1 a meeting lasts from its start to its end, where both are known and in order', () => {
  const length = (from: string | null, to: string | null) =>
    meetingMinutes(from === null ? null : clockTime(from), to === null ? null : clockTime(to));

  expect(length('09:15', '10:05')).toBe(50);
  expect(length('00:00', '23:59')).toBe(1439);
  expect([length('10:00', '10:00'), length('10:00', '09:00'), length(null, '09:00'), length('09:00', null), length(null, null)]).toEqual([
    null,
    null,
    null,
    null,
    null,
  ]);
});

it('D1 F1 any clock time is so many minutes after midnight', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (hour, minute) => {
      const text = [hour, minute].map((part) => String(part).padStart(2, '0')).join(':');
      expect(minuteOfDay(clockTime(text))).toBe(hour * 60 + minute);
    }),
  );
});

it('D1 any day is one of the week, and the next day the next of them', () => {
  expect(['2026-06-08', '2026-06-14', FIRST_DAY, LAST_DAY].map((one) => weekdayOf(calendarDate(one)))).toEqual([1, 7, 1, 5]);
  fc.assert(
    fc.property(day, (date) => {
      expect(weekdayOf(date)).toBe(new Date(`${date}T00:00:00Z`).getUTCDay() || 7);
    }),
  );
});

it('D1 so many months lie between two months, whatever their days', () => {
  const between = (from: string, to: string) => monthsBetween(calendarDate(from), calendarDate(to));

  expect([between('2026-01-31', '2026-02-01'), between('2026-12-01', '2027-01-31'), between('2026-06-10', '2024-07-10')]).toEqual([
    1, 1, -23,
  ]);
});

it('D1 the quarter of an hour after and before a time lie within its day', () => {
  const away = (time: string, step: 1 | -1) => quarterAway(clockTime(time), step);

  expect(['9:00', '9:07', '23:50', '23:59'].map((time) => away(time.padStart(5, '0'), 1))).toEqual(['09:15', '09:15', '23:59', '23:59']);
  expect(['9:00', '9:07', '23:59', '00:05', '00:00'].map((time) => away(time.padStart(5, '0'), -1))).toEqual([
    '08:45',
    '09:00',
    '23:45',
    '00:00',
    '00:00',
  ]);
});

it('F1 a day is of its month, and a moment of its day', () => {
  expect(monthOf(calendarDate('2026-04-14'))).toBe('2026-04');
  expect(dateOfInstant(instant('2026-04-14T23:59:59Z'))).toBe('2026-04-14');
  expect(millisecondsBetween(instant('2026-04-14T08:00:00Z'), instant('2026-04-14T08:00:01.5Z'))).toBe(1500);
});
