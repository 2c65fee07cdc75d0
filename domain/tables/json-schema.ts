// The JSON Schema of the file format, from the declarations of the tables: for other programs, and for whoever reads a file by hand.
import type { Field, PlainField } from './field.ts';
import { GIVEN_FORMS, LONGEST_PICTURE, LONGEST_SERIES, PICTURE_FORM, SERIES_FORM } from './forms.ts';
import type { Confidentiality, FileKind } from './table.ts';
import { declarationOf, fieldEntries, type TableName, tablesOfKind } from './tables.ts';

type Schema = { readonly [keyword: string]: unknown };

const ID = { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{2,63}$' } as const;
const FINGERPRINT = { type: 'string', pattern: '^[0-9a-f]{64}$' } as const;
const DATE = { type: 'string', format: 'date', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const;

/** @returns the schema of a plain file of the given version; in a sealed file the sections are ciphertext instead. */
export function fileSchema(version: number): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `Tierce file, version ${version}`,
    oneOf: [kindSchema('accompaniment', version), kindSchema('person', version)],
  };
}

function kindSchema(kind: FileKind, version: number): Schema {
  const fileId = { type: 'string', pattern: '^[a-z0-9-]{8,64}$' };
  return strict({
    format: { const: 'tierce' },
    formatVersion: { const: version },
    kind: { const: kind },
    fileId,
    copyOf: { anyOf: [fileId, { type: 'null' }] },
    revision: { type: 'integer', minimum: 0 },
    savedBy: { type: 'string', maxLength: 300 },
    savedAt: { type: 'string', format: 'date-time' },
    keys: strict({ file: { type: ['object', 'null'] }, vault: { type: ['object', 'null'] } }),
    accompaniment: sectionSchema(kind, 'accompaniment'),
    desk: sectionSchema(kind, 'desk'),
    vault: sectionSchema(kind, 'vault'),
    history: historySchema(kind),
    attachments: {
      type: 'object',
      propertyNames: FINGERPRINT,
      additionalProperties: strict({ bytes: { type: 'integer', minimum: 0 }, data: { type: 'string', contentEncoding: 'base64' } }),
    },
    digest: FINGERPRINT,
  });
}

/** One record as one step changed it: the fields that differ. */
function historySchema(kind: FileKind): Schema {
  const tables = tablesOfKind(kind).filter((table) => declarationOf(table).class === 'accompaniment');
  if (tables.length === 0) return { type: 'array', maxItems: 0 };
  const fields = { type: ['object', 'null'], additionalProperties: { type: ['string', 'number', 'boolean', 'null'] } };
  const entry = strict({
    at: { type: 'string', format: 'date-time' },
    by: { type: 'string' },
    kind: { enum: ['do', 'undo', 'redo'] },
    command: { type: 'string' },
    table: { enum: tables },
    id: ID,
    before: fields,
    after: fields,
  });
  return { type: 'array', items: entry };
}

function sectionSchema(kind: FileKind, section: Confidentiality): Schema {
  const tables = tablesOfKind(kind).filter((table) => declarationOf(table).class === section);
  return strict(
    Object.fromEntries(tables.map((table) => [table, { type: 'object', propertyNames: ID, additionalProperties: recordSchema(table) }])),
  );
}

function recordSchema(table: TableName): Schema {
  return strict({ id: ID, ...Object.fromEntries(fieldEntries(table).map(([name, field]) => [name, fieldSchema(field)])) });
}

function fieldSchema(field: Field): Schema {
  return field.kind === 'optional' ? { anyOf: [plainSchema(field.of), { type: 'null' }] } : plainSchema(field);
}

function plainSchema(field: PlainField): Schema {
  switch (field.kind) {
    case 'text':
      return { type: 'string', maxLength: field.max, ...(field.required ? { pattern: '\\S' } : {}) };
    case 'key':
      return { type: 'string', maxLength: field.max };
    case 'choice':
      return { enum: field.choices };
    case 'date':
      return DATE;
    case 'clock':
      return { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' };
    case 'stamp':
      return { type: 'string', format: 'date-time' };
    case 'minutes':
      return { type: 'integer', minimum: field.min, maximum: field.max, description: 'minutes' };
    case 'whole':
      return { type: 'integer', minimum: field.min, maximum: field.max };
    case 'flag':
      return { type: 'boolean' };
    case 'order':
      return { type: 'string', pattern: '^[A-Za-z][0-9A-Za-z]{0,255}$', description: 'fractional index, compared as text' };
    case 'box':
      return { type: 'string', pattern: '^[sij]\\.[A-Za-z0-9+/]+={0,2}$', description: 'sealed: see docs/file-format.md' };
    case 'fingerprint':
      return FINGERPRINT;
    case 'picture':
      return { type: 'string', maxLength: LONGEST_PICTURE, pattern: PICTURE_FORM.source, description: 'PNG in Base64; may be empty' };
    case 'given':
      return { type: 'string', pattern: GIVEN_FORMS[field.within].source, description: 'number given once; empty until it is given' };
    case 'series':
      return { type: 'string', maxLength: LONGEST_SERIES, pattern: SERIES_FORM.source, description: 'highest number given, by series' };
    case 'reference':
      return { ...ID, description: `id of a record of ${field.to}` };
  }
}

function strict(properties: Readonly<Record<string, unknown>>): Schema {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}
