// A1, A7: the published schema, the frozen file of each version, and what this version writes agree.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileSchema } from '@domain/tables/json-schema.ts';
import { declarationOf, fieldEntries, isTableName, tableNames } from '@domain/tables/tables.ts';
import { expectOk } from '@domain/result.ts';
import { compareTexts } from '@domain/writing/sort.ts';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { FORMAT_VERSION } from '../../../main/files/envelope.ts';
import { parseProject } from '../../../main/files/parse-project.ts';

const FIXTURES = readdirSync('tests/fixtures')
  .filter((name) => name.endsWith('.tierce'))
  .toSorted(compareTexts);
const published: unknown = JSON.parse(readFileSync(`docs/schema/tierce-${FORMAT_VERSION}.schema.json`, 'utf8'));
const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(fileSchema(FORMAT_VERSION));

/** Table by table, the fields of its records in a version of the format, without those that the declarations say came later. */
function fieldsOfVersion(version: number): object {
  const tables = tableNames().filter((table) => (declarationOf(table).since ?? 1) <= version);
  return Object.fromEntries(
    tables.map((table) => {
      const later = (declarationOf(table).ups ?? []).filter(({ to }) => to > version).flatMap(({ adds }) => Object.keys(adds ?? {}));
      return [table, ['id', ...fieldEntries(table).map(([field]) => field)].filter((field) => !later.includes(field)).toSorted()];
    }),
  );
}

type Schema = { readonly properties?: Readonly<Record<string, Schema>>; readonly additionalProperties?: Schema | boolean };

/** The same, as a published schema says it. */
function fieldsIn(schema: object): object {
  const found = new Map<string, readonly string[]>();
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    const { properties = {} } = part as Schema;
    for (const [name, { additionalProperties, properties: rows }] of Object.entries(properties)) {
      const record = typeof additionalProperties === 'object' ? additionalProperties : rows?.['single'];
      if (isTableName(name) && record?.properties?.['id'] !== undefined) found.set(name, Object.keys(record.properties).toSorted());
    }
    Object.values(part).forEach(visit);
  };
  visit(schema);
  return Object.fromEntries(found);
}

describe('the file format', () => {
  it('A7 has a frozen file of each version there has been', () => {
    expect(FIXTURES).toEqual(Array.from({ length: FORMAT_VERSION }, (_, index) => `format-${index + 1}.tierce`));
  });

  it.each(FIXTURES)('A7 %s holds the tables and fields that the declarations give to its version: what is published is frozen', (name) => {
    const version = Number(/\d+/.exec(name)?.[0]);
    const schema = JSON.parse(readFileSync(`docs/schema/tierce-${version}.schema.json`, 'utf8')) as object;

    expect(fieldsIn(schema)).toEqual(fieldsOfVersion(version));
  });

  it.each(FIXTURES)('A7 opens %s', async (name) => {
    const project = expectOk(await parseProject(readFileSync(join('tests/fixtures', name)), { name }));

    expect(Object.keys(project.document.accompaniment.sessions).length).toBeGreaterThan(0);
  });

  it('A1 publishes the schema that the tables declare (npm run schema writes it)', () => {
    expect(published).toEqual(JSON.parse(JSON.stringify(fileSchema(FORMAT_VERSION))));
  });

  it.each(FIXTURES)('A15 the schema published for its version takes %s', (name) => {
    const version = /\d+/.exec(name)?.[0] ?? '';
    const ofVersion = JSON.parse(readFileSync(`docs/schema/tierce-${version}.schema.json`, 'utf8')) as object;

    expect(
      new Ajv2020({ strict: false, validateFormats: false }).compile(ofVersion)(
        JSON.parse(readFileSync(join('tests/fixtures', name), 'utf8')),
      ),
    ).toBe(true);
  });

  it('A1 the schema takes the example and names every table', () => {
    expect(validate(JSON.parse(readFileSync('resources/examples/offre-commune.tierce', 'utf8')))).toBe(true);
    for (const table of tableNames()) expect(JSON.stringify(published)).toContain(`"${table}"`);
  });

  it.each([
    ['a field too many', 'territory', 'elsewhere'],
    ['a number as text', '"minutes":210', '"minutes":"210"'],
  ])('A1 the schema refuses %s', (_what, from, to) => {
    const changed = readFileSync('resources/examples/offre-commune.tierce', 'utf8').replace(from, to);

    expect(validate(JSON.parse(changed))).toBe(false);
  });
});
