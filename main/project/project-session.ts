// One open project, composed: it runs commands, writes the file, and keeps its journal, its attached contents and its keys.
import { basename } from 'node:path';
import type { Document } from '@domain/document.ts';
import type { Failure, FileFailure } from '@domain/failures.ts';
import type { History } from '@domain/history/history.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import type { Instant } from '@domain/units.ts';
import type { BackupReason } from '@contract/backups.ts';
import type { ReadOnly, SaveState, UndoState } from '@contract/project.ts';
import type { ContentName, Project } from '../files/envelope.ts';
import type { KeyOf } from '../files/parse-project.ts';
import type { OpenMemory } from '../memory/open-memory.ts';
import { CommandRunner } from './command-runner.ts';
import { ContentsKeeper } from './contents-keeper.ts';
import { FileWriter } from './file-writer.ts';
import { KeyKeeper } from './key-keeper.ts';
import { saveStateOf } from './save-state.ts';
import type { SessionOptions } from './session-options.ts';
import { turnedBack } from './turned-back.ts';
import { Turns } from './turns.ts';

export class ProjectSession {
  /** Why nothing may be changed; `null` when it may. */
  readonly readOnly: ReadOnly | null;
  /** What is attached to the file. */
  readonly contents: ContentsKeeper;
  /** The key of the file, and the acts that change it. */
  readonly keys: KeyKeeper;
  readonly #options: SessionOptions;
  readonly #runner: CommandRunner;
  readonly #writer: FileWriter;
  readonly #turns = new Turns();
  #isNoting = false;
  #confirmedAt: Instant;

