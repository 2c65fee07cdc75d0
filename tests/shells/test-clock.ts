// The clock of the journeys: it starts at a given moment and goes on from there, so that every run sees the same day.
import { instant } from '@domain/units.ts';

import type { Shell } from '../../main/shell.ts';
import { systemClock } from '../../main/system.ts';

/** @param start instant at which the application believes to start; the real time without one */
export function clockFrom(start: string | undefined): Shell['clock'] {
  if (start === undefined) return systemClock;
  const shift = Date.parse(start) - Date.now();
  return { ...systemClock, now: () => instant(new Date(Date.now() + shift).toISOString()) };
}
