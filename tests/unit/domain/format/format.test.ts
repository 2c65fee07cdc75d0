// Formatting of dates, durations and numbers as readers of each locale write them.
import { describe, expect, it } from 'vitest';
import {
  formatClock,
  formatClockInText,
  formatDate,
  formatEnds,
  formatInstant,
  formatInstantClock,
  formatPeriod,
} from '@domain/format/dates.ts';
import { formatDayFigure, formatDayLength, formatDays, formatDaysAndHours, formatHours } from '@domain/format/durations.ts';
import { formatCount } from '@domain/format/numbers.ts';
import { calendarDate, clockTime, DEFAULT_DAY, instant, minutes } from '@domain/units.ts';

const thin = '\u202f';
const space = '\u00a0';

describe('durations', () => {
  it('says days of the contract and then hours', () => {
    expect(formatDaysAndHours(minutes(630), DEFAULT_DAY, 'fr')).toBe(`1,5${space}j · 10${space}h${space}30`);
    expect(formatDaysAndHours(minutes(630), DEFAULT_DAY, 'en')).toBe(`1.5${space}d · 10${space}h${space}30`);
  });

  it('shows a negative rest with a true minus sign', () => {
    expect(formatDays(-0.5, 'fr')).toBe(`−${space}0,5${space}j`);
  });

  it('never shows minus zero', () => {
    expect(formatDayFigure(-0.001, 'fr')).toBe('0');
  });

  it('rounds days to a hundredth for display', () => {
    expect(formatDayFigure(100 / 420, 'fr')).toBe('0,24');
  });

  it('leaves out hours or minutes that are none', () => {
    expect(formatHours(minutes(45), 'fr')).toBe(`45${space}min`);
    expect(formatHours(minutes(120), 'fr')).toBe(`2${space}h`);
    expect(formatHours(minutes(65), 'fr')).toBe(`1${space}h${space}05`);
  });

  it('always gives the minutes of a day of the contract', () => {
    expect(formatDayLength(DEFAULT_DAY)).toBe(`7${space}h${space}00`);
  });
});

describe('dates', () => {
  it.each([
    ['2026-09-10', '2026-09-30', 'plain', 'fr', '10', '30 septembre'],
    ['2026-09-01', '2026-09-30', 'plain', 'fr', '1er', '30 septembre'],
    ['2026-09-10', '2026-10-01', 'plain', 'fr', '10 septembre', '1er octobre'],
    ['2026-02-02', '2026-07-10', 'long', 'fr', '2 février', '10 juillet 2026'],
    ['2026-09-10', '2026-09-30', 'long', 'fr', '10', '30 septembre 2026'],
    ['2025-09-10', '2026-09-30', 'long', 'fr', '10 septembre 2025', '30 septembre 2026'],
    ['2026-09-01', '2026-09-30', 'plain', 'en', '1', '30 September'],
  ] as const)('B2 a period from %s to %s says what is common to both ends once', (from, to, style, locale, first, last) => {
    expect(formatEnds([calendarDate(from), calendarDate(to)], style, locale)).toEqual([first, last]);
  });

  it('writes a date in full, whatever the time zone of the machine', () => {
    expect(formatDate(calendarDate('2026-04-02'), 'full', 'fr')).toBe('jeudi 2 avril 2026');
    expect(formatDate(calendarDate('2026-04-02'), 'full', 'en')).toBe('Thursday 2 April 2026');
  });

  it('writes the first of a month as French does', () => {
    expect(formatDate(calendarDate('2026-05-01'), 'plain', 'fr')).toBe('1er mai');
    expect(formatDate(calendarDate('2026-05-11'), 'plain', 'fr')).toBe('11 mai');
    expect(formatDate(calendarDate('2026-05-01'), 'month', 'fr')).toBe('mai 2026');
  });

  it('says a period in short', () => {
    expect(formatPeriod(calendarDate('2026-02-05'), calendarDate('2026-03-12'), 'fr')).toBe('5 févr. – 12 mars');
  });

  it('writes clock times for the screen and for running text', () => {
    expect(formatClock(clockTime('09:00'))).toBe('9:00');
    expect(formatClock(clockTime('00:30'))).toBe('0:30');
    expect(formatClockInText(clockTime('09:00'), 'fr')).toBe(`9${space}h${space}00`);
  });

  it('shows an instant in the time zone that it is given', () => {
    expect(formatInstantClock(instant('2026-04-02T12:32:07Z'), 'Europe/Paris', 'fr')).toBe('14:32:07');
    expect(formatInstant(instant('2026-05-31T22:30:00Z'), 'Europe/Paris', 'fr')).toBe(`1er juin 2026, 0${space}h${space}30`);
  });
});

describe('numbers', () => {
  it('groups thousands by locale', () => {
    expect(formatCount(2000, 'fr')).toBe(`2${thin}000`);
    expect(formatCount(2000, 'en')).toBe('2,000');
  });
});
