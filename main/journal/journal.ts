// The journal: every step appended and flushed on this computer before it is called safe. It feeds recovery and undo across restarts.
import { createHash } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { type Step, UNDO_DEPTH } from '@domain/commands/step.ts';
import type { FileFailure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { diskFailure, errnoOf } from '../files/disk-failure.ts';
import type { FileSystem, OpenFile } from '../files/file-system.ts';
import { migrateChange } from '../files/migrations.ts';
import { flushFolder, replaceFile, writeAll } from '../files/replace-file.ts';

/**
 * step: what changed. A mark tells that a file whose bytes have this digest holds everything above it:
 * saving is noted before the file is replaced, saved once it is. A crash between the two leaves either content, and both are recognised.
 */
export type JournalEntry = { readonly kind: 'step'; readonly step: Step } | { readonly kind: 'saving' | 'saved'; readonly revision: number; readonly digest: string };

/** How entries become lines: in the clear, or sealed when the file is. */
export type LineCodec = { readonly encode: (text: string) => string; readonly decode: (line: string) => string | null };
export const PLAIN_LINES: LineCodec = { encode: (text) => text, decode: (line) => line };

export const JOURNAL_ENDING = '.jsonl';

/** @returns the name of a journal that was put aside; it says of which file, so that it is sealed and removed along with it */
export function setAsideName(fileId: string, nonce: string): string {
  return `set-aside-${fileId}-${nonce}${JOURNAL_ENDING}`;
}

const SUM_LENGTH = 16;
/** A journal above this is rewritten at opening with the steps that can still be undone. In bytes. */
const COMPACT_ABOVE_BYTES = 4 * 1024 * 1024;

export class Journal {
  readonly #files: FileSystem;
  readonly #path: string;
  #codec: LineCodec;
  #file: OpenFile | null = null;
  #isTorn = false;
  /** For each line under another seal, how many entries stand before it. */
  #foreign: readonly number[] = [];

  constructor(files: FileSystem, path: string, codec: LineCodec = PLAIN_LINES) {
    this.#files = files;
    this.#path = path;
    this.#codec = codec;
  }

  /** Whether the last reading met whole lines that this codec cannot open: they were written under another seal, or under none. */
  get holdsForeign(): boolean {
    return this.#foreign.length > 0;
  }

  /** The same of what stands after an entry. @param index of the entry in what was read; -1 for the whole journal */
  holdsForeignAfter(index: number): boolean {
    return this.#foreign.some((before) => before > index);
  }

  /** @returns the entries of every whole line; torn and damaged ones are left out, and recovery stops where a revision is missing. Or a disk-* failure. */
  async read(): Promise<Result<readonly JournalEntry[], FileFailure>> {
    const lines = await this.#wholeLines();
    return lines.ok ? ok(lines.value.flatMap(({ entry }) => (entry === null ? [] : [entry]))) : lines;
  }

  /** Appends entries and flushes them. @returns once they are on the disk; or a disk-* failure */
  append(entries: readonly JournalEntry[]): Promise<Result<null, FileFailure>> {
    return this.#write(entries, (file) => file.datasync());
  }

  /** Appends an entry that may be lost without harm: the next flush takes it along. */
  remark(entry: JournalEntry): Promise<Result<null, FileFailure>> {
    return this.#write([entry], () => Promise.resolve());
  }

  async #write(entries: readonly JournalEntry[], flush: (file: OpenFile) => Promise<void>): Promise<Result<null, FileFailure>> {
    try {
      this.#file ??= await this.#open();
      // After a failure half a line may stand there: a new line keeps it from swallowing the next entry.
      const lines = `${this.#isTorn ? '\n' : ''}${entries.map((entry) => this.#line(entry)).join('')}`;
      this.#isTorn = true;
      await writeAll(this.#file, Buffer.from(lines, 'utf8'));
      await flush(this.#file);
      this.#isTorn = false;
      return ok(null);
    } catch (error) {
      await this.close();
      return refuse(diskFailure(orThrow(error), 'journal'));
    }
  }

  /** Rewrites the journal with what recovery and undo still need, when it has grown large. @param standing as for `keptEntries` */
  async compact(entries: readonly JournalEntry[], standing: number, nonce: string): Promise<Result<null, FileFailure>> {
    try {
      if ((await this.#size()) <= COMPACT_ABOVE_BYTES) return ok(null);
    } catch (error) {
      return refuse(diskFailure(orThrow(error), 'journal'));
    }
    return this.rewrite(keptEntries(entries, standing), nonce);
  }

  /** Replaces the whole journal. */
  async rewrite(entries: readonly JournalEntry[], nonce: string): Promise<Result<null, FileFailure>> {
    const replaced = await this.#replace(entries.map((entry) => this.#line(entry)), nonce);
    if (replaced.ok) this.#foreign = [];
    return replaced;
  }

  async #replace(lines: readonly string[], nonce: string): Promise<Result<null, FileFailure>> {
    await this.close();
    try {
      await this.#files.mkdir(dirname(this.#path), { recursive: true });
    } catch (error) {
      return refuse(diskFailure(orThrow(error), 'journal'));
    }
    const bytes = Buffer.from(lines.join(''), 'utf8');
    const written = await replaceFile(this.#files, { path: this.#path, parts: [bytes], nonce });
    return written.ok ? ok(null) : written;
  }

  /** Writes the same entries anew as another codec has them: the file has been sealed, or its seal taken off. Lines under yet another seal stay as they are. */
  async recode(codec: LineCodec, nonce: string): Promise<Result<null, FileFailure>> {
    const lines = await this.#wholeLines();
    this.#codec = codec; // also when it fails: what comes from now on is never in the clear
    if (!lines.ok) return lines;
    return this.#replace(lines.value.map(({ content, entry }) => (entry === null ? lineOf(content) : this.#line(entry))), nonce);
  }

  /** Puts the journal aside under a name of its own, so that nothing in it is lost. @returns or a disk-* failure, after which it is where it was */
  async setAside(nonce: string): Promise<Result<null, FileFailure>> {
    await this.close();
    try {
      await this.#files.rename(this.#path, join(dirname(this.#path), setAsideName(basename(this.#path, JOURNAL_ENDING), nonce)));
      return ok(null);
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return ok(null); // nothing was ever noted
      return refuse(diskFailure(orThrow(error), 'journal'));
    }
  }

  async close(): Promise<void> {
    const file = this.#file;
    this.#file = null;
    try {
      await file?.close();
    } catch (error) {
      if (errnoOf(error) === null) throw error; // its bytes were flushed or reported; the handle is gone either way
    }
  }

  async #open(): Promise<OpenFile> {
    await this.#files.mkdir(dirname(this.#path), { recursive: true });
    const end = await this.#end();
    this.#isTorn = end === 'torn';
    const file = await this.#files.open(this.#path, 'a', 0o600);
    if (end === 'none') await flushFolder(this.#files, dirname(this.#path)); // else a power cut could take the name of a journal away, with steps that were said safe
    return file;
  }

  async #end(): Promise<'whole' | 'torn' | 'none'> {
    try {
      const bytes = await this.#files.readFile(this.#path);
      return bytes.byteLength === 0 || bytes.at(-1) === 0x0a ? 'whole' : 'torn';
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return 'none';
      throw error;
    }
  }

  async #size(): Promise<number> {
    try {
      return (await this.#files.stat(this.#path)).size;
    } catch (error) {
      if (errnoOf(error) === 'ENOENT') return 0;
      throw error;
    }
  }

  #line(entry: JournalEntry): string {
    return lineOf(this.#codec.encode(JSON.stringify(entry)));
  }

  async #wholeLines(): Promise<Result<readonly WholeLine[], FileFailure>> {
    try {
      const lines = wholeLinesIn(await this.#files.readFile(this.#path, 'utf8')).map((content) => ({ content, entry: this.#entryIn(content) }));
      this.#foreign = foreignPlaces(lines);
      return ok(lines);
    } catch (error) {
      if (errnoOf(error) === null) throw error;
      return errnoOf(error) === 'ENOENT' ? ok([]) : refuse(diskFailure(error, 'journal'));
    }
  }

  #entryIn(content: string): JournalEntry | null {
    const decoded = this.#codec.decode(content);
    const entry = decoded === null ? null : entryIn(decoded);
    return entry === null ? null : upToDate(entry);
  }
}

/** `entry`: null when the line is whole but under another seal. */
type WholeLine = { readonly content: string; readonly entry: JournalEntry | null };

function foreignPlaces(lines: readonly WholeLine[]): readonly number[] {
  let entries = 0;
  return lines.flatMap(({ entry }) => {
    if (entry === null) return [entries];
    entries += 1;
    return [];
  });
}

function lineOf(content: string): string {
  return `${sumOf(content)} ${content}\n`;
}

/** @returns what stands on each line whose sum is right */
function wholeLinesIn(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => {
    const content = line.slice(SUM_LENGTH + 1);
    return line !== '' && line.slice(0, SUM_LENGTH) === sumOf(content) ? [content] : [];
  });
}

/** @returns the journals of a file that were put aside */
export async function setAsideJournals(files: FileSystem, folder: string, fileId: string): Promise<readonly string[]> {
  const start = setAsideName(fileId, '').slice(0, -JOURNAL_ENDING.length);
  try {
    return (await files.readdir(folder)).filter((name) => name.startsWith(start)).map((name) => join(folder, name));
  } catch (error) {
    orThrow(error);
    return [];
  }
}

/** Removes the journal of a file and those that were put aside: what they hold is in the file, or is not wanted here. */
export async function removeJournals(files: FileSystem, folder: string, fileId: string): Promise<Result<null, FileFailure>> {
  try {
    for (const path of [join(folder, `${fileId}${JOURNAL_ENDING}`), ...(await setAsideJournals(files, folder, fileId))]) await files.rm(path, { force: true });
    return ok(null);
  } catch (error) {
    return refuse(diskFailure(orThrow(error), 'journal'));
  }
}

/**
 * @param standing the place of the mark that the file matches: what stands after it is in no file yet, however much that is
 * @returns everything from that mark on, and the last steps that can be undone, with the marks between them
 */
export function keptEntries(entries: readonly JournalEntry[], standing: number): readonly JournalEntry[] {
  const steps = entries.filter((entry) => entry.kind === 'step').length;
  let toSkip = Math.max(0, steps - 2 * UNDO_DEPTH); // each may have been undone and made again
  const firstKept = entries.findIndex((entry) => entry.kind === 'step' && toSkip-- <= 0);
  return entries.slice(firstKept === -1 ? standing : Math.min(firstKept, standing));
}

/** Its sum is right, so this is what `#line` wrote; but it may have been under a seal that has been taken off since. */
function entryIn(text: string): JournalEntry | null {
  try {
    return JSON.parse(text) as JournalEntry;
  } catch {
    return null; // ciphertext, which is left out like a line that is torn
  }
}

function upToDate(entry: JournalEntry): JournalEntry {
  return entry.kind === 'step' ? { ...entry, step: { ...entry.step, changes: entry.step.changes.map((change) => migrateChange(change)) } } : entry;
}

/** What the system says is told; anything else is a bug. */
function orThrow(error: unknown): unknown {
  if (errnoOf(error) === null) throw error;
  return error;
}

function sumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, SUM_LENGTH);
}
