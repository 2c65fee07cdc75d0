// The declarations of the tables are consistent, and the check of records agrees with them.
import { fieldsSchema } from '@domain/schema/fields.ts';
import { plainField } from '@domain/tables/field.ts';
import { isSoundRecord, wrongField } from '@domain/tables/sound-record.ts';
import { type AnyRecord, declarationOf, fieldEntries, isTableName, orderFieldOf, tableNames } from '@domain/tables/tables.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldValues } from '../../support/arbitraries.ts';

const records = (table: typeof tableNames extends () => readonly (infer T)[] ? T : never) =>
  fc
    .record(Object.fromEntries(fieldEntries(table).map(([name, field]) => [name, fieldValues(field, null)])))
    .map((fields): AnyRecord => ({ id: 'some-id', ...fields }));

describe('tables', () => {
  it.each(tableNames())('A1 %s names its title and points only to tables there are', (table) => {
    const { title, fields } = declarationOf(table);
    const targets = Object.values(fields)
      .map((field) => plainField(field))
      .flatMap((field) => (field.kind === 'reference' ? [field.to] : []));

    expect(title === 'id' || title in fields).toBe(true);
    expect(targets.filter((target) => !isTableName(target))).toEqual([]);
  });

  it.each(tableNames())('A1 %s takes for the place among siblings a field of that kind, whatever its name', (table) => {
    const places = fieldEntries(table).filter(([, field]) => plainField(field).kind === 'order');

    expect(orderFieldOf(table)).toBe(places[0]?.[0] ?? null);
    expect(places.length).toBeLessThan(2);
  });

  it('B17 takes the order of a mission for a text', () => {
    expect([orderFieldOf('mission'), orderFieldOf('phases')]).toEqual([null, 'order']);
  });

  it.each(tableNames())('E1 %s lets no class point to a more private one', (table) => {
    const rank = { accompaniment: 0, desk: 1, vault: 2 } as const;
    const targets = Object.values(declarationOf(table).fields)
      .map((field) => plainField(field))
      .flatMap((field) => (field.kind === 'reference' && isTableName(field.to) ? [field.to] : []));

    expect(targets.filter((target) => rank[declarationOf(target).class] > rank[declarationOf(table).class])).toEqual([]);
  });

  it.each(tableNames())('A1 %s takes every record that its fields allow', (table) => {
    fc.assert(
      fc.property(records(table), (record) => {
        const { id: _, ...fields } = record;
        expect(wrongField(table, 'some-id', record)).toBeNull();
        expect(fieldsSchema(table).safeParse(fields).success).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it.each(tableNames())('A1 %s refuses a record with a field too many, too few, or of another kind', (table) => {
    fc.assert(
      fc.property(
        records(table),
        fc.constantFrom(...fieldEntries(table).map(([name]) => name)),
        fc.constantFrom([], {}, Number.NaN, 1.5, undefined, '\ud800'),
        (record, field, wrong) => {
          const { [field]: _, ...without } = record;
          expect(isSoundRecord(table, 'some-id', { ...record, extra: 1 })).toBe(false);
          expect(isSoundRecord(table, 'some-id', without)).toBe(false);
          expect(isSoundRecord(table, 'some-id', { ...record, [field]: wrong })).toBe(false);
          expect(isSoundRecord(table, 'other-id', record)).toBe(false);
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each(['__proto__', 'constructor', 'toString', '', 'A', '../x', 'x'.repeat(65)])('A1 refuses %j as the id of a record', (id) => {
    expect(isSoundRecord('privateNotes', id, { id, box: `s.${'A'.repeat(80)}` })).toBe(false);
  });
});
