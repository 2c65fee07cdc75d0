// E11: how long an unlocked vault stays so.
import { expect, it } from 'vitest';
import { IDLE_MS, restOf } from '../../../../main/vault/auto-lock.ts';

it('E11 counts ten minutes down from the last act', () => {
  expect([restOf(1_000, 1_000), restOf(1_000, 61_000), restOf(0, IDLE_MS - 1), restOf(0, IDLE_MS), restOf(0, IDLE_MS + 1)]).toEqual([
    600_000, 540_000, 1, 0, 0,
  ]);
});

it('E11 bears a clock that goes back a little, and locks when it goes back by more than a minute', () => {
  expect([restOf(100_000, 99_999), restOf(100_000, 40_000), restOf(100_000, 39_999)]).toEqual([IDLE_MS, IDLE_MS, 0]);
});
