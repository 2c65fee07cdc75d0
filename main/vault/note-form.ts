// The form of a private note: parsed strictly, since anyone with the file can drop a line in, and a seal does not say who wrote it.
import { ID_FORM, isWellFormed } from '@domain/tables/forms.ts';
import { LONGEST_PRIVATE_NOTE } from '@domain/tables/private.ts';
import { type CalendarDate, type Instant, isCalendarDate, isInstant } from '@domain/units.ts';

/**
 * A private note. Nothing of it is readable without the key, not even its date and session.
 * `writtenAt` orders the notes of one day; notes without it are older.
 * `dropped`: it came in while the notebook was locked, and nobody has claimed it since.
 */
export type PrivateNote = {
  readonly date: CalendarDate;
  readonly sessionId: string | null;
  readonly text: string;
  readonly writtenAt?: Instant;
  readonly dropped?: true;
};

const FIELDS = ['date', 'sessionId', 'text', 'writtenAt', 'dropped'];

/** @returns the note in these bytes; `null` if Tierce would not have written it */
export function readNote(bytes: Uint8Array): PrivateNote | null {
  const data = dataIn(bytes);
  if (data === null || Object.keys(data).some((name) => !FIELDS.includes(name))) return null;
  const { date, sessionId, text, writtenAt, dropped } = data;
  if (typeof date !== 'string' || !isCalendarDate(date)) return null;
  if (!(sessionId === null || (typeof sessionId === 'string' && ID_FORM.test(sessionId)))) return null;
  if (typeof text !== 'string' || text.length > LONGEST_PRIVATE_NOTE || !isWellFormed(text)) return null;
  if (!(writtenAt === undefined || (typeof writtenAt === 'string' && isInstant(writtenAt)))) return null;
  if (!(dropped === undefined || dropped === true)) return null;
  return { date, sessionId, text, ...(writtenAt === undefined ? {} : { writtenAt }), ...(dropped === undefined ? {} : { dropped }) };
}

function dataIn(bytes: Uint8Array): Readonly<Record<string, unknown>> | null {
  try {
    const data: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof data === 'object' && data !== null && !Array.isArray(data) ? { ...data } : null;
  } catch {
    return null; // neither UTF-8 nor JSON: no Tierce seals that
  }
}
