// Who belongs to the readers of a level, among the people of an accompaniment.
import { circleOn, movesByOrganisation } from '../collective/circles.ts';
import { isOfStructures } from '../collective/presence.ts';
import type { Accompaniment } from '../document.ts';
import type { RecordOf } from '../tables/tables.ts';
import type { CalendarDate } from '../units.ts';
import type { Level } from './level.ts';

type Person = Pick<RecordOf<'people'>, 'role' | 'organisationId'>;

/** @returns a function that tells whether somebody may read what is for the readers of a level, by their structure's circle on that day */
export function readersOn(accompaniment: Accompaniment, on: CalendarDate): (person: Person, level: Level) => boolean {
  const movesOf = movesByOrganisation(accompaniment);
  return ({ role, organisationId }, level) => {
    if (level === 'public' || role === 'accompanist') return true;
    if (level === 'accompanist') return false;
    if (role === 'officer') return level === 'collective';
    const circle = organisationId === null ? null : circleOn(movesOf(organisationId), on);
    return level === 'core' ? circle === 'core' : circle !== null && circle !== 'left';
  };
}

/** People who are often given a document together. */
export const RECIPIENT_GROUPS = ['participants', 'collective', 'core', 'officers'] as const;
export type RecipientGroup = (typeof RECIPIENT_GROUPS)[number];

/** @returns the people of each group, those without anybody left out; participants are those of the session, if there is one */
export function recipientGroups(
  accompaniment: Accompaniment,
  { sessionId, on }: { readonly sessionId: string | null; readonly on: CalendarDate },
): readonly { readonly group: RecipientGroup; readonly personIds: readonly string[] }[] {
  const mayRead = readersOn(accompaniment, on);
  const people = Object.values(accompaniment.people);
  const ofSession = new Set(
    Object.values(accompaniment.attendances)
      .filter((attendance) => attendance.sessionId === sessionId)
      .map(({ personId }) => personId),
  );
  const isIn: Readonly<Record<RecipientGroup, (person: RecordOf<'people'>) => boolean>> = {
    participants: (person) => isOfStructures(person) && ofSession.has(person.id),
    collective: (person) => isOfStructures(person) && mayRead(person, 'collective'),
    core: (person) => isOfStructures(person) && mayRead(person, 'core'),
    officers: ({ role }) => role === 'officer',
  };
  return RECIPIENT_GROUPS.flatMap((group) => {
    const personIds = people.filter(isIn[group]).map(({ id }) => id);
    return personIds.length === 0 ? [] : [{ group, personIds }];
  });
}