  constructor(options: SessionOptions) {
    const { project, isSaved, readOnly, adapter, keys, journal, memory, contents, context, steps, later } = options;
    const isReadOnly = readOnly !== null;
    this.#options = options;
    this.readOnly = readOnly;
    this.#confirmedAt = project.header.savedAt;
    this.#writer = new FileWriter({ adapter, project, isSaved, isReadOnly, later, onTried: () => this.#tried() });
    this.contents = new ContentsKeeper({
      store: contents,
      writer: this.#writer,
      turns: this.#turns,
      origin: () => ({ fileId: this.header.fileId, key: this.key }),
    });
    this.#runner = new CommandRunner({
      writer: this.#writer,
      journal,
      contents: this.contents,
      turns: this.#turns,
      isReadOnly,
      steps,
      context,
      onNoting: (isNoting) => this.#noting(isNoting),
    });
    this.keys = new KeyKeeper({
      keys,
      adapter,
      journal,
      memory,
      writer: this.#writer,
      runner: this.#runner,
      keepKeys: async () => options.rhythm.keepKeys(await adapter.contentOf(this.project)),
    });
  }

  get path(): string {
    return this.#writer.path;
  }

  /** What this computer remembers of the file. */
  get memory(): OpenMemory {
    return this.#options.memory;
  }

  /** The current project, to be kept elsewhere. */
  get project(): Project {
    return this.#writer.project;
  }

  /** The key of a sealed file, `null` for a plain one. */
  get key(): Uint8Array | null {
    return this.keys.key;
  }

  /** How many changes the file lacks. */
  get unsavedSteps(): number {
    return this.#options.journal.unsaved.length;
  }

  /**
   * Opens anything sealed with a present or earlier key of this file: another version of it, a backup. The keys stay the session's; after
   * it is closed there are none.
   */
  get keyOf(): KeyOf {
    return this.keys.keyOf;
  }

  /** Why the last backup could not be kept; `null` if it could. */
  get backupFailure(): Failure | null {
    return this.#options.rhythm.failure;
  }

  get document(): Document {
    return this.project.document;
  }

  get history(): History {
    return this.project.history;
  }

  get header(): Project['header'] {
    return this.project.header;
  }

  get revision(): number {
    return this.header.revision;
  }

  get saveState(): SaveState {
    const { isNoted, failure } = this.#options.journal;
    const { savedRevision, failure: fileFailure } = this.#writer;
    return saveStateOf({
      revision: this.revision,
      savedRevision,
      isNoted,
      isNoting: this.#isNoting,
      fileFailure,
      journalFailure: failure,
      at: this.#confirmedAt,
    });
  }

  get fileName(): string {
    return basename(this.path);
  }

  /** Whether every step is in the file or in the journal, so that leaving now loses nothing. */
  get isSafeHere(): boolean {
    return this.saveState.isSafeHere;
  }

  get undoState(): UndoState {
    return this.#runner.undoState;
  }

  /** @returns whether a message made on `baseRevision` may be handled: nothing has changed since, or it is repeated after a lost reply. */
  admits(commandId: string, baseRevision: number): boolean {
    return baseRevision === this.revision || this.#runner.knows(commandId);
  }

  /** See `CommandRunner.run`. */
  readonly run: CommandRunner['run'] = (commandId, command) => this.#runner.run(commandId, command);
  /** See `CommandRunner.runPlanned`. */
  readonly runPlanned: CommandRunner['runPlanned'] = (commandId, plan) => this.#runner.runPlanned(commandId, plan);
  readonly undo: CommandRunner['undo'] = (...asked) => this.#runner.undo(...asked);
  readonly redo: CommandRunner['redo'] = (...asked) => this.#runner.redo(...asked);

  /** Keeps the current content (or, as `base`, the content when the file was last read or written) as a backup, sealed as the file is. */
  keepBackup(reason: BackupReason): Promise<Result<null, FileFailure>> {
    return this.#turns.take(() => this.#keep(reason));
  }

  /** Writes the file unless it holds everything already. @returns the state afterwards. */
  async save(): Promise<SaveState> {
    await this.#turns.idle();
    await this.#writer.write();
    return this.saveState;
  }

  /** Overwrites what another program or person has put into the file, which has been kept elsewhere. */
  writeOver(standing: ContentName): Promise<SaveState> {
    return this.#turns.take(async () => {
      this.#options.adapter.acceptUnderneath(standing);
      await this.#writer.write();
      return this.saveState;
    });
  }

  /**
   * Writes and closes the file.
   * @param evenUnsaved accepts a file that cannot be written, as long as the journal holds everything: it never closes if that would lose
   * something
   * @returns why it was not closed
   */
  close(evenUnsaved: boolean): Promise<Result<null>> {
    return this.#turns.take(async () => {
      await this.#writer.write();
      const { where, failure, isSafeHere } = this.saveState;
      if (where !== 'file' && this.readOnly === null && !(evenUnsaved && isSafeHere))
        return refuse(failure ?? { code: 'bug', id: 'close' });
      await this.#letGo();
      return ok(null);
    });
  }

  /** Closes without writing: for a step that was stored nowhere and was reported as refused, so it must not reach the file later. */
  abandon(): Promise<void> {
    return this.#turns.take(() => this.#letGo());
  }

  /** Closes without writing, and sets the whole journal aside: its steps have been kept in another way. @returns why it stays open */
  setAside(nonce: string): Promise<Result<null>> {
    return this.#turns.take(async () => {
      const aside = this.readOnly === null ? await this.#writer.alone(() => this.#options.journal.setAside(nonce)) : ok(null);
      if (aside.ok) await this.#letGo();
      return aside;
    });
  }

  async #letGo(): Promise<void> {
    await this.#writer.stop();
    await this.#options.journal.close();
    await this.memory.keep();
    await this.#options.locks.release();
    this.keys.forget();
  }

  async #keep(reason: BackupReason): Promise<Result<null, FileFailure>> {
    const { rhythm, adapter, journal } = this.#options;
    return rhythm.keep(await adapter.contentOf(reason === 'base' ? turnedBack(this.project, journal.unsaved) : this.project), reason);
  }

  #noting(isNoting: boolean): void {
    this.#isNoting = isNoting;
    this.#tell(!isNoting && this.#options.journal.isNoted);
  }

  /** If the file could not be written, only the journal makes its steps safe, and is checked again. */
  async #tried(): Promise<void> {
    const isWritten = this.#writer.failure === null;
    if (!isWritten) await this.#options.journal.assure();
    this.#tell(isWritten);
    if (isWritten) await this.memory.saved(this.#writer.savedRevision, this.#options.adapter.sealer !== null);
  }

  #tell(isConfirmed: boolean): void {
    if (isConfirmed) this.#confirmedAt = this.#options.context().now;
    this.#options.onSaveState(this.saveState, this.fileName);
  }
}
