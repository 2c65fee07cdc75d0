// A2: real timers, as every shell has them.
import { expect, it, onTestFinished, vi } from 'vitest';
import { laterOnTheClock } from '../../../../main/project/later.ts';

it('A2 does something after a delay, once, unless it is called off', () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const done: string[] = [];
  laterOnTheClock(1_200, () => done.push('kept'));
  const callOff = laterOnTheClock(1_200, () => done.push('called off'));
  vi.advanceTimersByTime(1_199);
  const before = [...done];
  callOff();
  vi.advanceTimersByTime(10_000);

  expect([before, done]).toEqual([[], ['kept']]);
});
