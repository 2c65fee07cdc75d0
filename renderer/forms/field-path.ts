// How a form names a field: by its table and its name, as in `mandates.limit`. The path of an undeclared field does not compile.
import { type ChoiceField, type Field, type OptionalField, type PlainField, plainField, type ValueOf } from '@domain/tables/field.ts';
import { declarationOf, isTableName, type TableName, type TABLES } from '@domain/tables/tables.ts';

type Tables = typeof TABLES;

/** The path of any field of any table. */
export type FieldPath = { [T in TableName]: PathIn<T> }[TableName];
type PathIn<T extends TableName> = `${T}.${keyof Tables[T]['fields'] & string}`;
export type TableAt<P extends FieldPath> = P extends `${infer T extends TableName}.${string}` ? T : never;

export type FieldAt<P extends FieldPath> = P extends `${infer T extends TableName}.${infer F}` ? F & keyof Tables[T]['fields'] : never;

type DeclaredAt<P extends FieldPath> = P extends `${infer T extends TableName}.${infer F}`
  ? F extends keyof Tables[T]['fields']
    ? Tables[T]['fields'][F]
    : never
  : never;
type PlainAt<P extends FieldPath> = DeclaredAt<P> extends OptionalField<infer Inner> ? Inner : DeclaredAt<P>;
export type KindAt<P extends FieldPath> = PlainAt<P> extends { readonly kind: infer Kind } ? Kind : never;
export type ValueAt<P extends FieldPath> = ValueOf<DeclaredAt<P>>;
export type ChoiceAt<P extends FieldPath> = PlainAt<P> extends ChoiceField<infer Choice> ? Choice : never;

/** The kinds of field that users fill in; only main writes the others. */
export type FilledKind = 'text' | 'choice' | 'date' | 'clock' | 'flag' | 'reference' | 'minutes' | 'whole';
export type FilledField = Extract<PlainField, { readonly kind: FilledKind }>;
/** The paths of all fields of the given kinds. */
export type PathOf<Kind extends FilledKind> = { [P in FieldPath]: KindAt<P> extends Kind ? P : never }[FieldPath];
export type FilledPath = PathOf<FilledKind>;

type Place = { readonly table: TableName; readonly field: string; readonly declared: Field };

/** @returns the table, the name and the declaration of the field at a path */
export function fieldAt(path: FieldPath): Place {
  const [table = '', field = ''] = path.split('.');
  const declared = isTableName(table) ? declarationOf(table).fields[field] : undefined;
  if (!isTableName(table) || declared === undefined) throw new Error(`No field ${path} is declared.`);
  return { table, field, declared };
}

/** @returns the maximum length of a text field, in characters */
export function longestOf(path: PathOf<'text'>): number {
  const plain = plainField(fieldAt(path).declared);
  return plain.kind === 'text' ? plain.max : 0; // it is always a text, by the type of the path
}
