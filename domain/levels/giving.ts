// Giving something away: for which readers, to whom; and why it may not leave like that.
import type { Accompaniment } from '../document.ts';
import type { Failure } from '../failures.ts';
import type { DocumentRequest } from '../report/document-request.ts';
import type { CalendarDate, RecordId } from '../units.ts';
import { searchKey } from '../writing/search-key.ts';
import { compareNames } from '../writing/sort.ts';
import { agreedLevel, levelOf } from './for-readers.ts';
import { isOpenTo, type Level } from './level.ts';
import { readersOn } from './readers.ts';

/** `personIds`: recipients among the people of the file; `others`: any others, in words. */
export type Giving = { readonly level: Level; readonly personIds: readonly RecordId[]; readonly others: string };

/** @returns for whom a document is unless somebody says otherwise: for the readers of its session, else for those agreed on */
export function usualReaders(accompaniment: Accompaniment, request: DocumentRequest): Level {
  const session = 'sessionId' in request ? accompaniment.sessions[request.sessionId] : undefined;
  return session === undefined ? agreedLevel(accompaniment) : levelOf(accompaniment, 'sessions', session);
}

/** @returns why a document for these readers would say nothing; `null` where it would: it is about a session for fewer readers */
export function tooWide(accompaniment: Accompaniment, request: DocumentRequest, readers: Level): Failure | null {
  const needed = usualReaders(accompaniment, request);
  return 'sessionId' in request && !isOpenTo(readers, needed) ? { code: 'level-too-wide', asked: readers, needed } : null;
}

/**
 * @returns why it may not be given to these recipients; `null` where it may: one is not in the file (`record-missing`), or somebody does not
 * belong to its readers, whether chosen or written among the others by their full name (`recipients-beyond`)
 */
export function beyondReaders(accompaniment: Accompaniment, { level, personIds, others }: Giving, on: CalendarDate): Failure | null {
  const mayRead = readersOn(accompaniment, on);
  const missing = personIds.find((id) => !Object.hasOwn(accompaniment.people, id));
  if (missing !== undefined) return { code: 'record-missing', table: 'people', id: missing };
  const people = Object.values(accompaniment.people).filter(({ id, name }) => personIds.includes(id) || isWrittenIn(others, name));
  const beyond = people.filter((person) => !mayRead(person, level)).toSorted(compareNames);
  if (beyond.length === 0) return null;
  const areAll = beyond.length === people.length && others.trim() === '';
  return { code: 'recipients-beyond', level, names: beyond.map(({ name }) => name).join(', '), areAll };
}

/** A first name alone says too little of whom it is. */
function isWrittenIn(words: string, name: string): boolean {
  const sought = bareWords(name);
  return sought.includes(' ') && ` ${bareWords(words)} `.includes(` ${sought} `);
}

function bareWords(text: string): string {
  return searchKey(text)
    .replaceAll(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();
}
