// A13: every field that the history can tell has a name in each language.
import { declarationOf, fieldEntries, tablesOfKind } from '@domain/tables/tables.ts';
import { catalogueOf } from '@domain/text/catalogue.ts';
import { LOCALES } from '@domain/text/locale.ts';
import { expect, it } from 'vitest';

it.each(LOCALES)('A13 I5 names every field of every shareable table in %s', (locale) => {
  const names: Readonly<Record<string, string>> = catalogueOf(locale).fields;
  const tables = tablesOfKind('accompaniment').filter((table) => declarationOf(table).class === 'accompaniment');

  expect(
    tables.flatMap((table) => fieldEntries(table).flatMap(([field]) => ((names[field] ?? '') === '' ? [`${table}.${field}`] : []))),
  ).toEqual([]);
});
