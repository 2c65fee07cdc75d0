// A13: every table has words for all it declares, in each language, and a missing one does not compile.
import { choice, name, optional, order, plainField } from '@domain/tables/field.ts';
import { fieldEntries, isTableName, type TableName, tableNames } from '@domain/tables/tables.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { tables as english } from '@domain/text/en/tables.ts';
import { LOCALES } from '@domain/text/locale.ts';
import type { TableTexts, TextsOfFields } from '@domain/text/table-texts.ts';
import { describe, expect, it } from 'vitest';

type Words = Readonly<Record<string, string>>;

/** The fields with a closed list of values, with those values. */
function choicesIn(table: TableName): readonly (readonly [string, readonly string[]])[] {
  return fieldEntries(table).flatMap(([field, declared]) => {
    const plain = plainField(declared);
    return plain.kind === 'choice' ? [[field, plain.choices] as const] : [];
  });
}

describe.each(LOCALES)('in %s', (locale) => {
  it.each(tableNames())('A13 I5 %s has words for each of its fields and no other', (table) => {
    const fields: Words = catalogueOf(locale).tables[table].fields;

    expect(Object.keys(fields)).toEqual(fieldEntries(table).map(([field]) => field));
    expect(Object.values(fields).filter((word) => word.trim() === '')).toEqual([]);
  });

  it.each(tableNames())('A13 I5 %s has words for each value of each closed list and no other', (table) => {
    const choices: Readonly<Record<string, Words>> = catalogueOf(locale).tables[table].choices;

    expect(Object.fromEntries(Object.entries(choices).map(([field, words]) => [field, Object.keys(words).toSorted()]))).toEqual(
      Object.fromEntries(choicesIn(table).map(([field, values]) => [field, values.toSorted()])),
    );
    expect(Object.values(choices).flatMap((words) => Object.values(words).filter((word) => word.trim() === ''))).toEqual([]);
  });
});

it('A11 calls no other part of a file by the name of a table', () => {
  expect(Object.keys(catalogueOf('fr').recovery.parts).filter(isTableName)).toEqual([]);
});

describe('what does not compile', () => {
  const fields = { title: name(), state: choice('open', 'done'), way: optional(choice('by-foot', 'by-train')), order: order() };
  type Trips = TextsOfFields<typeof fields>;
  type Steps = TextsOfFields<{ readonly title: ReturnType<typeof name> }>;
  const named = { title: 'Title', state: 'State', way: 'Way', order: 'Place' };
  const chosen = { state: { open: 'open', done: 'done' }, way: { 'by-foot': 'by foot', 'by-train': 'by train' } };

  it('A13 is the name of a field that was forgotten, or that is not declared', () => {
    const whole = { one: 'trip', many: 'Trips', fields: named, choices: chosen } satisfies Trips;
    const { way: _, ...fewer } = named;

    expect([
      // @ts-expect-error -- a field without its name
      { ...whole, fields: fewer } satisfies Trips,
      // @ts-expect-error -- the name of a field that does not exist
      { one: 'trip', many: 'Trips', choices: chosen, fields: { title: '', state: '', way: '', order: '', note: '' } } satisfies Trips,
      // @ts-expect-error -- the name for one record
      { many: 'Trips', fields: named, choices: chosen } satisfies Trips,
    ]).toHaveLength(3);
  });

  it('A13 is a value of a closed list without its word, of an optional field too, and a word without its value', () => {
    const rest = { one: 'trip', many: 'Trips', fields: named };

    expect([
      // @ts-expect-error -- a value without its word
      { ...rest, choices: { ...chosen, state: { open: 'open' } } } satisfies Trips,
      // @ts-expect-error -- the same for an optional field
      { ...rest, choices: { ...chosen, way: { 'by-foot': 'by foot' } } } satisfies Trips,
      // @ts-expect-error -- a closed list without any word
      { ...rest, choices: { state: chosen.state } } satisfies Trips,
      // @ts-expect-error -- a word without its value
      { ...rest, choices: { ...chosen, state: { open: 'open', done: 'done', lost: 'lost' } } } satisfies Trips,
      // @ts-expect-error -- a list that belongs to no field
      { ...rest, choices: { state: chosen.state, way: chosen.way, mood: { good: 'good' } } } satisfies Trips,
      // @ts-expect-error -- a list for a table without any
      { one: 'step', many: 'Steps', fields: { title: 'Title' }, choices: { state: chosen.state } } satisfies Steps,
    ]).toHaveLength(6);
  });

  it('A13 is a table that was forgotten', () => {
    const { gates: _, ...without } = english;

    // @ts-expect-error -- gates are missing
    expect(without satisfies { readonly [T in TableName]: TableTexts<T> }).not.toHaveProperty('gates');
  });
});
