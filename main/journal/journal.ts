// The journal: every step appended and flushed on this computer before it is called safe. It feeds recovery and undo across restarts.
import { dirname, join } from 'node:path';
import { UNDO_DEPTH } from '@domain/commands/step.ts';
import type { FileFailure } from '@domain/failures.ts';
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

/** Whoever notes lines. */
export type Holder = {
  /** In each of its lines, so that they are told from those of a holder before. */
  readonly token: string;
  /** @returns why somebody else has the say over the journal by now, or `null` */
  readonly lost: () => Promise<FileFailure | null>;
};
/** For a journal that is read, or that nobody else can be writing to. */
export const NO_HOLDER: Holder = { token: '', lost: () => Promise.resolve(null) };

/** A journal above this is rewritten at opening with the steps that can still be undone. In bytes. */
const COMPACT_ABOVE_BYTES = 4 * 1024 * 1024;

/** The file that is appended to. `inode`: nobody else's while it is open. */
type Open = { readonly file: OpenFile; inode: number };

export class Journal {
  readonly #files: FileSystem;
  readonly #path: string;
  readonly #holder: Holder;
  #codec: LineCodec;
  /** How lines are written while they are still read by `#codec`. */
  #nextCodec: LineCodec | null = null;
  #open: Open | null = null;
  /** How often its place was made ready: what is put aside or brought along then has a name of its own. */
  #readyings = 0;
  /** For each whole line that cannot be read here, how many entries stand before it. */
  #foreign: readonly number[] = [];
  /** Who had taken the say over it when it was last read: somebody of before. */
  #takenBefore: string | null = null;

  constructor(files: FileSystem, path: string, codec: LineCodec = PLAIN_LINES, holder: Holder = NO_HOLDER) {
    this.#files = files;
    this.#path = path;
    this.#codec = codec;
    this.#holder = holder;
  }

  /** Whether what this holder has noted since it began stands in the file under the name of the journal. After any failure one begins anew. */
  get isBegun(): boolean {
    return this.#open !== null;
  }

  /** Whether the last reading met whole lines that cannot be read here: under another seal, of a newer Tierce, or none of ours. */
  get holdsForeign(): boolean {
    return this.#foreign.length > 0;
  }

  /** How many of them there were. */
  get foreignLines(): number {
    return this.#foreign.length;
  }

  /** The same of what stands after an entry. @param index of the entry in what was read; -1 for the whole journal */
  holdsForeignAfter(index: number): boolean {
    return this.#foreign.some((before) => before > index);
  }

  /** @returns the entries of every whole line; torn and damaged ones are left out, and recovery stops where a revision is missing. Or a disk-* failure. */
  async read(): Promise<Result<readonly JournalEntry[], FileFailure>> {
    const lines = await this.#wholeLines();
    if (!lines.ok) return lines;
    const entries = readableIn(lines.value);
    this.#takenBefore = lastTaking(entries)?.token ?? null;
    return ok(entries);
  }

