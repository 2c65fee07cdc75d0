// The journal: every step is appended and flushed on this computer before it is called safe. It feeds recovery, and undo across restarts.
import { dirname, join } from 'node:path';
import { UNDO_DEPTH } from '@domain/commands/step.ts';
import { OWN_PLACES, type FileFailure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { diskFailure, errnoOf, orThrow } from '../files/disk-failure.ts';
import type { FileSystem, OpenFile } from '../files/file-system.ts';
import { closeQuietly, flushFolder, makeFolder } from '../files/lasting-folder.ts';
import { replaceFile, writeAll } from '../files/replace-file.ts';
import { entryText, type JournalEntry, type Noted, readEntry } from './journal-entry.ts';
import { type LineCodec, lineOf, PLAIN_LINES, wholeLinesIn } from './journal-lines.ts';
import { olderPaths, setAsideName } from './journal-names.ts';
import { bringAlong, readWholeJournal } from './journal-of-before.ts';
import { clearPlace } from './journal-place.ts';
import { lastTaking } from './lineage.ts';

/** Who writes lines to the journal. */
export type Holder = {
  /** In each of the holder's lines, to distinguish them from those of an earlier holder. */
  readonly token: string;
  /** @returns why somebody else controls the journal by now, or `null` */
  readonly lost: () => Promise<FileFailure | null>;
};
/** For a journal that is only read, or that nobody else can be writing to. */
export const NO_HOLDER: Holder = { token: '', lost: () => Promise.resolve(null) };

/** A larger journal is rewritten at opening with only the steps that can still be undone. In bytes. */
const COMPACT_ABOVE_BYTES = 4 * 1024 * 1024;

/** The file that is appended to. `inode`: no other file has it while this one is open. */
type Open = { readonly file: OpenFile; inode: number };

export class Journal {
  readonly #files: FileSystem;
  readonly #path: string;
  readonly #holder: Holder;
  #codec: LineCodec;
  /** How lines are written from now on, while existing ones are still read with `#codec`. */
  #nextCodec: LineCodec | null = null;
  #open: Open | null = null;
  /** How often its place was prepared: makes the names of files that are set aside or merged unique. */
  #readyings = 0;
  /** For each whole line that cannot be read here, how many entries come before it. */
  #foreign: readonly number[] = [];
  /** Who had last taken it over when it was last read: an earlier holder. */
  #takenBefore: string | null = null;

  constructor(files: FileSystem, path: string, codec: LineCodec = PLAIN_LINES, holder: Holder = NO_HOLDER) {
    this.#files = files;
    this.#path = path;
    this.#codec = codec;
    this.#holder = holder;
  }

  /**
   * Whether everything that this holder has written is in the file under the journal's name. After any failure the journal is restarted.
   */
  get isBegun(): boolean {
    return this.#open !== null;
  }

  /** Whether the last read found whole lines that cannot be read here: under another seal, of a newer Tierce, or not ours. */
  get holdsForeign(): boolean {
    return this.#foreign.length > 0;
  }

  /** How many of them there were. */
  get foreignLines(): number {
    return this.#foreign.length;
  }

  /** The same for the lines after an entry. @param index of the entry in what was read; -1 for the whole journal */
  holdsForeignAfter(index: number): boolean {
    return this.#foreign.some((before) => before > index);
  }

  /**
   * @returns the entries of every whole line; torn and damaged ones are left out, and recovery stops where a revision is missing. Or a
   * disk-* failure.
   */
  async read(): Promise<Result<readonly JournalEntry[], FileFailure>> {
    const lines = await this.#wholeLines();
    if (!lines.ok) return lines;
    const entries = readableIn(lines.value);
    this.#takenBefore = lastTaking(entries)?.token ?? null;
    return ok(entries);
  }

  /**
   * @returns whether somebody else has taken the journal over since it was read: their lock may have gone with them. If it cannot be read
   * just now, the answer is no.
   */
  async isTaken(): Promise<boolean> {
    const lines = await this.#linesOnDisk();
    if (!lines.ok) return false;
    const last = lastTaking(readableIn(lines.value))?.token ?? null;
    const isSealedSince = foreignPlaces(lines.value).length > this.#foreign.length;
    return isSealedSince || (last !== null && last !== this.#holder.token && last !== this.#takenBefore);
  }

  /**
   * Appends entries and flushes them.
   * @returns ok once they are on the disk, in the file under the journal's name, and nobody else had taken it over when they were written.
   * Else why not: a disk-* failure, disk-gone if that name leads to another file or to none, or what the holder reports
   */
  append(entries: readonly Noted[]): Promise<Result<null, FileFailure>> {
    return this.#append(entries, (file) => file.datasync());
  }

  /** Appends entries that may be lost without harm: the next flush includes them. */
  remark(entries: readonly Noted[]): Promise<Result<null, FileFailure>> {
    return this.#append(entries, () => Promise.resolve());
  }

  async #append(entries: readonly Noted[], flush: (file: OpenFile) => Promise<void>): Promise<Result<null, FileFailure>> {
    try {
      const stopped = this.#open === null ? await this.#readied() : null;
      if (stopped !== null) return refuse(stopped);
      const open = (this.#open ??= await this.#begin());
      // The journal may end in half a line, ours after a failure or a displaced holder's: a new line keeps it from swallowing the next
      // entry.
      const lines = `\n${entries.map((entry) => this.#line(entry)).join('')}`;
      await writeAll(open.file, Buffer.from(lines, 'utf8'));
      // Once the lines are written, anyone who takes over reads them, flushed or not: so the holder is asked only now, while the flush
      // runs.
      const flushed = flush(open.file);
      const [failure] = await Promise.all([this.#displaced(open), flushed]);
      if (failure === null) return ok(null);
      await this.close();
      return refuse(failure);
    } catch (error) {
      await this.close();
      return refuse(diskFailure(orThrow(error), OWN_PLACES.journal));
    }
  }

  /**
   * First merges what an older Tierce has written. A displaced holder does not restart the journal: that would look like a take-over.
   * @returns why nothing can be written, or `null`
   */
  async #readied(): Promise<FileFailure | null> {
    const lost = await this.#holder.lost();
    if (lost !== null) return lost;
    const nonce = `${this.#holder.token}-${(this.#readyings += 1)}`;
    await clearPlace(this.#files, this.#path, nonce);
    const brought = await bringAlong(this.#files, this.#path, `before-${nonce}`);
    return brought.ok ? null : brought.failure;
  }

  /**
   * Checks whether what was written is still what the next opening reads.
   * @returns why not, after which the journal is restarted; `null` if it is
   */
  async displaced(): Promise<FileFailure | null> {
    try {
      const failure = this.#open === null ? null : await this.#displaced(this.#open);
      if (failure !== null) await this.close();
      return failure;
    } catch (error) {
      await this.close();
      return diskFailure(orThrow(error), OWN_PLACES.journal);
    }
  }

  /** @returns why the lines just written may not be what the next opening reads, or `null` */
  async #displaced(open: Open): Promise<FileFailure | null> {
    const [lost, isStanding] = await Promise.all([this.#holder.lost(), this.#isStanding(open)]);
    return lost ?? (isStanding ? null : { code: 'disk-gone', name: OWN_PLACES.journal });
  }

  /** If the folder was removed, or restored by another program, our file no longer has a name. */
  async #isStanding(open: Open): Promise<boolean> {
    try {
      const { ino } = await this.#files.stat(this.#path);
      if (ino === open.inode) return true;
      open.inode = (await open.file.stat()).ino; // some disks give a file a new number at each look
      return (await this.#files.stat(this.#path)).ino === open.inode;
    } catch (error) {
      orThrow(error);
      return false;
    }
  }

  /** Rewrites a large journal with only what recovery and undo still need. @param standing as for `keptEntries` */
  async compact(entries: readonly JournalEntry[], standing: number, nonce: string): Promise<Result<null, FileFailure>> {
    try {
      const { size } = await this.#files.stat(this.#path);
      return size > COMPACT_ABOVE_BYTES ? await this.rewrite(keptEntries(entries, standing), nonce) : ok(null);
    } catch (error) {
      return errnoOf(error) === 'ENOENT' ? ok(null) : refuse(diskFailure(orThrow(error), OWN_PLACES.journal));
    }
  }

  /** Replaces the whole journal. Earlier entries keep the token of their holder. */
  async rewrite(entries: readonly (Noted | JournalEntry)[], nonce: string): Promise<Result<null, FileFailure>> {
    const replaced = await this.#replace(
      entries.map((entry) => this.#line(entry)),
      nonce,
    );
    if (replaced.ok) this.#foreign = [];
    return replaced;
  }

  async #replace(lines: readonly string[], nonce: string): Promise<Result<null, FileFailure>> {
    await this.close();
    try {
      await makeFolder(this.#files, dirname(this.#path));
      const stopped = await this.#readied(); // the rewritten journal includes the older one's entries: that one must not come back
      if (stopped !== null) return refuse(stopped);
    } catch (error) {
      return refuse(diskFailure(orThrow(error), OWN_PLACES.journal));
    }
    const parts = lines.map((line) => Buffer.from(line, 'utf8'));
    const written = await replaceFile(this.#files, {
      path: this.#path,
      parts: [Buffer.concat(parts)],
      nonce,
      lastCheck: () => this.#holder.lost(),
    });
    return written.ok ? ok(null) : written;
  }

  /**
   * From now on lines are written with this codec; existing ones stay as they are until `recode`. `null`: with the same codec as before.
   */
  writeAs(codec: LineCodec | null): void {
    this.#nextCodec = codec;
  }

  /**
   * Rewrites the same entries with another codec: the file has been sealed, or its seal removed. Lines under yet another seal stay as they
   * are.
   */
  async recode(codec: LineCodec, nonce: string): Promise<Result<null, FileFailure>> {
    const lines = await this.#wholeLines();
    this.#nextCodec = null;
    this.#codec = codec; // also when it fails: what comes from now on is never in the clear
    if (!lines.ok) {
      await this.close();
      return lines;
    }
    return this.#replace(
      lines.value.map(({ content, text, entry }) => lineOf(entry === null ? content : codec.encode(text))),
      nonce,
    );
  }

  /**
   * Sets the journal aside under a name of its own, so that nothing in it is lost; not if somebody has taken it over.
   * @returns or a disk-* failure, after which it is where it was
   */
  async setAside(nonce: string): Promise<Result<null, FileFailure>> {
    await this.close();
    try {
      if ((await this.#holder.lost()) !== null) return ok(null);
      for (const path of [this.#path, ...olderPaths(this.#path)]) await this.#putAside(path, nonce);
      return ok(null);
    } catch (error) {
      return refuse(diskFailure(orThrow(error), OWN_PLACES.journal));
    }
  }

  async #putAside(path: string, nonce: string): Promise<void> {
    try {
      await this.#files.rename(path, join(dirname(path), setAsideName(path, nonce)));
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT') throw error; // nothing was ever written
    }
  }

  async close(): Promise<void> {
    const open = this.#open;
    this.#open = null;
    if (open !== null) await closeQuietly(open.file);
  }

  async #begin(): Promise<Open> {
    await makeFolder(this.#files, dirname(this.#path));
    const file = await this.#files.open(this.#path, 'a+', 0o600);
    try {
      const { ino } = await file.stat();
      await flushFolder(this.#files, dirname(this.#path)); // else a power cut could remove its name, which its maker may not have flushed
      return { file, inode: ino };
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  #line(entry: Noted | JournalEntry): string {
    return lineOf((this.#nextCodec ?? this.#codec).encode(entryText(entry, this.#holder.token)));
  }

  async #wholeLines(): Promise<Result<readonly WholeLine[], FileFailure>> {
    const lines = await this.#linesOnDisk();
    if (lines.ok) this.#foreign = foreignPlaces(lines.value);
    return lines;
  }

  async #linesOnDisk(): Promise<Result<readonly WholeLine[], FileFailure>> {
    try {
      const { own, beyond } = await readWholeJournal(this.#files, this.#path);
      const linesOf = (bytes: Buffer): readonly WholeLine[] => wholeLinesIn(bytes).map((content) => this.#lineOf(content));
      const then = linesOf(beyond);
      return ok(then.length === 0 ? linesOf(own) : goneOnFrom(linesOf(own), then));
    } catch (error) {
      return refuse(diskFailure(orThrow(error), OWN_PLACES.journal));
    }
  }

  #lineOf(content: string): WholeLine {
    const text = this.#codec.decode(content);
    return { content, text: text ?? '', entry: text === null ? null : readEntry(text) };
  }
}

/** `content`: as read; `text`: without the seal; `entry`: null when the line is whole but cannot be read here. */
type WholeLine = { readonly content: string; readonly text: string; readonly entry: JournalEntry | null };

function readableIn(lines: readonly WholeLine[]): readonly JournalEntry[] {
  return lines.flatMap(({ entry }) => (entry === null ? [] : [entry]));
}

/**
 * An older Tierce went on without the lines in `first`: an unreadable line there is in no file that it has written since, and counts as
 * the last.
 */
function goneOnFrom(first: readonly WholeLine[], then: readonly WholeLine[]): readonly WholeLine[] {
  const isReadable = ({ entry }: WholeLine): boolean => entry !== null;
  return [...first.filter(isReadable), ...then, ...first.filter((line) => !isReadable(line))];
}

function foreignPlaces(lines: readonly WholeLine[]): readonly number[] {
  let entries = 0;
  return lines.flatMap(({ entry }) => {
    if (entry === null) return [entries];
    entries += 1;
    return [];
  });
}

/**
 * @param standing the index of the first mark of the file's content: later entries may be in no file yet, however many they are
 * @returns everything from that mark on, and the last steps that can be undone, with the entries between them
 */
export function keptEntries(entries: readonly JournalEntry[], standing: number): readonly JournalEntry[] {
  const steps = entries.filter((entry) => entry.kind === 'step').length;
  let toSkip = Math.max(0, steps - 2 * UNDO_DEPTH); // each may have been undone and redone
  const firstKept = entries.findIndex((entry) => entry.kind === 'step' && toSkip-- <= 0);
  const from = firstKept === -1 ? standing : Math.min(firstKept, standing);
  const holder = lastTaking(entries.slice(0, from)); // else lines of a displaced holder would count again
  return [...(holder === undefined ? [] : [holder]), ...entries.slice(from)];
}
