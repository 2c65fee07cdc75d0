// C-3: today follows the clock, and what main says of it at the start.
import { calendarDate } from '@domain/units.ts';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { beginToday, followToday, today } from '../../../renderer/state/today.ts';

const MAIN_SAYS = calendarDate('2026-04-14');
const listeners = new Map<string, () => void>();

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 2, 16, 23, 50) });
  const page = { addEventListener: (name: string, listener: () => void) => void listeners.set(name, listener) };
  vi.stubGlobal('window', page);
  vi.stubGlobal('document', page);
  beginToday(MAIN_SAYS);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  listeners.clear();
});

it('F1 today is what main says, whose clock counts, while the day of the window is the same', () => {
  expect(today()).toBe(MAIN_SAYS);
  vi.setSystemTime(new Date(2026, 2, 16, 23, 59, 59));
  expect(today()).toBe(MAIN_SAYS);
});

it('F1 what is done after midnight is of the new day at once', () => {
  vi.setSystemTime(new Date(2026, 2, 17, 0, 0, 0));
  expect(today()).toBe('2026-03-17');
});

it.each(['focus', 'visibilitychange'])('F1 is looked at when one comes back to the window: %s', (event) => {
  followToday();
  vi.setSystemTime(new Date(2026, 2, 19, 8, 0));
  listeners.get(event)?.();
  vi.setSystemTime(new Date(2026, 2, 16, 23, 50)); // a clock that is corrected again

  expect(today()).toBe('2026-03-16');
});

it('F1 is looked at now and then, so that a window that nobody touches follows', () => {
  followToday();
  vi.advanceTimersByTime(11 * 60_000);

  expect([today(), vi.getTimerCount()]).toEqual(['2026-03-17', 1]);
});

it.each([
  [1970, '1990-01-01'],
  [1899, '1990-01-01'],
  [2106, '2100-12-31'],
])('F1 of a clock in %d the nearest day that there is', (year, nearest) => {
  vi.setSystemTime(new Date(year, 5, 1));

  expect(today()).toBe(nearest);
});
