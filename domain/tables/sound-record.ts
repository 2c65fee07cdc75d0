// Tells whether data is a record of its table: one check per kind of field, fast enough for files of thousands of records.
import { type Field, plainField, type PlainField } from './field.ts';
import { type AnyRecord, fieldEntries, type TableName, tableNames } from './tables.ts';
import { isCalendarDate, isClockTime, isInstant } from '../units.ts';
import {
  BOX_FORM,
  FINGERPRINT_FORM,
  GIVEN_FORMS,
  ID_FORM,
  isWellFormed,
  LONGEST_PICTURE,
  LONGEST_SERIES,
  ORDER_FORM,
  PICTURE_FORM,
  SERIES_FORM,
} from './forms.ts';
import { isOneLine } from '../writing/clean.ts';

type Check = (value: unknown) => boolean;

/** @returns whether `record` has exactly the fields that its table declares, each of its kind, and the id under which it is kept. */
export function isSoundRecord(table: TableName, id: string, record: unknown): record is AnyRecord {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return false;
  const fields = record as Readonly<Record<string, unknown>>;
  const checks = CHECKS.get(table) ?? [];
  if (fields['id'] !== id || !ID_FORM.test(id) || Object.keys(fields).length !== checks.length + 1) return false;
  return checks.every(([name, check]) => Object.hasOwn(fields, name) && check(fields[name]));
}

/** @returns the name of the first field that is wrong, or `null` when the record is sound. */
export function wrongField(table: TableName, id: string, record: AnyRecord): string | null {
  if (isSoundRecord(table, id, record)) return null;
  const wrong = (CHECKS.get(table) ?? []).find(([name, check]) => !Object.hasOwn(record, name) || !check(record[name]));
  return wrong?.[0] ?? 'id';
}

const CHECKS = new Map(tableNames().map((table) => [table, fieldEntries(table).map(([name, field]) => [name, checkOf(field)] as const)]));

/** @returns a function that tells whether a value is one that the field may hold. */
export function checkOf(field: Field): Check {
  const check = plainCheck(plainField(field));
  return field.kind === 'optional' ? (value) => value === null || check(value) : check;
}

function plainCheck(field: PlainField): Check {
  switch (field.kind) {
    case 'text':
      return (value) => isTextUpTo(field.max, value) && (field.prose || isOneLine(value)) && (!field.required || value.trim() !== '');
    case 'key':
      return (value) => isTextUpTo(field.max, value) && isOneLine(value);
    case 'choice':
      return (value) => field.choices.some((choice) => choice === value);
    case 'date':
      return (value) => typeof value === 'string' && isCalendarDate(value);
    case 'clock':
      return (value) => typeof value === 'string' && isClockTime(value);
    case 'stamp':
      return (value) => typeof value === 'string' && isInstant(value);
    case 'minutes':
    case 'whole':
      return (value) => Number.isSafeInteger(value) && Number(value) >= field.min && Number(value) <= field.max;
    case 'flag':
      return (value) => typeof value === 'boolean';
    case 'order':
      return (value) => typeof value === 'string' && ORDER_FORM.test(value);
    case 'box':
      return (value) => typeof value === 'string' && BOX_FORM.test(value);
    case 'fingerprint':
      return (value) => typeof value === 'string' && FINGERPRINT_FORM.test(value);
    case 'picture':
      return (value) => typeof value === 'string' && value.length <= LONGEST_PICTURE && PICTURE_FORM.test(value);
    case 'given':
      return (value) => typeof value === 'string' && GIVEN_FORMS[field.within].test(value);
    case 'series':
      return (value) => isTextUpTo(LONGEST_SERIES, value) && SERIES_FORM.test(value);
    case 'reference':
      return (value) => typeof value === 'string' && ID_FORM.test(value);
  }
}

function isTextUpTo(max: number, value: unknown): value is string {
  return typeof value === 'string' && value.length <= max && isWellFormed(value);
}
