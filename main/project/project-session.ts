// One open project: commands, undo and redo, the journal behind every step, and the file behind the journal.
import { basename } from 'node:path';
import type { Command } from '@domain/commands/command.ts';
import type { CommandContext } from '@domain/commands/context.ts';
import { planCommand, type Planned } from '@domain/commands/run-command.ts';
import type { Step, StepLabel } from '@domain/commands/step.ts';
import { pushStep, stackOf, type UndoStack } from '@domain/commands/undo-stack.ts';
import { applyChanges, type Change, type Document, invertChanges } from '@domain/document.ts';
import type { Failure, FileFailure } from '@domain/failures.ts';
import { judge } from '@domain/guards/advance.ts';
import { type History, withStep } from '@domain/history/history.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import type { Instant } from '@domain/units.ts';
import type { BackupReason, ReadOnly, SaveState, UndoState } from '@contract/channels.ts';
import { Low } from 'lowdb';
import type { BackupRhythm } from '../backups/backup-rhythm.ts';
import type { ContentStore } from '../attachments/content-store.ts';
import { type AttachedContent, type Contents, fingerprintOf } from '../files/attached-contents.ts';
import type { ContentName, FileHeader, Project } from '../files/envelope.ts';
import { FileRefusal } from '../files/file-refusal.ts';
import type { KeyOf } from '../files/parse-project.ts';
import type { Journal } from '../journal/journal.ts';
import { contentOf, encodedContent, resealedContents } from '../vault/reseal-contents.ts';
import { SectionSealer } from '../vault/sealed-file.ts';
import type { Footprint } from '../files/footprint.ts';
import type { ProjectAdapter } from '../files/project-adapter.ts';
import { LastReplies } from './last-replies.ts';
import { SaveSchedule } from './save-schedule.ts';
import type { Intended, Keys, Reply, Resealing, SessionOptions } from './session-options.ts';
import type { SessionLocks } from './session-locks.ts';

/** Of what is no change of a record. */
const labelOf = (command: string): StepLabel => ({ command, table: null, title: '' });

