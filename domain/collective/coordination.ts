// When a collective grows to the size at which somebody has to coordinate it.
import type { Accompaniment } from '../document.ts';
import type { CalendarDate } from '../units.ts';
import type { Circle } from './circles.ts';

/**
 * About ten participants: the question already comes up at nine.
 * @source France Active guide: "une dizaine de participants"
 */
export const COORDINATION_FROM = 9;

/** @returns how many structures take part for good: the core and the active partners; the network comes and goes. */
export function participantCount(circles: Iterable<Circle | null>): number {
  return [...circles].filter((circle) => circle === 'core' || circle === 'partners').length;
}

/** @returns whether somebody holds the coordination of the collective on a day */
export function isCoordinated(functions: Accompaniment['functions'], on: CalendarDate): boolean {
  return Object.values(functions).some(
    ({ duty, personId, startsOn, endsOn }) => duty === 'coordination' && personId !== null && startsOn <= on && on <= (endsOn ?? on),
  );
}
