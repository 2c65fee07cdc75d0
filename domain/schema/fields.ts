// Turns the declared kinds of field into zod schemas: the strict form of every record.
import { z } from 'zod';
import { type Field, type PlainField, plainField } from '../tables/field.ts';
import { fieldEntries, type TableName, tableNames } from '../tables/tables.ts';
import { isCalendarDate, isClockTime, isInstant } from '../units.ts';

/** Ids are made by main: random, without meaning, safe as a key of an object. */
export const recordId = z.string().regex(/^[a-z0-9][a-z0-9-]{2,63}$/).refine((id) => id !== 'constructor', 'reserved');
const orderKey = z.string().regex(/^[A-Za-z][0-9A-Za-z]{0,255}$/);
/** Base64 of a sealed box, with the letter of its form. */
const boxText = z.string().regex(/^[si]\.[A-Za-z0-9+/=.]{16,400000}$/);

/** @returns the schema of one field's value. */
export function fieldSchema(field: Field): z.ZodType {
  const schema = plainSchema(plainField(field));
  return field.kind === 'optional' ? schema.nullable() : schema;
}

function plainSchema(field: PlainField): z.ZodType {
  switch (field.kind) {
    case 'text':
      return textSchema(field.max, field.required, field.prose);
    case 'choice':
      return z.enum(field.choices);
    case 'date':
      return z.string().refine(isCalendarDate, 'no such date');
    case 'clock':
      return z.string().refine(isClockTime, 'no such time');
    case 'stamp':
      return z.string().refine(isInstant, 'no such instant');
    case 'minutes':
    case 'whole':
      return z.int().min(field.min).max(field.max);
    case 'flag':
      return z.boolean();
    case 'order':
      return orderKey;
    case 'box':
      return boxText;
    case 'reference':
      return recordId;
  }
}

/** A lone surrogate would not survive being written as UTF-8, so it never enters. */
function textSchema(max: number, isRequired: boolean, isProse: boolean): z.ZodType {
  const text = z.string().max(max).refine((value) => !/\p{Surrogate}/u.test(value), 'broken characters');
  const lines = isProse ? text : text.refine((value) => !/[\r\n\u2028\u2029]/.test(value), 'one line only');
  return isRequired ? lines.refine((value) => value.trim() !== '', 'blank') : lines;
}

const RECORD_SCHEMAS = new Map<TableName, z.ZodType>(
  tableNames().map((table) => [
    table,
    z.strictObject({ id: recordId, ...Object.fromEntries(fieldEntries(table).map(([name, field]) => [name, fieldSchema(field)])) }),
  ]),
);

/** @returns the strict schema of a whole record of `table`. */
export function recordSchema(table: TableName): z.ZodType {
  const schema = RECORD_SCHEMAS.get(table);
  if (schema === undefined) throw new Error(`No schema for ${table}`);
  return schema;
}

/** @returns the name of the first field that is wrong, or `null` when the record is sound. */
export function wrongField(table: TableName, record: unknown): string | null {
  const parsed = recordSchema(table).safeParse(record);
  return parsed.success ? null : String(parsed.error.issues[0]?.path[0] ?? 'record');
}
