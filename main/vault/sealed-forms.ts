// The sealed tables of the notebook, each with the form of what is in its boxes: the one place that a further table has to be added to.
import type { TableOfClass } from '@domain/tables/tables.ts';
import { cleanLine, cleanText } from '@domain/writing/clean.ts';
import { type PrivateConflict, readConflict } from './conflict-form.ts';
import { type PrivateNote, readNote } from './note-form.ts';
import { dataIn, type Marks, type Parsed } from './sealed-data.ts';

export type SealedTable = TableOfClass<'vault'>;
/** What is in the boxes of each table. */
export type SealedContents = { readonly privateNotes: PrivateNote; readonly privateConflicts: PrivateConflict };
/** What the window writes of a record: its content without the marks that main adds. */
export type Written<T extends SealedTable> = Omit<SealedContents[T], keyof Marks>;

type SealedForm<T extends SealedTable> = {
  /** @returns the content; `null` if Tierce would not have written it */
  readonly read: (data: Parsed) => SealedContents[T] | null;
  /** The text that is cleaned when it is written, and that is named when the content is refused. */
  readonly text: keyof Written<T> & string;
  readonly clean: (text: string) => string;
  /** Whether one can be written while the notebook is locked. */
  readonly isForInbox: boolean;
};

export const SEALED_FORMS: { readonly [T in SealedTable]: SealedForm<T> } = {
  privateNotes: { read: readNote, text: 'text', clean: cleanText, isForInbox: true },
  privateConflicts: { read: readConflict, text: 'name', clean: (name) => cleanLine(name).trim(), isForInbox: false },
};

export const SEALED_TABLES = Object.keys(SEALED_FORMS) as readonly SealedTable[]; // an object's own keys

/** @returns the content of a box of that table; `null` if Tierce would not have sealed it there */
export function readContent<T extends SealedTable>(table: T, bytes: Uint8Array): SealedContents[T] | null {
  const data = dataIn(bytes);
  return data === null ? null : SEALED_FORMS[table].read(data);
}
