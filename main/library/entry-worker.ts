// The worker that reads and digests the files of a library.
import type { CalendarDate } from '@domain/units.ts';
import { realFileSystem } from '../files/file-system.ts';
import { answerCalls } from '../workers/answer-calls.ts';
import { readEntry } from './read-entry.ts';

export type EntryRequest = { readonly path: string; readonly today: CalendarDate };

answerCalls(({ path, today }: EntryRequest) => readEntry(realFileSystem, path, today));
