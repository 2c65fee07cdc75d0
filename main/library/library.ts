// The library: the folder where accompaniments are kept, listed without opening them one by one for the user.
import { join } from 'node:path';
import type { LibraryEntry } from '@contract/channels.ts';
import { type Summary, summaryOf } from '@domain/summary.ts';
import type { Failure } from '@domain/failures.ts';
import { type CalendarDate, instant } from '@domain/units.ts';
import { errnoOf } from '../files/disk-failure.ts';
import { FILE_ENDING } from '../files/envelope.ts';
import type { FileSystem } from '../files/file-system.ts';
import { readProjectFile } from '../files/read-project-file.ts';

type Reading = { readonly summary: Summary; readonly fileId: string } | { readonly failure: Failure } | 'person';
type Known = { readonly size: number; readonly modifiedMs: number; readonly today: CalendarDate; readonly reading: Reading };
type Found = { readonly entryId: string; readonly name: string; readonly path: string; readonly known: Known; readonly reading: Exclude<Reading, 'person'> };
export type Listing = { readonly isMissing: boolean; readonly entries: readonly LibraryEntry[] };

export class Library {
  readonly #files: FileSystem;
  readonly #newId: () => string;
  /** What was read of a file, while it stays as it was and the day does not change. */
  readonly #known = new Map<string, Known>();
  #told = new Map<string, Found>();

  constructor(files: FileSystem, newId: () => string) {
    this.#files = files;
    this.#newId = newId;
  }

  /** @returns the accompaniments of a folder, the last changed first; files that cannot be read are listed with their reason. */
  async list(folder: string, today: CalendarDate): Promise<Listing> {
    const names = await this.#names(folder);
    if (names === null) return { isMissing: true, entries: [] };
    const found: Found[] = [];
    for (const name of names) {
      const path = join(folder, name);
      const known = await this.#look(path, today);
      if (known !== null && known.reading !== 'person') found.push({ entryId: this.#newId(), name, path, known, reading: known.reading });
    }
    this.#told = new Map(found.map((each) => [each.entryId, each]));
    return { isMissing: false, entries: found.map((each) => entryOf(each, found)).toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1)) };
  }

  /** @returns the path behind an entry of the last listing, or `null`. */
  pathOf(entryId: string): string | null {
    return this.#told.get(entryId)?.path ?? null;
  }

  /** @returns the id of the file behind an entry of the last listing, or `null` where it could not be read. */
  fileIdOf(entryId: string): string | null {
    const reading = this.#told.get(entryId)?.reading;
    return reading !== undefined && 'fileId' in reading ? reading.fileId : null;
  }

  async #names(folder: string): Promise<readonly string[] | null> {
    try {
      const names = await this.#files.readdir(folder);
      return names.filter((name) => name.endsWith(FILE_ENDING) && !name.startsWith('.'));
    } catch (error) {
      if (errnoOf(error) === null) throw error;
      return null;
    }
  }

  async #look(path: string, today: CalendarDate): Promise<Known | null> {
    try {
      const { size, mtimeMs: modifiedMs } = await this.#files.stat(path);
      const known = this.#known.get(path);
      if (known !== undefined && known.size === size && known.modifiedMs === modifiedMs && known.today === today) return known;
      const looked = { size, modifiedMs, today, reading: await this.#read(path, today) };
      this.#known.set(path, looked);
      return looked;
    } catch (error) {
      if (errnoOf(error) === null) throw error;
      return null; // gone between the listing and the look
    }
  }

  async #read(path: string, today: CalendarDate): Promise<Reading> {
    const read = await readProjectFile(this.#files, path);
    if (!read.ok) return { failure: read.failure };
    return read.value.document.kind === 'person' ? 'person' : { summary: summaryOf(read.value.document.accompaniment, today), fileId: read.value.header.fileId };
  }
}

function entryOf({ entryId, name, known, reading }: Found, all: readonly Found[]): LibraryEntry {
  const common = { entryId, fileName: name, changedAt: instant(new Date(known.modifiedMs).toISOString()) };
  if ('failure' in reading) return { ...common, state: 'unreadable', failure: reading.failure };
  return { ...common, state: 'readable', summary: reading.summary, twins: twinsOf(name, reading.fileId, all) };
}

/** Files with one id are one file: a synchroniser has made copies of it. */
function twinsOf(name: string, fileId: string, all: readonly Found[]): readonly string[] {
  return all.filter((other) => other.name !== name && 'fileId' in other.reading && other.reading.fileId === fileId).map((other) => other.name);
}
