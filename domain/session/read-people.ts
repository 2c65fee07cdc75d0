// Reads who takes part, as it is typed or pasted: `Paul Roy, GE 77`, or a name and its structure in two cells.
import { isOfStructures } from '../collective/presence.ts';
import type { Commands } from '../commands/command.ts';
import type { Accompaniment } from '../document.ts';
import { groupedBy } from '../grouping.ts';
import type { RecordOf } from '../tables/tables.ts';
import { labelKey } from '../writing/label-key.ts';
import { sameNameKey } from '../writing/search-key.ts';

type Tables = 'people' | 'organisations' | 'attendances';
type Person = RecordOf<'people'>;

/** Who it may be: somebody known, or somebody new of a known, a new or no structure. */
export type PersonChoice = Commands['session.participants']['people'][number];
/**
 * Why the first choice may be wrong. elsewhere: that name is known, in another structure; namesakes: several have it; alike: a structure
 * is named like it but for an accent or a sign; `null` for no doubt.
 */
export type PersonDoubt = 'elsewhere' | 'namesakes' | 'alike' | null;
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
  /** By the key that tells names apart as a spreadsheet does. */
  readonly structures: ReadonlyMap<string, readonly string[]>;
  /** By the key that people would take for the same. */
  readonly alike: ReadonlyMap<string, readonly string[]>;
  readonly there: ReadonlySet<string>;
};
export type NamedPerson = { readonly name: string; readonly structure: string };

/** @returns the people and structures of the collective, and who is at the session already */
export function peopleBook(accompaniment: Pick<Accompaniment, Tables>, sessionId: string): PeopleBook {
  const organisations = Object.values(accompaniment.organisations).flatMap(({ id, name, shortName }) =>
    [name, shortName].filter((one) => one !== '').map((one) => ({ id, one })),
  );
  const attendances = Object.values(accompaniment.attendances).filter((attendance) => attendance.sessionId === sessionId);
  return {
    people: groupedBy(Object.values(accompaniment.people), ({ name }) => sameNameKey(name)),
    structures: idsBy(organisations, ({ one }) => labelKey(one)),
    alike: idsBy(organisations, ({ one }) => sameNameKey(one)),
    there: new Set(attendances.map(({ personId }) => personId)),
  };
}

/** @returns a name and a structure: what a comma or a semicolon stands between */
export function namedIn(line: string): NamedPerson {
  const [, name = '', structure = ''] = /^([^,;]*)[,;]?(.*)$/su.exec(line) ?? [];
  return { name: name.trim(), structure: structure.trim() };
}

/** Said above the columns of a table, in either language. */
const HEADINGS = new Set(
  ['structure', 'organisation', 'organization', 'association', 'entreprise', 'structures', 'company'].map((word) => sameNameKey(word)),
);

/**
 * The structure stands under its heading, after the name or its parts; without headings, in the second cell. A column of numbers is none.
 * @returns those named in rows of cells, each once; a row of one cell is read as a line
 */
export function namedInRows(rows: readonly (readonly string[])[]): readonly NamedPerson[] {
  const isCounted = rows.length > 1 && rows.every(([first = '']) => COUNT.test(first.trim()));
  const cells = isCounted ? rows.map((row) => row.slice(1)) : rows;
  const heading = (cells[0] ?? []).findIndex((cell) => HEADINGS.has(sameNameKey(cell)));
  const people = heading < 1 ? cells.map(named) : cells.slice(1).map((row) => named([row.slice(0, heading).join(' '), row[heading] ?? '']));
  const seen = new Set<string>();
  return people.filter(({ name, structure }) => {
    const key = `${sameNameKey(name)}\n${labelKey(structure)}`;
    if (name === '' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** What counts the rows of a table, or is empty above such a column. */
const COUNT = /^(?:\d{0,4}[.)]?|n[°o]|#)$/iu;

function named([name = '', structure = '']: readonly string[]): NamedPerson {
  return structure.trim() === '' ? namedIn(name) : { name: name.trim(), structure: structure.trim() };
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
  return { ...named, ...doubted(strangers, homes.certain.length > 1 ? 'namesakes' : 'alike') };
}

/** Those that the name means without a doubt; without any, those that are named alike, here or just before. */
function homesOf(structure: string, { structures, alike }: PeopleBook, fresh: ReadonlyMap<string, string>): Homes {
  const certain = structure === '' ? [] : (structures.get(labelKey(structure)) ?? []);
  if (certain.length > 0 || structure === '') return { certain, alike: [], like: null };
  const before = fresh.get(sameNameKey(structure));
  const like = before !== undefined && labelKey(before) !== labelKey(structure) ? before : null;
  return { certain, alike: alike.get(sameNameKey(structure)) ?? [], like };
}

/** @returns the choice of somebody who is known */
export function asKnown({ id, name }: Pick<Person, 'id' | 'name'>): PersonChoice {
  return { personId: id, personName: name, organisationId: null, organisationName: '' };
}

function asNew({ name, structure }: NamedPerson, { certain, alike, like }: Homes): readonly PersonChoice[] {
  const of = (organisationId: string | null, organisationName: string): PersonChoice => ({
    personId: null,
    personName: name,
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
