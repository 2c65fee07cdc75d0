// Turns the declared kinds of field into zod schemas, for the messages of the window.
import { z } from 'zod';
import type { Field } from '../tables/field.ts';
import { ID_FORM } from '../tables/forms.ts';
import { checkOf } from '../tables/sound-record.ts';
import { fieldEntries, type TableName } from '../tables/tables.ts';

/** The id of a record. */
export const recordId = z.string().regex(ID_FORM);

/** @returns the schema of one field's value: the same check as for files. */
export function fieldSchema(field: Field): z.ZodType {
  return z.custom(checkOf(field));
}

/** @returns the strict schema of the fields of `table`, without the id. */
export function fieldsSchema(table: TableName): z.ZodType {
  return z.strictObject(Object.fromEntries(fieldEntries(table).map(([name, field]) => [name, fieldSchema(field)])));
}
