// The kinds of field that a record can hold, as plain data from which types, schemas, search and tests are derived.
import type { CalendarDate, ClockTime, Instant, Minutes } from '../units.ts';

export type TextField = { readonly kind: 'text'; readonly max: number; readonly required: boolean; readonly prose: boolean };
export type ChoiceField<C extends string = string> = { readonly kind: 'choice'; readonly choices: readonly C[] };
export type DateField = { readonly kind: 'date' };
export type ClockField = { readonly kind: 'clock' };
export type StampField = { readonly kind: 'stamp' };
export type MinutesField = { readonly kind: 'minutes'; readonly min: number; readonly max: number };
export type WholeField = { readonly kind: 'whole'; readonly min: number; readonly max: number };
export type FlagField = { readonly kind: 'flag' };
export type OrderField = { readonly kind: 'order' };
export type BoxField = { readonly kind: 'box' };
export type FingerprintField = { readonly kind: 'fingerprint' };
export type PictureField = { readonly kind: 'picture' };
export type GivenField = { readonly kind: 'given'; readonly within: 'file' | 'year' };
export type SeriesField = { readonly kind: 'series' };
export type KeyField = { readonly kind: 'key'; readonly max: number };
/** What happens to a record when the one it points to is removed. */
export type OnRemoval = 'remove-too' | 'forget' | 'refuse';
export type ReferenceField = { readonly kind: 'reference'; readonly to: string; readonly onRemoval: OnRemoval };

export type PlainField =
  | TextField
  | ChoiceField
  | DateField
  | ClockField
  | StampField
  | MinutesField
  | WholeField
  | FlagField
  | OrderField
  | BoxField
  | FingerprintField
  | PictureField
  | KeyField
  | GivenField
  | SeriesField
  | ReferenceField;
export type OptionalField<F extends PlainField = PlainField> = { readonly kind: 'optional'; readonly of: F };
export type Field = PlainField | OptionalField;

/** The value that a field of this kind holds in a record. */
export type ValueOf<F> = F extends OptionalField<infer Inner> ? PlainValueOf<Inner> | null : PlainValueOf<F>;
type PlainValueOf<F> =
  F extends ChoiceField<infer C>
    ? C
    : F extends { kind: 'date' }
      ? CalendarDate
      : F extends { kind: 'clock' }
        ? ClockTime
        : F extends { kind: 'stamp' }
          ? Instant
          : F extends { kind: 'minutes' }
            ? Minutes
            : F extends { kind: 'whole' }
              ? number
              : F extends { kind: 'flag' }
                ? boolean
                : string;

/** Longest running text of one field, in characters: about 100 pages, so that pasting a whole report is possible. */
export const LONGEST_PROSE = 200_000;

/** One line of text; empty is allowed. @param max characters */
export function text(max = 300): TextField {
  return { kind: 'text', max, required: false, prose: false };
}

/** One line of text that may not be blank. @param max characters */
export function name(max = 300): TextField {
  return { kind: 'text', max, required: true, prose: false };
}

/** Running text over several lines. */
export function prose(): TextField {
  return { kind: 'text', max: LONGEST_PROSE, required: false, prose: true };
}

/** One of a closed list of words. */
export function choice<const C extends string>(...choices: readonly C[]): ChoiceField<C> {
  return { kind: 'choice', choices };
}

/** A calendar date. */
export function date(): DateField {
  return { kind: 'date' };
}

/** A clock time. */
export function clock(): ClockField {
  return { kind: 'clock' };
}

/** The instant at which the record was entered; commands write it, nobody types it. */
export function stamp(): StampField {
  return { kind: 'stamp' };
}

/** Whole minutes between `min` and `max`, both allowed. */
export function minutesBetween(min: number, max: number): MinutesField {
  return { kind: 'minutes', min, max };
}

/** A whole number between `min` and `max`, both allowed. */
export function whole(min: number, max: number): WholeField {
  return { kind: 'whole', min, max };
}

/** Yes or no. */
export function flag(): FlagField {
  return { kind: 'flag' };
}

/** Place among the siblings: a fractional index, compared as plain text. */
export function order(): OrderField {
  return { kind: 'order' };
}

/** Private matter under the key of the vault: opaque to everything but the vault. */
export function box(): BoxField {
  return { kind: 'box' };
}

/** The SHA-256 of an attached content, in hexadecimal; main writes it, nobody types it. */
export function fingerprint(): FingerprintField {
  return { kind: 'fingerprint' };
}

/** A small picture, a PNG in Base64; empty where there is none. Main checks it before a record holds it. */
export function picture(): PictureField {
  return { kind: 'picture' };
}

/** A mark that main or a command writes and nobody types: the name of an entry of the method, the SHA-256 of a document. @param max characters */
export function key(max: number): KeyField {
  return { kind: 'key', max };
}

/** A number that is given once and stays: within the file "12", within a year "2026-07"; empty until it is given. See `numbering.ts`. */
export function given(within: GivenField['within']): GivenField {
  return { kind: 'given', within };
}

/** The highest number of each series whose record is gone, so that none is given twice. See `numbering.ts`. */
export function series(): SeriesField {
  return { kind: 'series' };
}

/** The id of a record of another table of the same file. */
export function reference(to: string, onRemoval: OnRemoval): ReferenceField {
  return { kind: 'reference', to, onRemoval };
}

/** The same field, which may also hold nothing (`null`). */
export function optional<F extends PlainField>(of: F): OptionalField<F> {
  return { kind: 'optional', of };
}

/** @returns the field itself, without its being optional. */
export function plainField(field: Field): PlainField {
  return field.kind === 'optional' ? field.of : field;
}

/** @returns whether main alone writes the field: the window never sends it, and to a reader it means nothing. */
export function isMadeByMain(field: Field): boolean {
  return MADE_BY_MAIN.includes(plainField(field).kind);
}

/** @returns whether the field keeps numbers that are given by the way, as others need them: nobody changes it on purpose */
export function isNumbering(field: Field): boolean {
  return field.kind === 'given' || field.kind === 'series';
}

const MADE_BY_MAIN: readonly PlainField['kind'][] = ['stamp', 'order', 'box', 'fingerprint', 'picture', 'key', 'given', 'series'];
