// The words that a table needs, derived from its declaration: a word too many or too few does not compile.
import type { ChoiceField, Field, OptionalField } from '../tables/field.ts';
import type { TableName, TABLES } from '../tables/tables.ts';
import type { Catalogue } from './fr.ts';

/** What one table says of its records in one language. */
export type TableTexts<T extends TableName> = TextsOfFields<(typeof TABLES)[T]['fields']> &
  LateTextsOf<(typeof TABLES)[T]['late'][number]['as']>;

/** Why a record is late, beside what it is called; and on Home in one sentence, with what to do about it. */
export type LateWords = { readonly why: (date: string) => string; readonly first: (title: string, days: string) => string };
/** Words for each reason that the table declares; none where its records are never late. */
type LateTextsOf<Reason extends string> = [Reason] extends [never] ? unknown : { readonly late: { readonly [R in Reason]: LateWords } };

/** What the screen of a register says around its records; its table's words hold it under `register`. */
export type RegisterWords = {
  /** What the register is for, and where that comes from. */
  readonly about: string;
  readonly emptyTitle: string;
  readonly add: string;
  readonly keep: string;
  readonly remove: string;
  readonly removed: (title: string) => string;
  readonly moreOf: (title: string) => string;
};

/** @returns the words of a register; a table without them has none, and no such screen */
export function registerWordsOf(table: TableName, { tables }: Pick<Catalogue, 'tables'>): RegisterWords {
  const words: { readonly one: string; readonly register?: RegisterWords } = tables[table];
  if (words.register === undefined) throw new Error(`${table} is no register`);
  return words.register;
}

/** The words of a table with these fields. */
export type TextsOfFields<Fields extends Readonly<Record<string, Field>>> = {
  /** What one record is called within a sentence. */
  readonly one: string;
  /** What its records are called as a heading. */
  readonly many: string;
  /** What each field is called where it stands alone. */
  readonly fields: { readonly [F in keyof Fields]: string };
  /** What each value of a closed list is called, by the field that chooses it. */
  readonly choices: ChoicesIn<Fields>;
};

type ChoicesIn<Fields> = [Chosen<Fields>] extends [never]
  ? { readonly [field: string]: never } // an empty object type would take any word
  : { readonly [F in Chosen<Fields>]: { readonly [C in ChoiceOf<Fields[F]>]: string } };

/** The fields that choose from a closed list. */
type Chosen<Fields> = { [F in keyof Fields]: [ChoiceOf<Fields[F]>] extends [never] ? never : F }[keyof Fields];

type ChoiceOf<F> = F extends OptionalField<infer Inner> ? ChoiceOf<Inner> : F extends ChoiceField<infer C> ? C : never;
