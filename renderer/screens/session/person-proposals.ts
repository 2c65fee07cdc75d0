// Who is proposed while one types who takes part: those who are known and not there yet; after the comma, the structures.
import type { Accompaniment } from '@domain/document.ts';
import { type NamedPerson, namedIn } from '@domain/session/named-people.ts';
import { asKnown, isThere, type PeopleBook, type PersonRead, readPeople } from '@domain/session/read-people.ts';
import { beginsWith, sameNameKey } from '@domain/writing/search-key.ts';
import { compareNames } from '@domain/writing/sort.ts';
import type { Proposal } from '../../kit/Proposals.tsx';

const MOST_SHOWN = 6;

export type PersonProposal = Proposal & { readonly read: PersonRead };

type Tables = 'people' | 'organisations';

export function proposedPeople(typed: string, accompaniment: Pick<Accompaniment, Tables>, book: PeopleBook): readonly PersonProposal[] {
  const named = namedIn(typed);
  if (named.name === '') return [];
  return /[,;]/u.test(typed) ? withStructures(named, accompaniment, book) : peopleNamed(named.name, accompaniment, book);
}

/** @returns which of them Enter takes at first: the only one of whom no more than a beginning is typed; otherwise -1 */
export function firstOf(proposals: readonly PersonProposal[], read: PersonRead | undefined): number {
  const isOnly = proposals.length === 1 && read?.doubt === 'begun' && read.choices.filter(({ personId }) => personId !== null).length === 1;
  return isOnly && proposals[0]?.read.choices[0].personId === read.choices[0].personId ? 0 : -1;
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
function withStructures(named: NamedPerson, { organisations }: Pick<Accompaniment, Tables>, book: PeopleBook): readonly PersonProposal[] {
  const typed = named.structure;
  const begins = beginsWith(typed);
  const meant = Object.values(organisations).filter((one) => begins(one.name) || begins(one.shortName));
  if (meant.some((one) => sameNameKey(one.name) === sameNameKey(typed))) return [];
  return meant
    .toSorted(compareNames)
    .slice(0, MOST_SHOWN)
    .flatMap(({ id, name: structure }) =>
      readPeople([{ ...named, structure }], book).map((read) => ({ id, label: structure, aside: named.name, read })),
    );
}
