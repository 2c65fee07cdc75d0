// A computer with a library on a disk in memory, and readers of its files that answer when a test says so.
import type { LibraryEntry } from '@contract/library.ts';
import { expectOk } from '@domain/result.ts';
import { type CalendarDate, calendarDate } from '@domain/units.ts';
import { type FileHeader, serialiseProject } from '../../main/files/envelope.ts';
import type { FileSystem } from '../../main/files/file-system.ts';
import { Library } from '../../main/library/library.ts';
import { LibraryIndex } from '../../main/library/library-index.ts';
import { type EntryReader, readingHere } from '../../main/library/read-entry.ts';
import { FileSealer } from '../../main/vault/file-sealer.ts';
import { countedIds } from './context.ts';
import { startedDocument } from './documents.ts';
import { HEADER } from './header.ts';
import { KEY, RING } from './memory-office.ts';
import { soon } from './soon.ts';
import { troubledMemory } from './troubled-memory.ts';
import { handTimers } from './worlds.ts';

export const TODAY = calendarDate('2026-04-14');
export const FOLDER = '/library';
export const INDEX = '/own/library.json';

export const plain = (title: string, fileId: string) =>
  serialiseProject({ header: { ...HEADER, fileId }, document: startedDocument({ title }) }, null);
export const sealed = (fileId: string) => {
  const header: FileHeader = { ...HEADER, fileId, keys: { file: RING, vault: null } };
  return serialiseProject({ header, document: startedDocument() }, new FileSealer(fileId, KEY));
};

type Options = { readonly isRemovable?: boolean; readonly isIndexed?: boolean; readonly reader?: EntryReader; readonly files?: FileSystem };

export async function computer() {
  const world = troubledMemory();
  await world.well.mkdir(FOLDER);
  const { later, fire } = handTimers();
  /** Paths that were read, by each program that was started. */
  const reads: string[] = [];
  const told: string[] = [];
  const begin = ({ isRemovable = false, isIndexed = true, reader, files = world.files }: Options = {}) => {
    const inner = reader ?? readingHere(files);
    const newId = countedIds('entry');
    const library = new Library({
      files,
      newId,
      later,
      isRemovable: () => isRemovable,
      onRead: () => told.push('read'),
      index: isIndexed ? new LibraryIndex({ files, path: INDEX, newId }) : null,
      reader: { ...inner, read: (path, today) => (reads.push(path), inner.read(path, today)) },
    });
    return {
      list: async (folder: string, today: CalendarDate) => expectOk(await soon(library.list(folder, today), 'a listing')),
      pathOf: (entryId: string) => library.pathOf(entryId),
      fileIdOf: (entryId: string) => library.fileIdOf(entryId),
      forget: (fileId: string) => library.forget(fileId),
      whole: library,
    };
  };
  const put = (name: string, bytes: Buffer) => world.well.writeFile(`${FOLDER}/${name}`, bytes);
  const index = async () => world.well.readFile(INDEX, 'utf8').catch(() => '');
  return { ...world, fire, reads, told, begin, put, index };
}

/** A reader that answers when it is told to. */
export function slowReader(files: FileSystem) {
  const waiting: (() => void)[] = [];
  const reader: EntryReader = {
    read: async (path, today) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return readingHere(files).read(path, today);
    },
    stop: () => Promise.resolve(),
  };
  return { reader, answerFirst: () => waiting.shift()?.(), answerAll: () => waiting.splice(0).forEach((answer) => answer()) };
}

/** A reader that reads a file at once and reports what it has read when it is told to. */
export function thoughtfulReader(files: FileSystem) {
  const waiting: (() => void)[] = [];
  const reader: EntryReader = {
    read: async (path, today) => {
      const reading = await readingHere(files).read(path, today);
      await new Promise<void>((resolve) => waiting.push(resolve));
      return reading;
    },
    stop: () => Promise.resolve(),
  };
  return { reader, hasRead: () => waiting.length > 0, answerAll: () => waiting.splice(0).forEach((answer) => answer()) };
}

export const titles = (entries: readonly LibraryEntry[]) =>
  entries
    .map((entry) =>
      entry.state === 'readable' ? entry.summary.title : `${entry.fileName}: ${entry.state === 'unread' ? 'unread' : entry.failure.code}`,
    )
    .toSorted();
