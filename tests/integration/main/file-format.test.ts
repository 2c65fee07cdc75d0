// A1, A7: the published schema, the frozen file of each version, and what this version writes agree.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileSchema } from '@domain/tables/json-schema.ts';
import { tableNames } from '@domain/tables/tables.ts';
import { expectOk } from '@domain/result.ts';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { FORMAT_VERSION } from '../../../main/files/envelope.ts';
import { MIGRATIONS } from '../../../main/files/migrations.ts';
import { parseProject } from '../../../main/files/parse-project.ts';

const FIXTURES = readdirSync('tests/fixtures').filter((name) => name.endsWith('.tierce'));
const published: unknown = JSON.parse(readFileSync(`docs/schema/tierce-${FORMAT_VERSION}.schema.json`, 'utf8'));
const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(fileSchema(FORMAT_VERSION));

describe('the file format', () => {
  it('A7 has a frozen file of each version there has been', () => {
    expect(FIXTURES).toEqual(Array.from({ length: FORMAT_VERSION }, (_, index) => `format-${index + 1}.tierce`));
    expect(MIGRATIONS.map((migration) => migration.from)).toEqual(Array.from({ length: FORMAT_VERSION - 1 }, (_, index) => index + 1));
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
