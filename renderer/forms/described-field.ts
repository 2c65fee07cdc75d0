// What a form knows about a field from its declaration and the words of its table: label, choices, whether it is required.
import { type Field, type PlainField, plainField } from '@domain/tables/field.ts';
import type { FieldValue, TableName } from '@domain/tables/tables.ts';
import type { Catalogue } from '@domain/text/fr.ts';
import type { Option } from '../kit/Select.tsx';
import { fieldAt, type FieldPath, type FilledField, type FilledKind, type FilledPath } from './field-path.ts';

export type Described<Kind extends FilledKind = FilledKind> = {
  readonly table: TableName;
  readonly field: string;
  readonly label: string;
  readonly plain: Extract<FilledField, { readonly kind: Kind }>;
  /** Whether the field may be empty; its value is then `null`. */
  readonly isOptional: boolean;
  /** The choices in the declared order, with their labels; empty for any other kind of field. */
  readonly choices: readonly Option[];
};

/** @returns the description of a field, for a form */
export function describedField(path: FilledPath, texts: Catalogue): Described {
  const { table, field, declared } = fieldAt(path);
  const plain = plainField(declared) as FilledField; // guaranteed by the type of the path
  return { table, field, label: fieldName(path, texts), plain, isOptional: declared.kind === 'optional', choices: optionsOf(path, texts) };
}

/** @returns the label of a field */
export function fieldName(path: FieldPath, texts: Catalogue): string {
  const { table, field } = fieldAt(path);
  const names: Readonly<Record<string, string>> = texts.tables[table].fields;
  return names[field] ?? field; // the types guarantee a name
}

function optionsOf(path: FilledPath, texts: Catalogue): readonly Option[] {
  const { table, field, declared } = fieldAt(path);
  const plain = plainField(declared);
  const lists: Readonly<Record<string, Readonly<Record<string, string>>>> = texts.tables[table].choices;
  return plain.kind === 'choice' ? plain.choices.map((id) => ({ id, label: lists[field]?.[id] ?? id })) : []; // the types guarantee a label
}

/** @returns whether a field is required but empty, or holds a figure that cannot be read */
export function isMissing(declared: Field, value: FieldValue | undefined): boolean {
  if (Number.isNaN(value)) return true; // a figure that cannot be read
  if (declared.kind === 'optional') return false;
  if (declared.kind === 'text') return declared.required && String(value ?? '').trim() === '';
  return value === null || value === undefined;
}

/** @returns the message for an empty required field of this kind */
export function missingWords({ kind }: PlainField, { shell }: Catalogue): string {
  if (kind === 'text' || kind === 'date' || kind === 'clock' || kind === 'minutes' || kind === 'whole') return shell.missing[kind];
  return shell.missing.choice;
}
