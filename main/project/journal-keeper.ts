// Keeps the journal of an open file: what has been written to it, what it still lacks, and so whether a step is safe on this computer.
import type { Step } from '@domain/commands/step.ts';
import type { FileFailure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import type { ContentName } from '../files/envelope.ts';
import type { Journal } from '../journal/journal.ts';
import type { Mark, Noted } from '../journal/journal-entry.ts';
import type { LineCodec } from '../journal/journal-lines.ts';
import { Turns } from './turns.ts';

export type KeptJournal = {
  readonly journal: Journal;
  /** The content of the file as it was read; `null` if it does not exist yet. */
  readonly standing: ContentName | null;
  /** Steps that the journal has and the file lacks. */
  readonly unsaved: readonly Step[];
  readonly revision: number;
  /**
   * Keeps the content on which steps are made as a backup, unless one exists: without it they would be useless once somebody else changes
   * the file.
   * @returns its name
   */
  readonly keepBase: (standing: ContentName) => Promise<Result<ContentName, FileFailure>>;
};

export class JournalKeeper {
  readonly #journal: Journal;
  readonly #keepBase: KeptJournal['keepBase'];
  readonly #turns = new Turns();
  #standing: ContentName | null;
  #unsaved: readonly Step[];
  #revision: number;
  /** Entries that could not be written to the journal yet, in order. A step is never written before those ahead of it here. */
  #owed: readonly Noted[] = [];
  /** The content that the steps were made on, once a backup holds it and a mark names it. */
  #base: ContentName | null = null;
  /** The journal's folder had disappeared, and perhaps the backup with it. */
  #isBegunAnew = false;
  #failure: FileFailure | null = null;

  constructor({ journal, standing, unsaved, revision, keepBase }: KeptJournal) {
    this.#keepBase = keepBase;
    this.#journal = journal;
    this.#standing = standing;
    this.#unsaved = unsaved;
    this.#revision = revision;
  }

  /** Steps that the file lacks: undoing them gives the content that it last held. */
  get unsaved(): readonly Step[] {
    return this.#unsaved;
  }

  /** Whether the journal has confirmed every step that the file lacks, and the content that they were made on is kept. */
  get isNoted(): boolean {
    if (this.#unsaved.length === 0) return true;
    if (this.#base === null) return false;
    const owed = new Set(this.#owed.flatMap((entry) => (entry.kind === 'step' ? [entry.step] : [])));
    return owed.size === 0 || this.#unsaved.findLast((step) => owed.has(step)) === undefined; // the owed ones are the last
  }

  /** Why the last write to the journal failed; `null` if it did not. */
  get failure(): FileFailure | null {
    return this.#failure;
  }

  /** Writes a step to the journal. @returns once that is confirmed or has failed: `isNoted` says which */
  async note(step: Step): Promise<void> {
    this.#revision = step.revision;
    this.#unsaved = [...this.#unsaved, step];
    this.#owed = [...this.#owed, { kind: 'step', step }];
    await this.#turns.take(() => this.#pay((entries) => this.#journal.append(entries)));
  }

  /**
   * Notes in the journal that the file is about to get a content. If that fails the file is written all the same: two places are better
   * than none, and the mark goes before the next step.
   */
  async announce(content: ContentName): Promise<void> {
    this.#owed = [...this.#owed, markOf('saving', content)];
    await this.#turns.take(() => this.#pay((entries) => this.#journal.append(entries)));
  }

  /** The file holds this content. Written without a flush, since an announced content is recognised as well. */
  async confirm(content: ContentName): Promise<void> {
    this.#standing = content;
    this.#unsaved = this.#unsaved.filter(({ revision }) => revision > content.revision);
    this.#owed = [...this.#owed, markOf('saved', content)];
    await this.#turns.take(() => this.#pay((entries) => this.#journal.remark(entries)));
  }

  /**
   * Checks that the steps which the file lacks are still where they were written, before they are called safe again; otherwise writes them
   * again.
   */
  assure(): Promise<void> {
    return this.#turns.take(async () => {
      if (this.#unsaved.length === 0) return;
      const isWhereItWas = this.#journal.isBegun && (await this.#journal.displaced()) === null;
      if (isWhereItWas) return;
      const steps = this.#unsaved.map((step) => ({ kind: 'step' as const, step }));
      this.#owed = [...steps, ...this.#owed.filter((entry) => entry.kind !== 'step')];
      await this.#pay((entries) => this.#journal.append(entries));
    });
  }

  /**
   * The kept base content can no longer replace the file: it lacks keys that no journal holds. The next step is safe once the file as it
   * is now is kept.
   */
  forgetBase(): void {
    this.#base = null;
  }

  /** Keeps the present content of the file as a backup, unless one has it. */
  keepStanding(): Promise<Result<unknown, FileFailure>> {
    return this.#standing === null ? Promise.resolve(ok(null)) : this.#keepBase(this.#standing);
  }

  /** See `Journal.writeAs`. */
  writeAs(codec: LineCodec | null): void {
    this.#journal.writeAs(codec);
  }

  /** The file has been sealed under another key, or its seal removed. */
  recode(codec: LineCodec, nonce: string): Promise<Result<null, FileFailure>> {
    return this.#turns.take(() => this.#journal.recode(codec, nonce));
  }

  /** Sets the whole journal aside; see `Journal.setAside`. */
  setAside(nonce: string): Promise<Result<null, FileFailure>> {
    return this.#turns.take(() => this.#journal.setAside(nonce));
  }

  close(): Promise<void> {
    return this.#turns.take(() => this.#journal.close());
  }

  async #pay(append: (entries: readonly Noted[]) => Promise<Result<null, FileFailure>>): Promise<void> {
    const owed = this.#owed;
    if (owed.length === 0) return; // already written along with earlier entries
    if (!this.#journal.isBegun) this.#base = null;
    this.#isBegunAnew = false;
    const [told, first] = await Promise.all([this.#tell(owed, append), this.#keptBase()]);
    if (this.#isBegunAnew) this.#base = null;
    const base = this.#isBegunAnew ? await this.#keptBase() : first;
    const kept = base.ok && told.ok ? await this.#namedBase(base.value) : base;
    if (told.ok) this.#owed = this.#owed.slice(owed.length);
    this.#failure = !told.ok ? told.failure : !kept.ok ? kept.failure : null;
  }

  /** Once per start of the journal. A holder who has lost the file keeps nothing: that could push out what the others keep. */
  async #keptBase(): Promise<Result<ContentName | null, FileFailure>> {
    if (this.#base !== null || this.#standing === null || this.#unsaved.length === 0) return ok(this.#base);
    return this.#failure?.code === 'file-lock-lost' ? refuse(this.#failure) : this.#keepBase(this.#standing);
  }

  /** The first mark is also the mark of the backup; a base that had to be rebuilt needs a mark of its own. */
  async #namedBase(base: ContentName | null): Promise<Result<unknown, FileFailure>> {
    const isNamed = base === null || base === this.#base || base.digest === this.#standing?.digest;
    const named = isNamed ? ok(null) : await this.#journal.append([markOf('saving', base)]);
    if (named.ok) this.#base = base;
    return named;
  }

  /** A journal that has disappeared is restarted with all that the file lacks. */
  async #tell(
    owed: readonly Noted[],
    append: (entries: readonly Noted[]) => Promise<Result<null, FileFailure>>,
  ): Promise<Result<null, FileFailure>> {
    const hadBegun = this.#journal.isBegun;
    const told = await append(hadBegun ? owed : [...this.#beginning(owed), ...owed]);
    if (told.ok || !hadBegun || told.failure.code !== 'disk-gone') return told;
    this.#isBegunAnew = true;
    return append([...this.#beginning(owed), ...owed]);
  }

  /** What must precede any step of this holder: who writes, which content it was made on, and the steps that only the journal has. */
  #beginning(owed: readonly Noted[]): readonly Noted[] {
    const toCome = new Set(owed.flatMap((entry) => (entry.kind === 'step' ? [entry.step] : [])));
    const only = this.#unsaved.filter((step) => !toCome.has(step));
    const first = only[0] ?? [...toCome][0];
    return [
      { kind: 'held', revision: first === undefined ? this.#revision : first.revision - 1 },
      ...(this.#standing === null ? [] : [markOf('saved', this.#standing)]),
      ...only.map((step) => ({ kind: 'step' as const, step })),
    ];
  }
}

function markOf(kind: Mark['kind'], { digest, revision }: ContentName): Mark {
  return { kind, digest, revision };
}
