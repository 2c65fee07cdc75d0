// The values of a record while its form is open: the initial values, those to send, and those still missing.
import type { FieldValues } from '@domain/commands/command.ts';
import type { Failure } from '@domain/failures.ts';
import { blankFields } from '@domain/tables/blank.ts';
import { type Field, isMadeByMain, plainField, type ValueOf } from '@domain/tables/field.ts';
import { fieldEntries, type FieldValue, type TableName, type TABLES } from '@domain/tables/tables.ts';
import { isMissing } from './described-field.ts';

type Fields<T extends TableName> = (typeof TABLES)[T]['fields'];

/** A record that is being filled in: required values may still be `null`. */
export type FormValues<T extends TableName> = {
  readonly [F in keyof Fields<T> as KindOf<Fields<T>[F]> extends MadeByMain ? never : F]: FormValue<Fields<T>[F]>;
};
type KindOf<F> = F extends { readonly kind: infer Kind } ? Kind : never;
type MadeByMain = 'stamp' | 'order' | 'box' | 'fingerprint' | 'picture' | 'key' | 'given' | 'series';
type FormValue<F> = KindOf<F> extends 'text' | 'choice' | 'flag' ? ValueOf<F> : ValueOf<F> | null;
type Loose = Readonly<Record<string, FieldValue>>;

/** @returns the initial values: those of `record`, or for a new record those in `start`, with all others blank */
export function firstValues<T extends TableName>(table: T, record: Loose | null, start: Partial<FormValues<T>>): FormValues<T> {
  const from: Loose = record ?? { ...blankFields(table), ...start };
  // There is one value for each field of the form.
  return Object.fromEntries(filledEntries(table).map(([field]) => [field, from[field] ?? null])) as FormValues<T>;
}

/** @returns the fields to send, with single-line texts trimmed; for an existing record, only those that were changed in the form */
export function fieldsToSend(table: TableName, values: Loose, before: Loose | null): FieldValues {
  const sent = filledEntries(table).flatMap(([field, declared]): readonly (readonly [string, FieldValue])[] => {
    const value = trimmed(declared, values[field] ?? null);
    if (before === null) return value === null && declared.kind !== 'optional' ? [] : [[field, value]];
    return values[field] === before[field] || value === before[field] ? [] : [[field, value]];
  });
  return Object.fromEntries(sent);
}

/** @returns the visible fields that are required but empty, or that cannot be read */
export function missingFields(table: TableName, values: Loose, shown: ReadonlySet<string>): ReadonlySet<string> {
  const missing = filledEntries(table).filter(([field, declared]) => shown.has(field) && isMissing(declared, values[field]));
  return new Set(missing.map(([field]) => field));
}

/** @returns the visible field that a failure is about; `null` if there is none */
export function refusedField(failure: Failure, table: TableName, shown: ReadonlySet<string>): string | null {
  const isOfField = failure.code === 'record-invalid' || failure.code === 'reference-missing';
  return isOfField && failure.table === table && shown.has(failure.field) ? failure.field : null;
}

function filledEntries(table: TableName): readonly (readonly [string, Field])[] {
  return fieldEntries(table).filter(([, declared]) => !isMadeByMain(declared));
}

function trimmed(declared: Field, value: FieldValue): FieldValue {
  const plain = plainField(declared);
  return plain.kind === 'text' && !plain.prose && typeof value === 'string' ? value.trim() : value;
}
