// The empty value of each kind of field, for a record that is being created.
import { type PlainField, plainField } from './field.ts';
import { fieldEntries, type FieldValue, type TableName } from './tables.ts';

/**
 * The values of a new record before anybody fills it in. Fields that must be given (a date, a reference, an order) are absent.
 * @returns field → empty value
 */
export function blankFields(table: TableName): Readonly<Record<string, FieldValue>> {
  return Object.fromEntries(
    fieldEntries(table).flatMap(([name, field]) => {
      const value = field.kind === 'optional' ? null : blankValue(plainField(field));
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function blankValue(field: PlainField): FieldValue | undefined {
  switch (field.kind) {
    case 'text':
    case 'key':
    case 'picture':
    case 'given':
    case 'series':
      return '';
    case 'choice':
      return field.choices[0];
    case 'flag':
      return false;
    case 'minutes':
    case 'whole':
      return Math.max(field.min, 0);
    default:
      return undefined;
  }
}
