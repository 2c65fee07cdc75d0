// A7: what a version changes in a record is pure, changes nothing more the second time, and names existing fields.
import type { Field } from '@domain/tables/field.ts';
import { checkOf } from '@domain/tables/sound-record.ts';
import type { Fields, Up } from '@domain/tables/table.ts';
import { declarationOf, fieldEntries, type FieldValue, tableNames } from '@domain/tables/tables.ts';
import { fieldsUp, recordUp } from '@domain/tables/up.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldValues } from '../../support/arbitraries.ts';

const grown = tableNames().filter((table) => (declarationOf(table).ups ?? []).length > 0);
const upsOf = (table: (typeof grown)[number]): readonly Up[] => declarationOf(table).ups ?? [];
const someFields = (table: (typeof grown)[number]) =>
  fc.record(
    Object.fromEntries(
      fieldEntries(table).map(([name, field]) => [name, fc.oneof(fieldValues(field, null), fc.constant<FieldValue>('a0'))]),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Fields>; // an omitted field does not exist

describe.each(grown)('what versions change in %s', (table) => {
  it('A7 stands in order, each version once, after the one that first had the table', () => {
    const versions = upsOf(table).map(({ to }) => to);

    expect(versions).toEqual([...new Set(versions)].toSorted((a, b) => a - b));
    expect(Math.min(...versions)).toBeGreaterThan(declarationOf(table).since ?? 1);
  });

  it('A7 adds what its fields can hold', () => {
    const { fields } = declarationOf(table);
    for (const { adds = {} } of upsOf(table))
      for (const [field, value] of Object.entries(adds)) expect([field, checkOf(fields[field] as Field)(value)]).toEqual([field, true]);
  });

  it('A7 done twice is done once, to whole records and to parts of them', () => {
    fc.assert(
      fc.property(someFields(table), fc.integer({ min: 1, max: 9 }), (fields, version) => {
        const before = JSON.stringify(fields);
        const whole = recordUp<Fields>(fields, upsOf(table), version);
        const part = fieldsUp(fields, upsOf(table), version);

        expect(recordUp<Fields>(whole, upsOf(table), version)).toEqual(whole);
        expect(fieldsUp(part, upsOf(table), version)).toEqual(part);
        expect(Object.keys(part)).toEqual(Object.keys(fields));
        expect(whole).toMatchObject(part);
        expect(JSON.stringify(fields)).toBe(before);
      }),
    );
  });
});

it('A7 goes version by version, from that of the record on', () => {
  const ups: readonly Up[] = [
    { to: 2, adds: { means: '' } },
    { to: 3, turns: ({ means }): Fields => (means === undefined ? {} : { means: `${String(means)}!` }) },
  ];

  expect([1, 2, 3].map((version) => recordUp<Fields>({ title: 'Une' }, ups, version))).toEqual([
    { title: 'Une', means: '!' },
    { title: 'Une' },
    { title: 'Une' },
  ]);
  expect(recordUp<Fields>({ means: 'x' }, ups, 1)).toEqual({ means: 'x!' });
  expect(fieldsUp({ title: 'Une' }, ups, 1)).toEqual({ title: 'Une' });
});

it('A7 keeps the very same record where nothing applies', () => {
  const record = { title: 'Une' };

  expect(recordUp(record, [{ to: 2, adds: { means: '' } }], 2)).toBe(record);
});
