// A step: what one command, undo or redo did, in the form that the journal keeps.
import type { Change } from '../document.ts';
import { beginningOf, inCharacters } from '../file-name.ts';
import type { CalendarDate, Instant } from '../units.ts';

/** What a step is called on screen: the command, the table it touched and the name of the record, put into words by the catalogue. */
export type StepLabel = { readonly command: string; readonly table: string | null; readonly title: string; readonly time?: TimeTold };
/** By which an entry of time is known: its length, with the minutes of a day of its contract if it has one, and its day. */
export type TimeTold = { readonly minutes: number; readonly minutesPerDay: number | null; readonly date: CalendarDate };

const SHOWN = inCharacters(80);

/** @returns the part of a title that fits in a label */
export function shortTitle(title: string): string {
  return beginningOf(title, SHOWN);
}

/** do: a command; undo and redo: `of` is the revision of the step that is undone or redone. */
export type StepKind = 'do' | 'undo' | 'redo';

export type Step = {
  readonly revision: number;
  readonly kind: StepKind;
  readonly of: number | null;
  /** An act is answered by a contrary act and never undone. */
  readonly isAct: boolean;
  readonly at: Instant;
  readonly by: string;
  readonly label: StepLabel;
  readonly changes: readonly Change[];
};

/** How many steps can be undone. @source promises.md A6 */
export const UNDO_DEPTH = 200;
