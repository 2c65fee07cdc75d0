// `npm run schema`: writes the JSON Schema of the file format from the declarations of the tables.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { fileSchema } from '../domain/tables/json-schema.ts';
import { FORMAT_VERSION } from '../main/files/envelope.ts';

writeFileSync(
  fileURLToPath(new URL(`../docs/schema/tierce-${FORMAT_VERSION}.schema.json`, import.meta.url)),
  `${JSON.stringify(fileSchema(FORMAT_VERSION), null, 2)}\n`,
);
