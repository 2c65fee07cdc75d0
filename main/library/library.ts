// The library: the folder where accompaniments are kept, listed without the user opening each.
import { basename, join } from 'node:path';
import type { LibraryEntry } from '@contract/library.ts';
import { partsOf } from '@domain/file-name.ts';
import type { Failure, FileFailure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import type { CalendarDate, Instant } from '@domain/units.ts';
import { diskFailure, errnoOf, folderFailure, orThrow } from '../files/disk-failure.ts';
import { FILE_ENDING } from '../files/envelope.ts';
import type { FileSystem } from '../files/file-system.ts';
import { lookIn } from '../files/standing-content.ts';
import { whyAbsent } from '../machine/absent-file.ts';
import { momentOrNull } from '../machine/moments.ts';
import type { Later } from '../project/later.ts';
import type { LibraryIndex } from './library-index.ts';
import type { Indexed } from './index-schema.ts';
import type { EntryReader, Reading } from './read-entry.ts';

/** `look`: from outside; `on`: the day for which it was computed. */
type Known = { readonly look: string; readonly on: CalendarDate; readonly reading: Reading };
/** A name in the folder, and what the disk says about it from outside. */
type Found = { readonly name: string; readonly path: string; readonly changedAt: Instant | null; readonly look: string };
type Unlooked = { readonly name: string; readonly path: string; readonly failure: Failure };
/** `reading`: how many files are still being read. */
export type Listing = { readonly isMissing: boolean; readonly reading: number; readonly entries: readonly LibraryEntry[] };

export type LibraryOptions = {
  readonly files: FileSystem;
  readonly newId: () => string;
  readonly reader: EntryReader;
  /** `null`: nothing is kept between starts. */
  readonly index: LibraryIndex | null;
  readonly later: Later;
  /** Called when something was read that the last listing lacked. */
  readonly onRead: () => void;
  /** Whether a folder is on a stick or another removable disk: nothing of its files is kept here. */
  readonly isRemovable: (folder: string) => boolean;
};

/** How long a listing waits for files still being read, in milliseconds: a small folder is then complete at once. */
const PATIENCE_MS = 250;
/** How often the window is told that there is more, in milliseconds. */
const TELL_EVERY_MS = 1_000;

export class Library {
  readonly #options: LibraryOptions;
  /** What was read, by path. */
  readonly #known = new Map<string, Known>();
  readonly #ids = new Map<string, string>();
  readonly #paths = new Map<string, string>();
  /** Files being read, by path. */
  readonly #underWay = new Map<string, Promise<void>>();
  /** Incremented whenever something has to be forgotten: results of reads begun earlier are discarded. */
  #forgotten = 0;
  #indexed: string | null = null;
  #isTelling = false;
  /** The last listing lacks something that has been read since, or will be. */
  #isMoreToTell = false;

  constructor(options: LibraryOptions) {
    this.#options = options;
  }

  /**
   * @returns the accompaniments of a folder, the last changed first; unreadable files with their reason, and those not read yet, which are
   * read in the background: then `onRead` is called, and a new listing includes them. Or why an existing folder cannot be listed.
   */
  async list(folder: string, today: CalendarDate): Promise<Result<Listing, FileFailure>> {
    const named = await this.#names(folder);
    if (!named.ok) return named;
    const names = named.value;
    if (names === null) return ok({ isMissing: true, reading: 0, entries: [] });
    await this.#readIndex(folder);
    const looked = (await Promise.all(names.map((name) => this.#look(folder, name)))).filter((each) => each !== null);
    const found = looked.filter((each) => 'look' in each);
    const stale = found.filter(({ path, look }) => !isFresh(this.#known.get(path), look, today));
    const refreshed = this.#refresh(folder, found, stale, today);
    if (!this.#areOnlyOfBefore(stale)) await refreshed;
    const copies = this.#copiesOf(found);
    const entries = looked.map((each) => this.#entryOf(each, copies)).filter((each) => each !== null);
    const reading = stale.filter(({ path }) => this.#underWay.has(path)).length;
    this.#isMoreToTell = reading > 0;
    return ok({ isMissing: false, reading, entries: entries.toSorted(lastChangedFirst) });
  }

  /** @returns the path behind an entry, or `null` */
  pathOf(entryId: string): string | null {
    return this.#paths.get(entryId) ?? null;
  }

  /** @returns the id of the file behind an entry, or `null` if it could not be read */
  fileIdOf(entryId: string): string | null {
    return fileIdIn(this.#known.get(this.pathOf(entryId) ?? ''));
  }

  /** @returns the bare name under which the library has a file; `null` where it has not */
  nameOf(fileId: string): string | null {
    const found = [...this.#known].find(([, known]) => fileIdIn(known) === fileId);
    return found === undefined ? null : basename(found[0]);
  }

  /**
   * Drops everything that was read of a file: it is being sealed, or its traces are being removed. A file being read just now is read
   * again.
   * @returns once that is so on disk, or a disk-* failure
   */
  async forget(fileId: string): Promise<Result<null, FileFailure>> {
    this.#forgotten += 1;
    for (const [path, known] of this.#known) if (fileIdIn(known) === fileId) this.#known.delete(path);
    return this.#options.index?.forget(fileId) ?? ok(null);
  }

  /** Names that are not text may look alike: they are listed once. `null` if there is no such folder. */
  async #names(folder: string): Promise<Result<readonly string[] | null, FileFailure>> {
    try {
      const names = new Set(await this.#options.files.readdir(folder));
      return ok([...names].filter((name) => partsOf(name, FILE_ENDING).ending !== '' && !name.startsWith('.')));
    } catch (error) {
      return errnoOf(orThrow(error)) === 'ENOENT' ? ok(null) : refuse(folderFailure(error, basename(folder)));
    }
  }

  /** Reports whatever the disk says about a name that it has itself returned; `null` for one that has gone since. */
  async #look(folder: string, name: string): Promise<Found | Unlooked | null> {
    const path = join(folder, name);
    try {
      const look = await this.#options.files.stat(path);
      return { name, path, changedAt: momentOrNull(look.mtimeMs), look: lookIn(look) };
    } catch (error) {
      const failure = errnoOf(orThrow(error)) === 'ENOENT' ? await whyAbsent(this.#options.files, path) : diskFailure(error, name);
      return failure.code === 'file-not-found' ? null : { name, path, failure };
    }
  }

  async #readIndex(folder: string): Promise<void> {
    if (this.#indexed === folder) return;
    this.#indexed = folder;
    if (this.#options.index === null || this.#options.isRemovable(folder)) return;
    for (const indexed of await this.#options.index.of(folder)) {
      const path = join(folder, indexed.name);
      if (!this.#known.has(path)) this.#known.set(path, { look: indexed.look, on: indexed.on, reading: readingOf(indexed) });
    }
  }

  /** Whether only the day has changed: yesterday's figures are shown until today's are there. */
  #areOnlyOfBefore(stale: readonly Found[]): boolean {
    return stale.length > 0 && stale.every(({ path, look }) => this.#known.get(path)?.look === look);
  }

  /** Reads them in the background. @returns when all are read, or after a while */
  async #refresh(folder: string, found: readonly Found[], stale: readonly Found[], today: CalendarDate): Promise<void> {
    const begun = stale.map((each) => this.#underWay.get(each.path) ?? this.#begin(each, today));
    const all = Promise.all(begun).then(() => this.#keep(folder, found));
    all.catch(() => undefined); // whoever is still waiting gets the error; else the next listing does
    let endPatience = (): void => undefined;
    const patience = new Promise<void>((resolve) => (endPatience = this.#options.later(PATIENCE_MS, resolve)));
    await Promise.race([all, patience]);
    endPatience();
  }

  #begin(found: Found, today: CalendarDate): Promise<void> {
    const reading = this.#read(found, today).finally(() => {
      this.#underWay.delete(found.path);
      if (this.#isMoreToTell) this.#tell();
    });
    this.#underWay.set(found.path, reading);
    return reading;
  }

  async #read({ path, look }: Found, today: CalendarDate): Promise<void> {
    const begunAt = this.#forgotten;
    const reading = await this.#options.reader.read(path, today);
    if (begunAt === this.#forgotten) this.#known.set(path, { look, on: today, reading });
    else this.#isMoreToTell = true; // read again for the next listing
  }

  /** Not once for each of a thousand files. */
  #tell(): void {
    if (this.#isTelling) return;
    this.#isTelling = true;
    this.#options.later(TELL_EVERY_MS, () => {
      this.#isTelling = false;
      this.#options.onRead();
    });
  }

  /** Keeps the files of this listing, and none that has gone. */
  async #keep(folder: string, found: readonly Found[]): Promise<void> {
    const { index, isRemovable } = this.#options;
    if (index === null || isRemovable(folder)) return;
    await index.keep({ folder, files: found.flatMap(({ name, path, look }) => indexedOf(name, look, this.#known.get(path)) ?? []) });
  }

  /** @returns `null` for a personal file, which is not an accompaniment */
  #entryOf(each: Found | Unlooked, copies: ReadonlyMap<string | null, readonly string[]>): LibraryEntry | null {
    const common = { entryId: this.#idOf(each.path), fileName: each.name };
    if ('failure' in each) return { ...common, changedAt: null, state: 'unreadable', failure: each.failure, twins: [] };
    const { changedAt } = each;
    const reading = this.#known.get(each.path)?.reading;
    if (reading === undefined) return { ...common, changedAt, state: 'unread' };
    if (reading.state === 'person') return null;
    const { fileId, ...told } = reading;
    return { ...common, changedAt, ...told, twins: (copies.get(fileId) ?? []).filter((name) => name !== each.name) };
  }

  /** @returns names by file id: those with one id are one file, copied by a sync client */
  #copiesOf(found: readonly Found[]): ReadonlyMap<string | null, readonly string[]> {
    const copies = new Map<string | null, string[]>();
    for (const { name, path } of found) {
      const fileId = fileIdIn(this.#known.get(path));
      if (fileId !== null) copies.set(fileId, [...(copies.get(fileId) ?? []), name]);
    }
    return copies;
  }

  /** Stable while the program runs: what the user clicks is what was shown. */
  #idOf(path: string): string {
    const id = this.#ids.get(path) ?? this.#options.newId();
    this.#ids.set(path, id);
    this.#paths.set(id, path);
    return id;
  }
}

/** That a file is protected or personal does not change with the day. */
function isFresh(known: Known | undefined, look: string, today: CalendarDate): boolean {
  if (known === undefined || known.look !== look) return false;
  return known.on === today || known.reading.state === 'person' || isSealed(known.reading);
}

function isSealed(reading: Reading): boolean {
  return reading.state === 'unreadable' && reading.failure.code === 'file-sealed';
}

function fileIdIn(known: Known | undefined): string | null {
  return known !== undefined && 'fileId' in known.reading ? known.reading.fileId : null;
}

/** Files with an unknown date come last, by name. */
function lastChangedFirst(a: LibraryEntry, b: LibraryEntry): number {
  const [dateOfA, dateOfB] = [a.changedAt ?? '', b.changedAt ?? ''];
  if (dateOfA !== dateOfB) return dateOfA < dateOfB ? 1 : -1;
  return a.fileName < b.fileName ? -1 : 1;
}

function readingOf(indexed: Indexed): Reading {
  if (indexed.state !== 'sealed')
    return indexed.state === 'person' ? { state: 'person' } : { state: 'readable', summary: indexed.summary, fileId: indexed.fileId };
  return { state: 'unreadable', failure: { code: 'file-sealed', name: indexed.name }, fileId: indexed.fileId };
}

/** @returns what is kept of a file between starts: of a sealed one only its id, of an unreadable one nothing */
function indexedOf(name: string, look: string, known: Known | undefined): Indexed | null {
  if (known === undefined || known.look !== look) return null;
  const { on, reading } = known;
  if (reading.state === 'person') return { name, look, on, state: 'person' };
  if (reading.state === 'readable') return { name, look, on, ...reading };
  return reading.fileId !== null && isSealed(reading) ? { name, look, on, state: 'sealed', fileId: reading.fileId } : null;
}
