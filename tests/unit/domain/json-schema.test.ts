// A1: the schema that other programs read files by is the published one.
import { fileSchema } from '@domain/tables/json-schema.ts';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { FORMAT_VERSION } from '../../../main/files/envelope.ts';

it('A1 A15 the tables declare what is published of the format, field by field (npm run schema writes it)', () => {
  const published: unknown = JSON.parse(readFileSync(`docs/schema/tierce-${FORMAT_VERSION}.schema.json`, 'utf8'));

  expect(JSON.parse(JSON.stringify(fileSchema(FORMAT_VERSION)))).toEqual(published);
});
