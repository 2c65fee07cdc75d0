// Days of contracts whose days differ in length: a sum of fractions, reckoned in whole numbers.
import type { MinutesPerDay } from '../units.ts';

/** What a fraction is cut to, in parts of a day. */
const PARTS = 1_000_000_000_000;
/** Hundredths of a day nearer to a half than this, without being it, are kept so far from it that they are not shown as the half. */
const NEAR_A_HALF = 2e-7;

/** @returns minutes by length of day as days; rounded to a hundredth by `formatDayFigure`, they are the exact fraction rounded. */
export function exactDays(byDay: ReadonlyMap<MinutesPerDay, number>): number {
  const [first, ...others] = byDay;
  if (first === undefined) return 0;
  if (others.length === 0) return first[1] / first[0] || 0;
  const bottom = [...byDay.keys()].reduce((all, day) => leastCommonMultiple(all, BigInt(day)), 1n);
  let top = 0n;
  for (const [day, amount] of byDay) top += BigInt(amount) * (bottom / BigInt(day));
  return top < 0n ? -fraction(-top, bottom) : fraction(top, bottom);
}

function fraction(top: bigint, bottom: bigint): number {
  const hundredths = (100n * top) / bottom;
  const beyondHalf = 2n * ((100n * top) % bottom) - bottom; // in halves of a hundredth of the bottom
  const distance = beyondHalf < 0n ? -beyondHalf : beyondHalf;
  if (distance === 0n || distance * BigInt(1 / (2 * NEAR_A_HALF)) >= bottom) return Number((top * BigInt(PARTS)) / bottom) / PARTS;
  return (Number(hundredths) + 0.5 + (beyondHalf < 0n ? -NEAR_A_HALF : NEAR_A_HALF)) / 100;
}

function leastCommonMultiple(a: bigint, b: bigint): bigint {
  return (a / greatestCommonDivisor(a, b)) * b;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b);
}
