// Giving something away: for which readers, to whom; and why it may not leave like that.
import type { Accompaniment } from '../document.ts';
import type { Failure } from '../failures.ts';
import type { DocumentRequest } from '../report/document-request.ts';
import type { CalendarDate, RecordId } from '../units.ts';
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

/** @returns why it may not be given to these recipients; `null` where it may: somebody who does not belong to its readers */
export function beyondReaders(accompaniment: Accompaniment, { level, personIds, others }: Giving, on: CalendarDate): Failure | null {
  const mayRead = readersOn(accompaniment, on);
  const people = personIds.flatMap((id) => accompaniment.people[id] ?? []);
  const beyond = people.filter((person) => !mayRead(person, level)).toSorted(compareNames);
  if (beyond.length === 0) return null;
  const areAll = beyond.length === people.length && others.trim() === '';
  return { code: 'recipients-beyond', level, names: beyond.map(({ name }) => name).join(', '), areAll };
}
