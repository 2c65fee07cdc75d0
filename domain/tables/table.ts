// What one table declares: to which file and class it belongs, who may edit it, how it is called, where it is shown, and when it is late.
import type { Field, OptionalField } from './field.ts';
import type { Place } from './place.ts';

/** The two kinds of file: one accompaniment, or one accompanist. */
export type FileKind = 'accompaniment' | 'person';
/** accompaniment: may leave this machine; desk: the accompanist's own working data; vault: sealed. */
export type Confidentiality = 'accompaniment' | 'desk' | 'vault';

/** Values of some fields of a record. */
export type Fields = Readonly<Record<string, string | number | boolean | null>>;
/** A record fits when it holds all of these. */
export type Match = Fields;
/** A record is late from the day after the date in `by` on, while it fits `while`, unless the one that a field of it points to fits `unless`. */
export type LateRule = {
  /** Names the reason, in words of `TableTexts`. */
  readonly as: string;
  readonly by: string;
  readonly while: Match;
  readonly unless?: Readonly<Record<string, Match>>;
};

/** What a version of the format changes in the records of a table. A version that has been published never changes. */
export type Up = {
  /** The version that this leads to. */
  readonly to: number;
  /** Fields that a whole record gets if it lacks them. */
  readonly adds?: Fields;
  /** The fields that change, of those that are given: all of a record, or the few that an entry of the history holds. Pure, and done twice it changes nothing more. */
  readonly turns?: (fields: Fields) => Fields;
};

/**
 * Who may read the records of a table, or some of their fields: those of the level in `by`; where that is empty or there is none, of the
 * level of the record that `from` points to; without that, of the level agreed for the mission. Records without a rule have the level of
 * the record under which they are shown. `isNeverWider`: what tells of the record that `from` points to is for its readers at most.
 */
export type LevelRule = {
  readonly by?: string;
  readonly from?: string;
  readonly over?: readonly string[];
  readonly isNeverWider?: true;
};

export type TableDeclaration = {
  readonly kind: FileKind;
  readonly class: Confidentiality;
  /** free: the window may create, change and remove; single: exactly one, only changed; attached: made by main alone, then changed and removed; acts: only by commands of its own. */
  readonly edits: 'free' | 'single' | 'attached' | 'acts';
  /** The field that names a record of it in a sentence. */
  readonly title: string;
  /** The field of which the value names a record without a name, by its word. */
  readonly elseNamedBy?: string;
  /** The date field that says of which day a record is; `null` where it is of none. */
  readonly day: string | null;
  readonly place: Place;
  /** Empty where a record is never late. */
  readonly late: readonly LateRule[];
  /** Pairs of dates, of which the second is never before the first. */
  readonly periods?: readonly (readonly [from: string, to: string])[];
  /** Who may read what of it: at most one rule for whole records, and others `over` some of their fields, which can be empty. */
  readonly levels?: readonly LevelRule[];
  /** The columns of its own sheet in the workbook; none where it has no sheet, or one that is laid out by hand. */
  readonly columns?: readonly string[];
  /** The version of the format that first had the table; the first one if it does not say. */
  readonly since?: number;
  /** What later versions change in its records, in order. */
  readonly ups?: readonly Up[];
  readonly fields: Readonly<Record<string, Field>>;
};

/** Keeps the literal types of a declaration while checking its form: what it names must be fields of its own, of the right kind. */
export function table<const D extends TableDeclaration>(declaration: D & Fitting<D['fields']>): D {
  return declaration;
}

type Fitting<Fields> = {
  readonly title: keyof Fields | 'id';
  readonly elseNamedBy?: FieldOfKind<Fields, 'choice'>;
  readonly day: FieldOfKind<Fields, 'date'> | null;
  readonly place: { readonly on: string } | { readonly under: FieldOfKind<Fields, 'reference'> };
  readonly late: readonly {
    readonly as: string;
    readonly by: FieldOfKind<Fields, 'date'>;
    readonly while: { readonly [F in keyof Fields]?: unknown };
    readonly unless?: { readonly [F in FieldOfKind<Fields, 'reference'>]?: Match };
  }[];
  readonly periods?: readonly (readonly [FieldOfKind<Fields, 'date'>, FieldOfKind<Fields, 'date'>])[];
  readonly columns?: readonly (keyof Fields)[];
  readonly levels?: readonly {
    readonly by?: FieldOfKind<Fields, 'choice'>;
    readonly from?: FieldOfKind<Fields, 'reference'>;
    readonly over?: readonly (keyof Fields)[];
    readonly isNeverWider?: true;
  }[];
};

type FieldOfKind<Fields, Kind extends Field['kind']> = { [F in keyof Fields]: KindOf<Fields[F]> extends Kind ? F : never }[keyof Fields];
type KindOf<F> = F extends OptionalField<infer Inner> ? Inner['kind'] : F extends Field ? F['kind'] : never;