export class ProjectSession {
  readonly path: string;
  /** Why nothing may be changed; `null` when it may. */
  readonly readOnly: ReadOnly | null;
  readonly #low: Low<Project>;
  readonly #adapter: ProjectAdapter;
  #key: Uint8Array | null;
  readonly #journal: Journal;
  readonly #locks: SessionLocks;
  readonly #rhythm: BackupRhythm;
  readonly #contents: ContentStore;
  readonly #context: () => CommandContext;
  readonly #onSaveState: (state: SaveState) => void;
  readonly #schedule: SaveSchedule;
  readonly #replies = new LastReplies<Reply>();
  readonly #underWay = new Set<string>();
  #stack: UndoStack;
  #saveState: SaveState;
  #savedRevision: number;
  /** Steps that the journal could not take yet; they go along with the next one. */
  #unjournaled: readonly Step[] = [];
  /** Steps since the content that the file holds: turned back, they give what was common with another hand's. */
  #unsaved: readonly Step[];
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: SessionOptions) {
    this.path = options.path;
    this.readOnly = options.readOnly;
    this.#low = new Low(options.adapter, options.project);
    this.#adapter = options.adapter;
    this.#key = options.key;
    this.#journal = options.journal;
    this.#locks = options.locks;
    this.#rhythm = options.rhythm;
    this.#contents = options.contents;
    this.#unsaved = options.unsaved;
    this.#context = options.context;
    this.#onSaveState = options.onSaveState;
    this.#stack = stackOf(options.steps);
    const { revision, savedAt } = options.project.header;
    this.#savedRevision = options.isSaved ? revision : -1;
    this.#saveState = { where: options.isSaved ? 'file' : 'journal', at: savedAt, failure: null, isSafeHere: true };
    this.#schedule = new SaveSchedule(options.later, () => void this.save());
    if (!options.isSaved) this.#schedule.changed();
  }

  /** The project as it stands, to be kept elsewhere. */
  get project(): Project {
    return this.#low.data;
  }

  /** The project as the file last held it by our hand: the common base when another hand has changed the file since. */
  get base(): Project {
    const changes = this.#unsaved.flatMap((step) => step.changes);
    return { header: { ...this.header, revision: this.header.revision - this.#unsaved.length }, document: applyChanges(this.document, invertChanges(changes)), history: this.#low.data.history, contents: this.#low.data.contents };
  }

  /** The key of a sealed file, `null` for a plain one. */
  get key(): Uint8Array | null {
    return this.#key;
  }

  /** How many changes the file does not hold yet. */
  get unsavedSteps(): number {
    return this.#unsaved.length;
  }

  /** Opens what is sealed as this file is: another content of it, a backup. */
  get keyOf(): KeyOf {
    return () => Promise.resolve(this.#key === null ? refuse({ code: 'seal-broken' }) : ok(this.#key));
  }

  /** Keeps what stands now (or, as `base`, what stood when the file was last read or written) as a backup, sealed as the file is. */
  keepBackup(reason: BackupReason): Promise<Result<null, FileFailure>> {
    return this.#inTurn(() => this.#rhythm.keep(this.#adapter.contentOf(reason === 'base' ? this.base : this.project), reason));
  }

  /** Why the last backup could not be kept, `null` when it could. */
  get backupFailure(): Failure | null {
    return this.#rhythm.failure;
  }

  get document(): Document {
    return this.#low.data.document;
  }

  get history(): History {
    return this.#low.data.history;
  }

  get header(): Project['header'] {
    return this.#low.data.header;
  }

  get revision(): number {
    return this.header.revision;
  }

  get saveState(): SaveState {
    return this.#saveState;
  }

  get fileName(): string {
    return basename(this.path);
  }

  /** Whether every step is in the file or in the journal, so that leaving now loses nothing. */
  get isSafeHere(): boolean {
    return this.#unjournaled.length === 0;
  }

  get undoState(): UndoState {
    return { undo: this.#stack.done.at(-1)?.label ?? null, redo: this.#stack.undone.at(-1)?.label ?? null };
  }

  /** @returns whether a message made on `baseRevision` may be handled: nothing has changed since, or it is asked again after a lost reply. */
  admits(commandId: string, baseRevision: number): boolean {
    return baseRevision === this.revision || this.#replies.of(commandId) !== undefined || this.#underWay.has(commandId);
  }

  /** Keeps a content beside the journal, flushed, and holds it for the file: a record may then name it. @returns its SHA-256; or disk-* */
  hold(content: Uint8Array): Promise<Result<string>> {
    return this.#inTurn(async () => {
      const sha256 = fingerprintOf(content);
      const held = this.#low.data.contents.get(sha256) ?? encodedContent(sha256, content, this.#adapter.sealer);
      const stored = await this.#contents.putOnce(this.header.fileId, sha256, held);
      if (!stored.ok) return stored;
      this.#hold(sha256, held);
      return ok(sha256);
    });
  }

  /** Takes the contents of another content of this file, such as a backup: records that come back may name them. */
  async holdAll(contents: Contents): Promise<void> {
    await this.#inTurn(() => {
      for (const [sha256, content] of contents) this.#hold(sha256, content);
      return Promise.resolve();
    });
  }

  /** @returns a content in the clear; or attachment-gone, seal-broken */
  contentOf(sha256: string, name: string): Result<Buffer> {
    const content = this.#low.data.contents.get(sha256);
    return content === undefined ? refuse({ code: 'attachment-gone', name }) : contentOf(sha256, content, { fileId: this.header.fileId, key: this.#key });
  }

  /** Runs a command. @returns what changed, once it is flushed to the journal (or the save state says that it could not be). */
  run(commandId: string, command: Command): Promise<Result<Reply>> {
    return this.runPlanned(commandId, (document, context) => planCommand(document, command, context));
  }

  /** Runs changes that main makes itself, such as those of sealed records: the same guards, journal and undo as for a command. */
  runPlanned(commandId: string, plan: (document: Document, context: CommandContext) => Result<Planned>): Promise<Result<Reply>> {
    return this.#once(commandId, () => {
      const planned = plan(this.document, this.#context());
      return planned.ok ? this.#step({ kind: 'do', of: null, ...planned.value }) : Promise.resolve(planned);
    });
  }

  /**
   * Replaces the keys of the file. Done once the file itself holds them: the journal never does, so that a passphrase that was replaced opens nothing there.
   * @returns the act; or why the keys were not made, or disk-* when the file could not be written, in which case the keys of before stand
   */
  rekey(commandId: string, make: (keys: Keys) => Promise<Result<Keys>>): Promise<Result<Reply>> {
    return this.#once(commandId, async () => {
      const before = this.header.keys;
      const made = await make(before);
      if (!made.ok) return made;
      const reply = await this.#advance({ kind: 'do', of: null, isAct: true, label: labelOf('vault.rekey'), changes: [] }, made.value);
      if (!reply.ok) return reply;
      const { where, failure } = await this.#write();
      if (where === 'file') return this.#rhythm.keep(this.#adapter.contentOf(this.project), 'keys').then(() => reply); // no journal holds them
      this.#setHeader({ ...this.header, keys: before }); // the next writing puts them into the file again
      return refuse(failure ?? { code: 'bug', id: 'rekey' });
    });
  }

  /**
   * Seals the file under another key, or takes its seal off. Done once the file itself is so and the journal too.
   * @returns the act; or why not, in which case the file is as it was
   */
  reseal(commandId: string, make: (keys: Keys) => Promise<Result<Resealing>>): Promise<Result<Reply>> {
    return this.#once(commandId, async () => {
      const made = await make(this.header.keys);
      if (!made.ok) return made;
      const { key, keys, codec } = made.value;
      const { fileId, keys: keysBefore } = this.header;
      const sealer = key === null ? null : new SectionSealer(fileId, key);
      const before = this.#low.data.contents;
      const contents = resealedContents(before, { fileId, key: this.#key }, sealer);
      if (!contents.ok) return contents;
      this.#low.data = { ...this.#low.data, contents: contents.value };
      const sealerBefore = this.#adapter.useSealer(sealer);
      const reply = await this.#advance({ kind: 'do', of: null, isAct: true, label: labelOf('file.reseal'), changes: [] }, keys);
      const { where, failure } = reply.ok ? await this.#write() : this.#saveState;
      if (reply.ok && where === 'file') {
        this.#key = key;
        await this.#journal.recode(codec, made.value.nonce); // when it fails the next opening finds lines under another seal, and puts them aside
        return reply;
      }
      this.#adapter.useSealer(sealerBefore);
      this.#low.data = { ...this.#low.data, header: { ...this.header, keys: keysBefore }, contents: before };
      return reply.ok ? refuse(failure ?? { code: 'bug', id: 'reseal' }) : reply;
    });
  }

  /** Takes back the last step. Refused as nothing-to-undo, or as the guard says that now objects. */
  undo(commandId: string): Promise<Result<Reply>> {
    return this.#once(commandId, () => {
      const step = this.#stack.done.at(-1);
      if (step === undefined) return Promise.resolve(refuse({ code: 'nothing-to-undo' }));
      return this.#step({ kind: 'undo', of: step.revision, isAct: false, label: step.label, changes: invertChanges(step.changes) });
    });
  }

  /** Makes the last undone step again. Refused as nothing-to-redo, or as the guard says. */
  redo(commandId: string): Promise<Result<Reply>> {
    return this.#once(commandId, () => {
      const step = this.#stack.undone.at(-1);
      if (step === undefined) return Promise.resolve(refuse({ code: 'nothing-to-redo' }));
      return this.#step({ kind: 'redo', of: step.revision, isAct: false, label: step.label, changes: step.changes });
    });
  }

  /** Writes the file if it does not hold the last step yet. @returns the truth afterwards. */
  save(): Promise<SaveState> {
    return this.#inTurn(() => this.#write());
  }

  /** Writes over what another hand has put into the file, which has been kept elsewhere. */
  async writeOver(footprint: Footprint, standing: ContentName): Promise<SaveState> {
    return this.#inTurn(() => {
      this.#adapter.acceptUnderneath(footprint, standing);
      return this.#write();
    });
  }

  /**
   * Writes the file and lets go of it.
   * @param evenUnsaved accepts a file that cannot be written, as long as the journal holds everything: nothing is ever let go that would be lost
   * @returns why it was not let go
   */
  async close(evenUnsaved: boolean): Promise<Result<null>> {
    const state = await this.save();
    if (state.where === 'failing' && !(evenUnsaved && this.isSafeHere)) return refuse(state.failure ?? { code: 'bug', id: 'close' });
    await this.abandon();
    return ok(null);
  }

  /** Lets go without writing: for a step that was kept nowhere and has been told as refused, which must not come into the file later. */
  async abandon(): Promise<void> {
    this.#schedule.stop();
    await this.#inTurn(async () => {
      await this.#journal.close();
      await this.#locks.release();
    });
  }

  /** Lets go without writing, and puts the journal aside whole: what it holds has been kept in another way. @returns why it holds on */
  setAside(nonce: string): Promise<Result<null>> {
    this.#schedule.done();
    return this.#inTurn(async () => {
      const aside = await this.#journal.setAside(nonce);
      if (!aside.ok) this.#schedule.changed();
      else this.#schedule.stop();
      if (aside.ok) await this.#locks.release();
      return aside;
    });
  }

  async #write(): Promise<SaveState> {
    this.#schedule.done();
    if (this.readOnly !== null) return this.#saveState;
    if (this.#savedRevision === this.revision) return this.#saveState;
    const { revision } = this;
    try {
      await this.#low.write();
      this.#savedRevision = revision;
      this.#unjournaled = [];
      this.#unsaved = [];
      this.#tell({ where: 'file', at: this.#context().now, failure: null });
    } catch (error) {
      if (!(error instanceof FileRefusal)) throw error;
      this.#tell({ where: 'failing', at: this.#saveState.at, failure: error.failure });
      this.#schedule.failed();
    }
    return this.#saveState;
  }

  /** One at a time, in the order asked; a command asked again gets the reply of the first time. */
  #once(commandId: string, act: () => Promise<Result<Reply>>): Promise<Result<Reply>> {
    if (this.readOnly !== null) return Promise.resolve(refuse({ code: 'file-read-only', name: this.fileName }));
    this.#underWay.add(commandId);
    const turn = this.#inTurn(async () => {
      const earlier = this.#replies.of(commandId);
      const reply = earlier === undefined ? await act() : ok(earlier);
      if (reply.ok) this.#replies.keep(commandId, reply.value);
      return reply;
    });
    return turn.finally(() => this.#underWay.delete(commandId));
  }

  #step(planned: Intended): Promise<Result<Reply>> {
    if (planned.changes.length === 0) return Promise.resolve(ok({ revision: this.revision, changes: [], label: labelOf('') }));
    return this.#advance(planned, this.header.keys);
  }

  async #advance(planned: Intended, keys: Keys): Promise<Result<Reply>> {
    const gone = await this.#bringContents(planned.changes);
    if (gone !== null) return refuse(gone);
    const { now, today, by } = this.#context();
    const judged = judge(this.document, planned.changes, today);
    if (!judged.ok) return judged;
    const step: Step = { revision: this.revision + 1, at: now, by, ...planned };
    const { value: next } = judged;
    this.#low.data = { header: { ...this.header, revision: step.revision, savedBy: by, savedAt: now, keys }, get document() { return next.after; }, history: withStep(this.history, step), contents: this.#low.data.contents };
    this.#stack = pushStep(this.#stack, step);
    this.#unsaved = [...this.#unsaved, step];
    await this.#record(step, now);
    setImmediate(() => (this.#unsaved.length === 1 ? this.#adapter.foresee(next.after) : next.after)); // a full table is copied, and its lines made, once the step is told as safe
    return ok({ revision: step.revision, changes: step.changes, label: step.label });
  }

  /** A record never names a content that the file would lack. @returns why one cannot be had */
  async #bringContents(changes: readonly Change[]): Promise<Failure | null> {
    const named = changes.flatMap(({ table, after }) => (table === 'attachments' && after !== null ? [after] : []));
    for (const record of named) {
      const sha256 = String(record['sha256']);
      if (this.#low.data.contents.has(sha256)) continue;
      const content = await this.#contents.get(sha256, { fileId: this.header.fileId, key: this.#key });
      if (content === null) return { code: 'attachment-gone', name: String(record['name']) };
      this.#hold(sha256, content);
    }
    return null;
  }

  #hold(sha256: string, content: AttachedContent): void {
    this.#low.data = { ...this.#low.data, contents: new Map(this.#low.data.contents).set(sha256, content) };
  }

  async #record(step: Step, now: Instant): Promise<void> {
    const { failure } = this.#saveState;
    this.#tell({ where: 'pending', at: this.#saveState.at, failure });
    const steps = [...this.#unjournaled, step];
    const written = await this.#journal.append(steps.map((each) => ({ kind: 'step', step: each })));
    this.#unjournaled = written.ok ? [] : steps;
    if (written.ok) this.#tell(failure === null ? { where: 'journal', at: now, failure: null } : { where: 'failing', at: now, failure });
    else this.#tell({ where: 'failing', at: this.#saveState.at, failure: written.failure satisfies Failure });
    this.#schedule.changed();
  }

  #setHeader(header: FileHeader): void {
    this.#low.data = { ...this.#low.data, header, document: this.document };
  }

  #tell(state: Omit<SaveState, 'isSafeHere'>): void {
    this.#saveState = { ...state, isSafeHere: this.isSafeHere && state.where !== 'pending' };
    this.#onSaveState(this.#saveState);
  }

  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const own = this.#turn.then(act);
    this.#turn = own.catch(() => undefined); // its own caller hears of the failure
    return own;
  }
}
