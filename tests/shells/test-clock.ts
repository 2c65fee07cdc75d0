// The clock of the journeys: it starts at a given moment, so that every run sees the same day; a test may move it forward.
import { existsSync, readFileSync } from 'node:fs';

import { isBelievable, nearestMoment } from '../../main/machine/moments.ts';
import type { Shell } from '../../main/shell.ts';
import { systemClock } from '../../main/system.ts';

/**
 * @param start instant at which the application thinks it starts; by default the real time
 * @param moved file in which the test says by how many milliseconds it has moved the clock forward
 */
export function clockFrom(start: string | undefined, moved: string): Shell['clock'] {
  if (start === undefined) return systemClock;
  const shift = Date.parse(start) - Date.now();
  const movedMs = (): number => (existsSync(moved) ? Number(readFileSync(moved, 'utf8')) : 0);
  const ms = (): number => Date.now() + shift + movedMs();
  return { ...systemClock, now: () => nearestMoment(ms()), isBelievable: () => isBelievable(ms()) };
}
