// The form of a private note: parsed strictly, since anyone with the file can drop a line in, and a seal does not say who wrote it.
import { ID_FORM, isWellFormed } from '@domain/tables/forms.ts';
import { LONGEST_PRIVATE_NOTE } from '@domain/tables/private.ts';
import { type CalendarDate, isCalendarDate } from '@domain/units.ts';
import { hasOnly, type Marks, marksIn, type Parsed } from './sealed-data.ts';

/** What a note is about: records of the file, by their ids. One that is gone is kept all the same: undo may bring it back. */
export type NoteLinks = {
  readonly sessionId: string | null;
  readonly organisationId: string | null;
  readonly personId: string | null;
  readonly conflictId: string | null;
};

/** A private note. Nothing of it is readable without the key, not even its date and what it is about. */
export type PrivateNote = NoteLinks & Marks & { readonly date: CalendarDate; readonly text: string };

const FIELDS = ['date', 'sessionId', 'organisationId', 'personId', 'conflictId', 'text'];

/** @returns the note in this data; `null` if Tierce would not have written it. A note of before version 11 is linked to a session only */
export function readNote(data: Parsed): PrivateNote | null {
  const marks = marksIn(data);
  if (marks === null || !hasOnly(data, FIELDS)) return null;
  const { date, sessionId, organisationId = null, personId = null, conflictId = null, text } = data;
  if (typeof date !== 'string' || !isCalendarDate(date)) return null;
  if (!isLink(sessionId) || !isLink(organisationId) || !isLink(personId) || !isLink(conflictId)) return null;
  if (typeof text !== 'string' || text.length > LONGEST_PRIVATE_NOTE || !isWellFormed(text)) return null;
  return { date, sessionId, organisationId, personId, conflictId, text, ...marks };
}

function isLink(value: unknown): value is string | null {
  return value === null || (typeof value === 'string' && ID_FORM.test(value));
}
