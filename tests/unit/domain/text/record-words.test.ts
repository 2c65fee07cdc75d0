// A13: the values of records are put into words, whatever their table and field.
import { emptyDocument } from '@domain/document.ts';
import { isMadeByMain, plainField } from '@domain/tables/field.ts';
import { fieldEntries, tableNames } from '@domain/tables/tables.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { LOCALES, type Locale } from '@domain/text/locale.ts';
import { calendarDate } from '@domain/units.ts';
import { toldFieldsOf, valueInWords } from '@domain/text/record-words.ts';
import { describe, expect, it } from 'vitest';

const { accompaniment } = emptyDocument('accompaniment');
const wordsIn = (locale: Locale) => ({ texts: catalogueOf(locale), locale, accompaniment });

it('A13 tells the act of a gate in words', () => {
  const told = LOCALES.map((locale) => ['passed', 'reopened'].map((act) => valueInWords('gates', 'act', act, wordsIn(locale))));

  expect(told).toEqual([
    ['validé', 'rouvert'],
    ['passed', 'reopened'],
  ]);
});

it.each(LOCALES)('A13 tells no choice of any table by its name in the file (%s)', (locale) => {
  const all = tableNames().flatMap((table) =>
    fieldEntries(table).flatMap(([field, declared]) => {
      const plain = plainField(declared);
      return plain.kind === 'choice' ? plain.choices.map((value) => ({ table, field, value })) : [];
    }),
  );
  const lists: (table: (typeof all)[number]['table']) => Readonly<Record<string, Readonly<Record<string, string>>>> = (table) =>
    catalogueOf(locale).tables[table].choices;

  expect(all.length).toBeGreaterThan(60);
  for (const { table, field, value } of all)
    expect(valueInWords(table, field, value, wordsIn(locale)), `${table}.${field}`).toBe(lists(table)[field]?.[value]);
});

it.each(['of-a-newer-version', 'constructor', 'toString'])('A13 leaves %s, which is no choice, as it stands', (value) => {
  expect(valueInWords('gates', 'act', value, wordsIn('fr'))).toBe(value);
});

describe('fields that mean nothing to a reader', () => {
  it.each(tableNames())('A13 are not told: %s', (table) => {
    const told = toldFieldsOf(table, catalogueOf('fr')).map(({ field }) => field);

    expect(told).toEqual(fieldEntries(table).flatMap(([field, declared]) => (isMadeByMain(declared) ? [] : [field])));
  });

  it('B17 is told: the order of the mission, which is a text; the place of a phase and its entry of the method are not', () => {
    const names = (table: 'mission' | 'phases') => toldFieldsOf(table, catalogueOf('fr')).map(({ field }) => field);

    expect(names('mission')).toContain('order');
    expect(names('phases')).not.toContain('order');
    expect(names('phases')).not.toContain('methodKey');
  });
});

it.each(LOCALES)('A6 A13 calls a step by what its record is called (%s)', (locale) => {
  const { stepName, tables } = catalogueOf(locale);

  for (const table of tableNames()) expect(stepName({ command: 'record.create', table, title: '' })).toContain(tables[table].one);
  expect(stepName({ command: 'record.create', table: 'toString', title: '' })).toMatch(/élément|item/);
  expect(stepName({ command: 'record.create', table: null, title: '' })).toMatch(/élément|item/);
});

it('I7 F2 undoing an entry of time names its length, in days of its contract or in hours, and its day', () => {
  const label = { command: 'record.create', table: 'timeEntries', title: 'Réalisation' };
  const date = calendarDate('2026-05-19');
  const { stepName: french } = catalogueOf('fr');
  const { stepName: english } = catalogueOf('en');

  expect(french({ ...label, time: { minutes: 105, minutesPerDay: 420, date } })).toBe('ajout, temps passé 0,25\u00a0j du 19 mai');
  expect(french({ ...label, time: { minutes: 90, minutesPerDay: null, date } })).toBe('ajout, temps passé 1\u00a0h\u00a030 du 19 mai');
  expect(english({ ...label, time: { minutes: 105, minutesPerDay: 420, date } })).toContain('0.25');
  expect(french(label)).toBe('ajout, temps passé «\u202fRéalisation\u202f»');
});
