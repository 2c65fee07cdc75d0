// Who is party to a mission, as its documents name them: who accompanies, who follows it, under which contracts.
import type { Accompaniment } from '../document.ts';
import { belongingOf } from '../collective/presence.ts';
import { envelopesInOrder } from '../ledger/envelopes-in-order.ts';
import { onlyOf, type RecordOf } from '../tables/tables.ts';
import { compareNames } from '../writing/sort.ts';

/** Somebody with function and structure or firm; what is not known is empty. */
export type Party = Pick<RecordOf<'people'>, 'name' | 'function' | 'email'> & { readonly belongsTo: string };
export type Agreement = Pick<RecordOf<'envelopes'>, 'contract' | 'funder'>;

/** @returns those who accompany, by name */
export function accompanistsOf(accompaniment: Accompaniment): readonly Party[] {
  return Object.values(accompaniment.people)
    .filter(({ role }) => role === 'accompanist')
    .toSorted(compareNames)
    .map((person) => partyOf(accompaniment, person));
}

/** @returns who follows the mission for its commissioner: the one whom it names, or else all who have that role */
export function officersOf({ mission, people }: Accompaniment): readonly RecordOf<'people'>[] {
  const named = people[onlyOf(mission)?.officerId ?? ''];
  return named === undefined ? Object.values(people).filter(({ role }) => role === 'officer') : [named];
}

/** @returns the contracts, in the order of their envelopes */
export function agreementsOf({ envelopes }: Accompaniment): readonly Agreement[] {
  return envelopesInOrder(envelopes).map(({ contract, funder }) => ({ contract, funder }));
}

/** @returns a person as the documents name them */
export function partyOf(accompaniment: Accompaniment, person: RecordOf<'people'>): Party {
  return { name: person.name, function: person.function, email: person.email, belongsTo: belongingOf(accompaniment, person) };
}

/** @returns name, function and where they belong (`Sonia Nadir, consultante, SCOP Passerelles`) */
export function partyText({ name, function: own, belongsTo }: Party): string {
  return [name, own, belongsTo].filter((part) => part !== '').join(', ');
}
