// What a screen can add to the declaration of a field, by the kind of the field.
import type { MinutesPerDay } from '@domain/units.ts';
import type { Option } from '../kit/Select.tsx';
import type { ChoiceAt, FilledPath, KindAt } from './field-path.ts';

export type Looks<P extends FilledPath> = CommonLooks & LooksOfKind<KindAt<P>, ChoiceAt<P>>;
/** The same, for a field of any kind. */
export type AnyLooks = CommonLooks & TextLooks & ChoiceLooks<string> & DateLooks & ReferenceLooks & Partial<DaysLooks>;

type LooksOfKind<Kind, Choice extends string> = Kind extends 'text'
  ? TextLooks
  : Kind extends 'choice'
    ? ChoiceLooks<Choice>
    : Kind extends 'reference'
      ? ReferenceLooks
      : Kind extends 'date'
        ? DateLooks
        : Kind extends 'minutes'
          ? DaysLooks
          : Kind extends 'whole'
            ? FigureLooks
            : unknown;

type CommonLooks = {
  /** Replaces the label from the table, if the screen has a more precise one. */
  readonly label?: string;
  readonly error?: string | null;
};
type FigureLooks = {
  readonly hint?: string;
  readonly autoFocus?: boolean;
  /** Whether the field is marked as optional; by default, a text is if it is not required. */
  readonly isOptional?: boolean;
};
type TextLooks = FigureLooks & {
  readonly placeholder?: string;
  /** Several rows high, although it is a single line of text. */
  readonly isTall?: boolean;
};
type ChoiceLooks<Choice extends string> = {
  /** Labels of the choices, used instead of those of the table if they depend on the context. */
  readonly words?: Readonly<Record<Choice, string>>;
  readonly isInline?: boolean;
  /** Label of the option for no choice, of a field that may be empty. */
  readonly none?: string;
};
type DateLooks = {
  readonly hint?: string;
  /** Can be changed here, but not emptied. */
  readonly isClearable?: false;
};
type ReferenceLooks = {
  /** The records to choose from, instead of all records of the table. */
  readonly options?: readonly Option[];
  /** Label of the option for no record. */
  readonly none?: string;
};
/** `perDay`: the length of a day in minutes, since minutes are typed as days. */
type DaysLooks = FigureLooks & { readonly perDay: MinutesPerDay };
