// Who can be named in the line of an action: the people and the structures of the collective, by every form of their name.
import { circleOn, movesByOrganisation } from '../collective/circles.ts';
import type { Accompaniment } from '../document.ts';
import { beginsWith, sameNameKey, wordsSought } from '../writing/search-key.ts';
import { compareNames } from '../writing/sort.ts';
import type { CalendarDate } from '../units.ts';

/** A person, or a structure as a whole. */
export type Owner = {
  readonly id: string;
  readonly personId: string | null;
  readonly organisationId: string | null;
  readonly name: string;
  /** Of a person who has one. */
  readonly structure: string;
  /** The structure left the collective. */
  readonly hasLeft: boolean;
};

export type Owners = {
  /** People first, each kind by name. */
  readonly all: readonly Owner[];
  /** By the key of the whole name, or of the name with the structure (`Jean Martin, GE 77`). */
  readonly byName: ReadonlyMap<string, readonly Owner[]>;
  /** By the key of some words of it: the first ones, and of a person also the last ones. */
  readonly byPart: ReadonlyMap<string, readonly Owner[]>;
  /** Words in the longest of these keys. */
  readonly mostWords: number;
};

type Tables = 'people' | 'organisations' | 'circleMoves';

/** @returns everybody who can be named, with who has left by a date */
export function ownersIn(accompaniment: Pick<Accompaniment, Tables>, on: CalendarDate): Owners {
  const movesOf = movesByOrganisation(accompaniment);
  const hasLeft = (id: string | null): boolean => id !== null && circleOn(movesOf(id), on) === 'left';
  const people = Object.values(accompaniment.people)
    .toSorted(compareNames)
    .map(({ id, name, organisationId }): Owner => {
      const organisation = organisationId === null ? undefined : accompaniment.organisations[organisationId];
      const structure = organisation === undefined ? '' : organisation.shortName || organisation.name;
      return { id, personId: id, organisationId, name, structure, hasLeft: hasLeft(organisationId) };
    });
  const structures = Object.values(accompaniment.organisations)
    .toSorted(compareNames)
    .map(({ id, name }): Owner => ({ id, personId: null, organisationId: id, name, structure: '', hasLeft: hasLeft(id) }));
  return indexed([...people, ...structures], accompaniment);
}

/** @returns those of whom a word, or the name as a whole, begins with what is typed; all of them while nothing is */
export function ownersBeginning({ all }: Owners, typed: string): readonly Owner[] {
  const begins = beginsWith(typed);
  return all.filter(({ name }) => begins(name));
}

/** @returns those who are meant by a name, or by a part of one: nobody, one, or several */
export function meantBy({ byName, byPart }: Owners, typed: string): { readonly owners: readonly Owner[]; readonly isWhole: boolean } {
  const whole = named(byName, typed);
  return whole.length > 0 ? { owners: whole, isWhole: true } : { owners: named(byPart, typed), isWhole: false };
}

/** @returns a name without the signs that end a part of a sentence */
export function bareName(name: string): string {
  return name.replace(/[.,;:!?)]+$/u, '');
}

/** @returns how an owner is written after `@` so that nobody else is meant, where names allow it */
export function mentionOf({ byName }: Owners, { name, structure }: Owner): string {
  const isAlone = (byName.get(sameNameKey(name)) ?? []).length === 1;
  return isAlone || structure === '' ? name : `${name}, ${structure}`;
}

function named(index: Owners['byName'], name: string): readonly Owner[] {
  return index.get(sameNameKey(name)) ?? index.get(sameNameKey(bareName(name))) ?? [];
}

function indexed(all: readonly Owner[], { organisations }: Pick<Accompaniment, 'organisations'>): Owners {
  const byName = new Map<string, Owner[]>();
  const byPart = new Map<string, Owner[]>();
  for (const owner of all) {
    const organisation = owner.organisationId === null ? undefined : organisations[owner.organisationId];
    for (const key of wholeNames(owner, organisation)) put(byName, key, owner);
    for (const key of partsOf(owner)) put(byPart, key, owner);
  }
  const mostWords = Math.max(0, ...[...byName.keys()].map((key) => key.split(' ').length));
  return { all, byName, byPart, mostWords };
}

type Names = { readonly name: string; readonly shortName: string };

function wholeNames({ personId, name }: Owner, organisation: Names | undefined): ReadonlySet<string> {
  const structure = [organisation?.name ?? '', organisation?.shortName ?? ''].filter((one) => one !== '');
  const names = personId === null ? structure : [name, ...structure.map((one) => `${name}, ${one}`)];
  return new Set(names.map(sameNameKey));
}

function partsOf({ personId, name }: Owner): ReadonlySet<string> {
  const words = wordsSought(name);
  const cuts = words.slice(1).map((_, index) => index + 1);
  const last = personId === null ? [] : cuts.map((cut) => words.slice(cut));
  return new Set([...cuts.map((cut) => words.slice(0, cut)), ...last].map((part) => part.join(' ')));
}

function put(index: Map<string, Owner[]>, key: string, owner: Owner): void {
  const there = index.get(key);
  if (key === '') return;
  if (there === undefined) index.set(key, [owner]);
  else there.push(owner);
}
