// The form of a tension in the notebook: parsed as strictly as a note, for the same reason.
import { isWellFormed } from '@domain/tables/forms.ts';
import { LONGEST_CONFLICT_NAME } from '@domain/tables/private.ts';
import { type CalendarDate, isCalendarDate } from '@domain/units.ts';
import { hasOnly, type Marks, marksIn, type Parsed } from './sealed-data.ts';

/** A tension that the accompanist follows. `settledOn`: `null` as long as it lasts. */
export type PrivateConflict = Marks & {
  readonly name: string;
  readonly openedOn: CalendarDate;
  readonly settledOn: CalendarDate | null;
};

const FIELDS = ['name', 'openedOn', 'settledOn'];

/** @returns the tension in this data; `null` if Tierce would not have written it */
export function readConflict(data: Parsed): PrivateConflict | null {
  const marks = marksIn(data);
  if (marks === null || !hasOnly(data, FIELDS)) return null;
  const { name, openedOn, settledOn } = data;
  if (typeof name !== 'string' || name.trim() === '' || name.length > LONGEST_CONFLICT_NAME || !isWellFormed(name)) return null;
  if (typeof openedOn !== 'string' || !isCalendarDate(openedOn)) return null;
  if (!(settledOn === null || (typeof settledOn === 'string' && isCalendarDate(settledOn)))) return null;
  return { name, openedOn, settledOn, ...marks };
}
