// Adds people to a session, one by one or as a pasted list; and says what cannot be added.
import { MOST_PASTED } from '@domain/session/most-pasted.ts';
import { type NamedPerson, namedInRows } from '@domain/session/named-people.ts';
import type { PersonChoice } from '@domain/session/read-people.ts';
import { longestOf } from '../../forms/field-path.ts';
import { runWithUndo } from '../../state/acts.ts';
import { rowsIn, withoutSign } from '../../state/pasted.ts';
import { texts } from '../../state/texts.ts';

/** In characters: a name, a comma, a structure. */
export const LONGEST_PERSON = longestOf('people.name') + longestOf('organisations.name') + 2;

/** @returns whether they were added, in one step */
export function addPeople(sessionId: string, people: readonly PersonChoice[]): Promise<boolean> {
  const { session } = texts();
  const [first] = people;
  const text = people.length === 1 && first !== undefined ? session.personAdded(first.personName) : session.peopleAdded(people.length);
  return runWithUndo({ name: 'session.participants', args: { sessionId, people } }, { tone: 'good', text });
}

/** @returns those named in a pasted list or table, each once */
export function namedPasted(pasted: string): readonly NamedPerson[] {
  // what fits into no number of lines is refused as everywhere, without a closer look
  if (pasted.length > MOST_PASTED * LONGEST_PERSON) return [];
  return namedInRows(
    rowsIn(
      pasted
        .split(/\r\n?|\n/u)
        .map(withoutSign)
        .join('\n'),
    ),
  );
}

/** @returns why a pasted list is not taken; `null` if it is */
export function refusalOf(named: readonly NamedPerson[]): string | null {
  const { session } = texts();
  if (named.length > MOST_PASTED) return session.pastedTooMany(named.length, MOST_PASTED);
  const longest = { name: longestOf('people.name'), structure: longestOf('organisations.name') };
  const isLong = (one: NamedPerson): boolean =>
    one.name.length > longest.name ||
    one.structure.length > longest.structure ||
    (one.function ?? '').length > longestOf('people.function');
  const tooLong = named.find(isLong);
  return tooLong === undefined ? null : session.peopleTooLong(`${tooLong.name.slice(0, MOST_QUOTED)}…`, longest.name, longest.structure);
}

/** Of a line that is too long, the beginning tells which. */
const MOST_QUOTED = 40;
