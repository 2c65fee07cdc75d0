// Who is proposed while one types who takes part: those who are known and not there yet; after the comma, the structures.
import type { Accompaniment } from '@domain/document.ts';
import { asKnown, isThere, namedIn, type PeopleBook, type PersonRead, readPeople } from '@domain/session/read-people.ts';
import { beginsWith, sameNameKey } from '@domain/writing/search-key.ts';
import { compareNames } from '@domain/writing/sort.ts';
import type { Proposal } from '../../kit/Proposals.tsx';

const MOST_SHOWN = 6;

export type PersonProposal = Proposal & { readonly read: PersonRead };

type Tables = 'people' | 'organisations';

export function proposedPeople(typed: string, accompaniment: Pick<Accompaniment, Tables>, book: PeopleBook): readonly PersonProposal[] {
  const { name, structure } = namedIn(typed);
  if (name === '') return [];
  return /[,;]/u.test(typed) ? withStructures(name, structure, accompaniment, book) : peopleNamed(name, accompaniment, book);
}

function peopleNamed(typed: string, { people, organisations }: Pick<Accompaniment, Tables>, book: PeopleBook): readonly PersonProposal[] {
  const begins = beginsWith(typed);
  return Object.values(people)
    .filter((person) => person.role !== 'accompanist' && begins(person.name) && !isThere(book, asKnown(person)))
    .toSorted(compareNames)
    .slice(0, MOST_SHOWN)
    .map((person) => {
      const structure = organisations[person.organisationId ?? '']?.name ?? '';
      return {
        id: person.id,
        label: person.name,
        aside: structure,
        read: { name: person.name, structure, choices: [asKnown(person)], doubt: null },
      };
    });
}

/** None is proposed once its name is typed as a whole. */
function withStructures(
  name: string,
  typed: string,
  { organisations }: Pick<Accompaniment, Tables>,
  book: PeopleBook,
): readonly PersonProposal[] {
  const begins = beginsWith(typed);
  const meant = Object.values(organisations).filter((one) => begins(one.name) || begins(one.shortName));
  if (meant.some((one) => sameNameKey(one.name) === sameNameKey(typed))) return [];
  return meant
    .toSorted(compareNames)
    .slice(0, MOST_SHOWN)
    .flatMap(({ id, name: structure }) =>
      readPeople([{ name, structure }], book).map((read) => ({ id, label: structure, aside: name, read })),
    );
}
