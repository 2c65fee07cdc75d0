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
  const as = choice.personFunction ?? '';
  if (choice.organisationId === null && named !== '') return session.personNewBoth(named, as);
  return session.personNew(named, as);
}

/** @returns why it is asked about; `''` if it is not */
export function doubtWords(accompaniment: Pick<Accompaniment, Tables>, { doubt, name, structure, choices }: PersonRead): string {
  const { session } = texts();
  const [first] = choices;
  const home = accompaniment.organisations[accompaniment.people[first.personId ?? '']?.organisationId ?? '']?.name ?? '';
  const known = choicesKnown(accompaniment, choices);
  if (doubt === 'nearly') return session.personNearly(known);
  if (doubt === 'begun') return session.personBegun(name, known);
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

/** @returns who is added by Enter, as the only one of whom the beginning is typed */
export function firstWords(accompaniment: Pick<Accompaniment, Tables>, { choices: [first] }: PersonRead): string {
  return texts().session.personFirst(choiceWords(accompaniment, first));
}

function choicesKnown({ people }: Pick<Accompaniment, Tables>, choices: PersonRead['choices']): string {
  const names = choices.flatMap(({ personId }) => people[personId ?? '']?.name ?? []);
  return names.length > MOST_NAMED ? `${names.slice(0, MOST_NAMED).join(', ')}…` : names.join(', ');
}

/** In a sentence; the list below it has all of them. */
const MOST_NAMED = 3;
