// E11: how long an unlocked vault stays so, on a clock that jumps.
import { LOCK_MINUTES } from '@domain/lock-delay.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { restOf } from '../../../../main/vault/auto-lock.ts';

describe.each(LOCK_MINUTES)('a delay of %i minutes', (minutes) => {
  const idle = minutes * 60_000;

  it('E11 is counted down from the last act, on the clock of the wall, which sleep does not stop', () => {
    const rests = [0, 60_000, idle - 1, idle, idle + 1, 9 * idle].map((later) => restOf(1_000, 1_000 + later, idle));

    expect(rests).toEqual([idle, idle - 60_000, 1, 0, 0, 0]);
  });

  it('E11 bears a clock that goes back a little, and locks when it goes back by more than a minute', () => {
    expect([99_999, 40_000, 39_999].map((nowMs) => restOf(100_000, nowMs, idle))).toEqual([idle, idle, 0]);
  });
});

it('E11 never leaves more time than the delay, whatever the clock does, and locks on a clock that says nothing', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), fc.constantFrom(...LOCK_MINUTES), (lastActMs, nowMs, minutes) => {
      const rest = restOf(lastActMs, nowMs, minutes * 60_000);

      expect(rest >= 0 && rest <= minutes * 60_000).toBe(true);
    }),
  );
  expect([restOf(0, Number.NaN, 60_000), restOf(Number.NaN, 0, 60_000)]).toEqual([0, 0]);
});
