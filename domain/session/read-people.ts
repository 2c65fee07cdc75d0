// Who is meant by a name and a structure that were typed or pasted: somebody known, somebody new, or a question.
import { isOfStructures } from '../collective/presence.ts';
import type { Commands } from '../commands/command.ts';
import type { Accompaniment } from '../document.ts';
import { groupedBy } from '../grouping.ts';
import type { RecordOf } from '../tables/tables.ts';
import { labelKey } from '../writing/label-key.ts';
import { sameNameKey } from '../writing/search-key.ts';
import { compareNames } from '../writing/sort.ts';
import { isBegunBy, isNearly, nameToCompare, type NameToCompare } from './near-names.ts';
import type { NamedPerson } from './named-people.ts';

type Tables = 'people' | 'organisations' | 'attendances';
type Person = RecordOf<'people'>;

/** Who it may be: somebody known, or somebody new of a known, a new or no structure. */
export type PersonChoice = Commands['session.participants']['people'][number];
/**
 * Why the first choice may be wrong. elsewhere: that name is known, in another structure; namesakes: several have it; nearly: a known name
 * differs by a letter, or by the order of its words; begun: known names begin like this; alike: a structure is named like it but for an
 * accent, a sign or a letter; `null` for no doubt.
 */
export type PersonDoubt = 'elsewhere' | 'namesakes' | 'nearly' | 'begun' | 'alike' | null;
export type PersonRead = {
  readonly name: string;
  readonly structure: string;
  /** The likeliest first; one where there is no doubt. */
  readonly choices: readonly [PersonChoice, ...PersonChoice[]];
  readonly doubt: PersonDoubt;
};
/** What a name is looked up in. */
export type PeopleBook = {
  readonly people: ReadonlyMap<string, readonly Person[]>;
  /** Those who may be meant by a part of their name, or by one that is nearly theirs. */
  readonly compared: readonly Compared<Person>[];
  /** By the key that tells names apart as a spreadsheet does. */
  readonly structures: ReadonlyMap<string, readonly string[]>;
  /** By the key that people would take for the same. */
  readonly alike: ReadonlyMap<string, readonly string[]>;
  readonly comparedStructures: readonly Compared<{ readonly id: string }>[];
  readonly there: ReadonlySet<string>;
};
type Compared<R> = { readonly record: R; readonly name: NameToCompare };
/** Of a name that begins many, the user types more. */
const MOST_ASKED = 12;

/** @returns the people and structures of the collective, and who is at the session already */
export function peopleBook(accompaniment: Pick<Accompaniment, Tables>, sessionId: string): PeopleBook {
  const organisations = Object.values(accompaniment.organisations).flatMap(({ id, name, shortName }) =>
    [name, shortName].filter((one) => one !== '').map((one) => ({ id, one })),
  );
  const attendances = Object.values(accompaniment.attendances).filter((attendance) => attendance.sessionId === sessionId);
  return {
    people: groupedBy(Object.values(accompaniment.people), ({ name }) => sameNameKey(name)),
    compared: Object.values(accompaniment.people)
      .filter(({ role }) => role !== 'accompanist')
      .toSorted(compareNames)
      .map((record) => ({ record, name: nameToCompare(record.name) })),
    structures: idsBy(organisations, ({ one }) => labelKey(one)),
    alike: idsBy(organisations, ({ one }) => sameNameKey(one)),
    comparedStructures: organisations.map(({ id, one }) => ({ record: { id }, name: nameToCompare(one) })),
    there: new Set(attendances.map(({ personId }) => personId)),
  };
}

/** @returns who each of them may be; structures that are new with one of them are known to the next */
export function readPeople(named: readonly NamedPerson[], book: PeopleBook): readonly PersonRead[] {
  const fresh = new Map<string, string>();
  return named.map((one) => {
    const read = readPerson(one, book, fresh);
    const [first] = read.choices;
    const key = sameNameKey(first.organisationName);
    if (first.organisationName !== '' && !fresh.has(key)) fresh.set(key, first.organisationName);
    return read;
  });
}

/** @returns whether that choice is at the session already */
export function isThere({ there }: PeopleBook, { personId }: PersonChoice): boolean {
  return personId !== null && there.has(personId);
}

type Homes = { readonly certain: readonly string[]; readonly alike: readonly string[]; readonly like: string | null };

