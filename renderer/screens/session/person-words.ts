// What is understood of who takes part, in words.
import type { Accompaniment } from '@domain/document.ts';
import { isThere, type PeopleBook, type PersonChoice, type PersonRead } from '@domain/session/read-people.ts';
import { texts } from '../../state/texts.ts';

type Tables = 'people' | 'organisations';

/** @returns somebody known with the own structure; somebody new with a structure that is known, new or none */
export function choiceWords({ people, organisations }: Pick<Accompaniment, Tables>, choice: PersonChoice): string {
  const { session } = texts();
  const known = people[choice.personId ?? ''];
  const named = organisations[choice.organisationId ?? '']?.name ?? choice.organisationName;
  const home = organisations[known?.organisationId ?? '']?.name ?? named;
  if (known !== undefined) return session.personKnown(known.name, home);
  if (choice.organisationId === null && named !== '') return session.personNewBoth(named);
  return session.personNew(named);
}

/** @returns why it is asked about; `''` if it is not */
export function doubtWords(accompaniment: Pick<Accompaniment, Tables>, { doubt, name, structure, choices: [first] }: PersonRead): string {
  const { session } = texts();
  const home = accompaniment.organisations[accompaniment.people[first.personId ?? '']?.organisationId ?? '']?.name ?? '';
  if (doubt === 'elsewhere') return session.personElsewhere(name, home);
  if (doubt === 'namesakes') return session.personNamesakes(first.personId === null ? structure : name);
  if (doubt === 'alike')
    return session.personAlike(accompaniment.organisations[first.organisationId ?? '']?.name ?? first.organisationName);
  return '';
}

/** @returns what would be added, or what would be asked, while one types */
export function readingWords(accompaniment: Pick<Accompaniment, Tables>, book: PeopleBook, read: PersonRead): string {
  const { session } = texts();
  if (read.doubt !== null) return session.personAsked(doubtWords(accompaniment, read));
  const [choice] = read.choices;
  return isThere(book, choice) ? session.personThere(read.name) : choiceWords(accompaniment, choice);
}
