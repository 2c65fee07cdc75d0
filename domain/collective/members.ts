// Who belongs to the collective on a day: the people of its structures, and those of none who work with them.
import type { Accompaniment } from '../document.ts';
import type { RecordOf } from '../tables/tables.ts';
import type { CalendarDate } from '../units.ts';
import { compareNames } from '../writing/sort.ts';
import { circleOn, movesByOrganisation } from './circles.ts';
import { isOfStructures } from './presence.ts';

/** @returns the people of the collective by name, without those of a structure that has left by then */
export function membersOn(accompaniment: Pick<Accompaniment, 'people' | 'circleMoves'>, on: CalendarDate): readonly RecordOf<'people'>[] {
  const movesOf = movesByOrganisation(accompaniment);
  return Object.values(accompaniment.people)
    .filter((person) => isOfStructures(person))
    .filter(({ organisationId }) => organisationId === null || circleOn(movesOf(organisationId), on) !== 'left')
    .toSorted(compareNames);
}