function readPerson(named: NamedPerson, book: PeopleBook, fresh: ReadonlyMap<string, string>): PersonRead {
  const known = book.people.get(sameNameKey(named.name)) ?? [];
  const homes = homesOf(named.structure, book, fresh);
  const atHome = known.filter(({ organisationId }) => isOneOf([...homes.certain, ...homes.alike], organisationId));
  const matching = named.structure === '' ? known : atHome;
  if (matching.length > 0) return { ...named, ...doubted(matching.map(asKnown), 'namesakes') };
  const strangers = asNew(named, homes);
  const homeless = known.filter((person) => person.organisationId === null && isOfStructures(person));
  const [only] = homeless;
  if (only !== undefined && known.length === 1) {
    const joining = strangers.map((choice) => ({ ...choice, personId: only.id }));
    return { ...named, ...doubted(joining, homes.certain.length > 1 ? 'namesakes' : 'alike') };
  }
  if (known.length > 0) return { ...named, ...doubted([...known.map(asKnown), ...strangers], 'elsewhere') };
  return { ...named, ...(mistaken(named, homes, book, strangers) ?? doubted(strangers, homes.certain.length > 1 ? 'namesakes' : 'alike')) };
}

/** @returns who is perhaps meant by a name that nobody has; `null` for nobody. Somebody named with a structure is begun there alone. */
function mistaken({ name, structure }: NamedPerson, homes: Homes, { compared }: PeopleBook, strangers: readonly PersonChoice[]) {
  const typed = nameToCompare(name);
  const asked = (people: PeopleBook['compared'], doubt: PersonDoubt) =>
    people.length === 0 ? null : doubted([...people.slice(0, MOST_ASKED).map(({ record }) => asKnown(record)), ...strangers], doubt);
  const nearly = compared.filter((one) => isNearly(typed, one.name));
  const isHere = ({ organisationId }: Person): boolean =>
    structure === '' || organisationId === null || isOneOf([...homes.certain, ...homes.alike], organisationId);
  return (
    asked(nearly, 'nearly') ??
    asked(
      compared.filter((one) => isBegunBy(typed, one.name) && isHere(one.record)),
      'begun',
    )
  );
}

/** Those that the name means without a doubt; without any, those that are named alike, here or just before. */
function homesOf(structure: string, { structures, alike, comparedStructures }: PeopleBook, fresh: ReadonlyMap<string, string>): Homes {
  const certain = structure === '' ? [] : (structures.get(labelKey(structure)) ?? []);
  if (certain.length > 0 || structure === '') return { certain, alike: [], like: null };
  const before = fresh.get(sameNameKey(structure));
  const like = before !== undefined && labelKey(before) !== labelKey(structure) ? before : null;
  const typed = nameToCompare(structure);
  const nearly = (): readonly string[] => comparedStructures.filter(({ name }) => isNearly(typed, name)).map(({ record }) => record.id);
  return { certain, alike: alike.get(sameNameKey(structure)) ?? [...new Set(nearly())], like };
}

/** @returns the choice of somebody who is known */
export function asKnown({ id, name }: Pick<Person, 'id' | 'name'>): PersonChoice {
  return { personId: id, personName: name, organisationId: null, organisationName: '' };
}

function asNew({ name, structure, function: personFunction }: NamedPerson, { certain, alike, like }: Homes): readonly PersonChoice[] {
  const of = (organisationId: string | null, organisationName: string): PersonChoice => ({
    personId: null,
    personName: name,
    ...(personFunction === undefined ? {} : { personFunction }),
    organisationId,
    organisationName,
  });
  if (certain.length > 0) return certain.map((id) => of(id, ''));
  return [...alike.map((id) => of(id, '')), ...(like === null ? [] : [of(null, like)]), of(null, structure)];
}

function doubted(choices: readonly PersonChoice[], doubt: PersonDoubt): Pick<PersonRead, 'choices' | 'doubt'> {
  const [first, ...others] = choices;
  if (first === undefined) throw new Error('Somebody who is named is somebody'); // each list above ends with a choice
  return { choices: [first, ...others], doubt: others.length === 0 ? null : doubt };
}

function isOneOf(ids: readonly string[], id: string | null): boolean {
  return id !== null && ids.includes(id);
}

function idsBy<R extends { readonly id: string }>(rows: readonly R[], keyOf: (row: R) => string): ReadonlyMap<string, readonly string[]> {
  return new Map([...groupedBy(rows, keyOf)].map(([key, own]) => [key, [...new Set(own.map(({ id }) => id))]]));
}