  /** @returns whether somebody else has noted here since it was read that they hold it: their lock may have gone with them. What cannot be read just now tells nothing. */
  async isTaken(): Promise<boolean> {
    const lines = await this.#linesOnDisk();
    if (!lines.ok) return false;
    const last = lastTaking(readableIn(lines.value))?.token ?? null;
    const isSealedSince = foreignPlaces(lines.value).length > this.#foreign.length;
    return isSealedSince || (last !== null && last !== this.#holder.token && last !== this.#takenBefore);
  }

  /**
   * Appends entries and flushes them.
   * @returns once they are on the disk, in the file that stands under the name of the journal, and nobody else had taken it over when they were written there.
   * Else why not: a disk-* failure, disk-gone where another file or none stands under its name, or what the holder says
   */
  append(entries: readonly Noted[]): Promise<Result<null, FileFailure>> {
    return this.#append(entries, (file) => file.datasync());
  }

  /** Appends entries that may be lost without harm: the next flush takes them along. */
  remark(entries: readonly Noted[]): Promise<Result<null, FileFailure>> {
    return this.#append(entries, () => Promise.resolve());
  }

  async #append(entries: readonly Noted[], flush: (file: OpenFile) => Promise<void>): Promise<Result<null, FileFailure>> {
    try {
      const stopped = this.#open === null ? await this.#readied() : null;
      if (stopped !== null) return refuse(stopped);
      const open = (this.#open ??= await this.#begin());
      // Half a line may stand there, of our own after a failure or of somebody who was displaced: a new line keeps it from swallowing the next entry.
      const lines = `\n${entries.map((entry) => this.#line(entry)).join('')}`;
      await writeAll(open.file, Buffer.from(lines, 'utf8'));
      // Once the lines are written whoever takes over reads them, flushed or not: so this is asked after, and beside the flush.
      const flushed = flush(open.file);
      const [failure] = await Promise.all([this.#displaced(open), flushed]);
      if (failure === null) return ok(null);
      await this.close();
      return refuse(failure);
    } catch (error) {
      await this.close();
      return refuse(diskFailure(orThrow(error), 'journal'));
    }
  }

  /** What an older Tierce has noted is brought along first. Whoever was displaced does not begin anew: that would look like a taking-over. @returns why nothing can be noted, or `null` */
  async #readied(): Promise<FileFailure | null> {
    const lost = await this.#holder.lost();
    if (lost !== null) return lost;
    const nonce = `${this.#holder.token}-${(this.#readyings += 1)}`;
    await clearPlace(this.#files, this.#path, nonce);
    const brought = await bringAlong(this.#files, this.#path, `before-${nonce}`);
    return brought.ok ? null : brought.failure;
  }

  /** Looks whether what was noted is still what the next opening reads. @returns why not, after which one begins anew; `null` when it is */
  async displaced(): Promise<FileFailure | null> {
    try {
      const failure = this.#open === null ? null : await this.#displaced(this.#open);
      if (failure !== null) await this.close();
      return failure;
    } catch (error) {
      await this.close();
      return diskFailure(orThrow(error), 'journal');
    }
  }

  /** @returns why what was just written may not be what the next opening reads, or `null` */
  async #displaced(open: Open): Promise<FileFailure | null> {
    const [lost, isStanding] = await Promise.all([this.#holder.lost(), this.#isStanding(open)]);
    return lost ?? (isStanding ? null : { code: 'disk-gone', name: 'journal' });
  }

  /** A folder that was removed, or put back by another program, leaves us a file that has no name any more. */
  async #isStanding(open: Open): Promise<boolean> {
    try {
      const { ino } = await this.#files.stat(this.#path);
      if (ino === open.inode) return true;
      open.inode = (await open.file.stat()).ino; // some disks number a file anew at each look
      return (await this.#files.stat(this.#path)).ino === open.inode;
    } catch (error) {
      orThrow(error);
      return false;
    }
  }

  /** Rewrites the journal with what recovery and undo still need, when it has grown large. @param standing as for `keptEntries` */
  async compact(entries: readonly JournalEntry[], standing: number, nonce: string): Promise<Result<null, FileFailure>> {
    try {
      const { size } = await this.#files.stat(this.#path);
      return size > COMPACT_ABOVE_BYTES ? await this.rewrite(keptEntries(entries, standing), nonce) : ok(null);
    } catch (error) {
      return errnoOf(error) === 'ENOENT' ? ok(null) : refuse(diskFailure(orThrow(error), 'journal'));
    }
  }

  /** Replaces the whole journal. What was noted before stays under the token of its holder. */
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
      const stopped = await this.#readied(); // what is replaced here holds what was noted before as well: it must not come back
      if (stopped !== null) return refuse(stopped);
    } catch (error) {
      return refuse(diskFailure(orThrow(error), 'journal'));
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

  /** From now on lines are written as this codec has them, those before stay as they are: `recode` brings them along. `null`: as those before. */
  writeAs(codec: LineCodec | null): void {
    this.#nextCodec = codec;
  }

  /** Writes the same entries anew as another codec has them: the file has been sealed, or its seal taken off. Lines under yet another seal stay as they are. */
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

  /** Puts the journal aside under a name of its own, so that nothing in it is lost; that of whoever has taken it over stays. @returns or a disk-* failure, after which it is where it was */
  async setAside(nonce: string): Promise<Result<null, FileFailure>> {
    await this.close();
    try {
      if ((await this.#holder.lost()) !== null) return ok(null);
      for (const path of [this.#path, ...olderPaths(this.#path)]) await this.#putAside(path, nonce);
      return ok(null);
    } catch (error) {
      return refuse(diskFailure(orThrow(error), 'journal'));
    }
  }

  async #putAside(path: string, nonce: string): Promise<void> {
    try {
      await this.#files.rename(path, join(dirname(path), setAsideName(path, nonce)));
    } catch (error) {
      if (errnoOf(error) !== 'ENOENT') throw error; // nothing was ever noted
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
      await flushFolder(this.#files, dirname(this.#path)); // else a power cut could take the name of a journal away, with steps that were said safe; whoever made it may have been killed just before
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
      return refuse(diskFailure(orThrow(error), 'journal'));
    }
  }

  #lineOf(content: string): WholeLine {
    const text = this.#codec.decode(content);
    return { content, text: text ?? '', entry: text === null ? null : readEntry(text) };
  }
}

/** `content`: as it stands; `text`: without the seal; `entry`: null when the line is whole but cannot be read here. */
type WholeLine = { readonly content: string; readonly text: string; readonly entry: JournalEntry | null };

function readableIn(lines: readonly WholeLine[]): readonly JournalEntry[] {
  return lines.flatMap(({ entry }) => (entry === null ? [] : [entry]));
}

/** An older Tierce went on without what stands in the first: a line there that cannot be read is in no file that it has written since, and counts as the last. */
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
 * @param standing the place of the first mark of the content that the file holds: what stands after it may be in no file yet, however much that is
 * @returns everything from that mark on, and the last steps that can be undone, with what stands between them
 */
export function keptEntries(entries: readonly JournalEntry[], standing: number): readonly JournalEntry[] {
  const steps = entries.filter((entry) => entry.kind === 'step').length;
  let toSkip = Math.max(0, steps - 2 * UNDO_DEPTH); // each may have been undone and made again
  const firstKept = entries.findIndex((entry) => entry.kind === 'step' && toSkip-- <= 0);
  const from = firstKept === -1 ? standing : Math.min(firstKept, standing);
  const holder = lastTaking(entries.slice(0, from)); // else lines of one who was displaced would count again
  return [...(holder === undefined ? [] : [holder]), ...entries.slice(from)];
}
