// An application with its window: asks main as the real one does, and keeps what main answers and reports.
import { join } from 'node:path';
import type { Args, Channel, Value } from '@contract/channels.ts';
import type { EventName, Events } from '@contract/events.ts';
import type { Applied, OpenProject, SaveState } from '@contract/project.ts';
import { ok, type Result } from '@domain/result.ts';
import { type Application, createApplication } from '../../main/application.ts';
import type { RunningProcess } from '../../main/locks/running-process.ts';
import type { Shell } from '../../main/shell.ts';
import type { Caller } from '../support/moody-disk.ts';
import { hereRenderer, RESOURCES } from '../support/application.ts';
import { isNoted, wordsIn } from './claims.ts';
import type { Computer, World } from './world.ts';

type ProjectStep = 'project.run' | 'project.undo' | 'project.redo' | 'backups.restore' | 'attachments.add';
type KeyStep =
  | 'protection.set'
  | 'protection.change'
  | 'protection.remove'
  | 'vault.create'
  | 'vault.write'
  | 'vault.unlock'
  | 'vault.change';
type StepChannel = ProjectStep | KeyStep;
type MoveChannel = 'conflict.answer' | 'project.saveElsewhere';
type OfStep = 'documentId' | 'commandId' | 'baseRevision';

/** What a window can send within one gesture. */
export type Messages = {
  readonly send: <C extends Channel>(channel: C, args: Args<C>) => Promise<Result<Value<C>>>;
  readonly step: <C extends StepChannel>(channel: C, args: Omit<Args<C>, OfStep>) => Promise<boolean>;
  readonly move: <C extends MoveChannel>(channel: C, args: Omit<Args<C>, 'documentId'>) => Promise<void>;
};

export class ModelWindow {
  readonly computer: Computer;
  readonly process: Caller = { isAlive: true, callsLeft: Number.POSITIVE_INFINITY };
  documentId: string | null = null;
  fileName = '';
  revision = 0;
  saveState: SaveState | null = null;
  /** Of the session that is being edited. */
  title = '';
  sessionId = '';
  /** What its person sees, in the document or in its history. */
  words: ReadonlySet<string> = new Set();
  /** Those of them that were not yet reported to be in the file. */
  unsaved: ReadonlySet<string> = new Set();
  /** An answer is being carried out: the content that it replaces may have been copied already. */
  isMoving = false;
  /** Somebody has meanwhile removed the folder that may have held that copy. */
  isCopyGone = false;
  /** Somebody has removed the file on which the steps of the journal are based, and it was not rewritten yet. */
  isBaseGone = false;
  /** Somebody else has changed something in the folder since the file was last reported saved. */
  isDisturbed = false;
  /** The message that has no answer yet: the window waits for it before it sends the next. */
  underWay: Promise<unknown> = Promise.resolve();
  /** The check that what the first step was made on is kept. */
  looking: Promise<void> = Promise.resolve();
  /** The answers of the next dialogs. */
  readonly answers: string[] = [];
  /** The revision that was opened, on which the first steps are made. */
  #bases: readonly number[] | null = null;
  readonly #world: World;
  readonly #number: number;
  #application: Application | null = null;

  private constructor(world: World, computer: Computer) {
    this.#world = world;
    this.computer = computer;
    this.#number = world.newNumber();
  }

  static async start(world: World, computer: Computer): Promise<ModelWindow> {
    const window = new ModelWindow(world, computer);
    await window.#begin();
    return window;
  }

  async #begin(): Promise<void> {
    const { clock, moody, alive } = this.#world;
    alive.add(this.#number);
    this.#world.windows = [...this.#world.windows, this];
    const files = moody.seenBy(this.process);
    this.#application = await clock.until(
      createApplication({
        shell: this.#shell(),
        renderer: hereRenderer,
        files,
        later: (ms, act) => clock.later(ms, () => void (this.process.isAlive && act())),
      }),
    );
  }

  #shell(): Shell {
    const { clock, root } = this.#world;
    const answer = (): Promise<string | null> => Promise.resolve(this.answers.shift() ?? null);
    let ids = 0;
    return {
      version: '0.1.0',
      folders: { data: this.computer.data, documents: join(root, 'Documents'), resources: RESOURCES, scripts: '' },
      dialogs: { chooseFile: answer, chooseFolder: answer, saveFile: answer },
      openWithSystem: () => Promise.resolve(true),
      send: (event, data) => this.#hear(event, data),
      quit: () => undefined,
      secrets: null,
      clipboard: null,
      shieldWindow: () => undefined,
      clock: { now: () => clock.wall(), isBelievable: () => true, offsetMinutes: () => 120 },
      newId: () => `p${this.#number}-${String((ids += 1)).padStart(6, '0')}`,
      running: this.#running(),
      systemLocale: 'fr-FR',
      userName: 'Sonia Nadir',
      log: (line) => void this.#world.faults.push(line),
    };
  }

  #running(): RunningProcess {
    const { machine, start } = this.computer;
    const self = { machine, start: `start-${start}`, pid: this.#number, born: String(this.#number) };
    return {
      self,
      instance: `instance-${this.#number}`,
      isSurelyGone: (other) => other.machine === machine && other.start === self.start && !this.#world.alive.has(other.pid),
    };
  }

  die(): void {
    this.process.isAlive = false;
    this.#world.alive.delete(this.#number);
  }

  /** @returns the answer, however long it takes */
  ask<C extends Channel>(channel: C, args: Args<C>): Promise<Result<Value<C>>> {
    return this.#world.clock.until(this.#inTurn(() => this.#send(channel, args)));
  }

  /** Sends several messages of one gesture, with no other in between. */
  gesture<T>(act: (messages: Messages) => Promise<T>): Promise<T> {
    return this.#inTurn(() =>
      act({
        send: (channel, args) => this.#send(channel, args),
        step: (channel, args) => this.#step(channel, args),
        move: (channel, args) => this.#move(channel, args),
      }),
    );
  }

  /** Sends what changes the open file, based on the revision of the previous answer. @returns whether it did, once there is an answer */
  step<C extends StepChannel>(channel: C, args: Omit<Args<C>, OfStep>): Promise<boolean> {
    return this.#inTurn(() => this.#step(channel, args));
  }

  /** Sends what shows another file instead of the open one: what was there is kept, whatever the answer replaces. */
  move<C extends MoveChannel>(channel: C, args: Omit<Args<C>, 'documentId'>): Promise<void> {
    return this.#inTurn(() => this.#move(channel, args));
  }

  async #step<C extends StepChannel>(channel: C, args: Omit<Args<C>, OfStep>): Promise<boolean> {
    if (this.documentId === null) return false;
    if (channel === 'project.run') this.#foresee(args);
    const watched = channel === 'project.run' ? this.#world.watchStep() : null;
    const message = {
      documentId: this.documentId,
      commandId: `step-${String(this.#world.newNumber()).padStart(6, '0')}`,
      baseRevision: this.revision,
      ...args,
    };
    const reply = (await this.#send(channel, message)) as Result<Applied>;
    watched?.();
    const noted = channel === 'vault.write' ? wordsIn(args) : []; // no reply contains them
    if (reply.ok && channel === 'backups.restore') this.#forgetNotes();
    if (reply.ok) this.#apply(reply.value, noted);
    else if (reply.failure.code === 'stale') this.revision = reply.failure.revision;
    return reply.ok;
  }

  /** Earlier content has come back, with the notebook of that time. */
  #forgetNotes(): void {
    const others = (words: ReadonlySet<string>): ReadonlySet<string> => new Set([...words].filter((word) => !isNoted(word)));
    this.words = others(this.words);
    this.unsaved = others(this.unsaved);
    this.#world.claims.dropNotes();
  }

  async #move<C extends MoveChannel>(channel: C, args: Omit<Args<C>, 'documentId'>): Promise<void> {
    if (this.documentId === null) return;
    const { words } = this;
    this.isMoving = true;
    this.isCopyGone = false;
    const reply = (await this.#send(channel, { documentId: this.documentId, ...args })) as Result<OpenProject>;
    this.isMoving = false;
    if (!reply.ok) return;
    if (!this.isCopyGone) this.#claim(words);
    await this.adopt(reply.value);
  }

  save(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.documentId !== null) await this.#send('project.save', { documentId: this.documentId });
      await this.#world.note();
    });
  }

  /** A window sends a message once the previous ones have been answered. */
  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const own = this.underWay.then(act);
    this.underWay = own.catch(() => undefined); // the caller gets the error
    return own;
  }

  async #send<C extends Channel>(channel: C, args: Args<C>): Promise<Result<Value<C>>> {
    const reply = (await this.#application?.dispatch(channel, args)) as Result<Value<C>>;
    if (!reply.ok && (reply.failure.code === 'bug' || reply.failure.code === 'message-invalid'))
      this.#world.faults.push(`${channel} answers ${JSON.stringify(reply.failure)}`);
    if (!reply.ok && reply.failure.code === 'document-unknown') this.documentId = null;
    return reply;
  }

  /**
   * Noted before there is an answer: a step may be safe although nothing reported it. It follows whatever this window knew as the title.
   */
  #foresee(args: object): void {
    const { command } = args as Pick<Args<'project.run'>, 'command'>;
    if (command.name === 'record.update') this.#world.claims.retitle([...this.words, this.title], String(command.args.fields['title']));
  }

  #apply({ revision, changes, saveState }: Applied, noted: Iterable<string>): void {
    if (revision === this.revision) return; // nothing was changed, and nothing is reported about it
    this.revision = revision;
    const words = [...wordsIn(changes), ...noted];
    this.words = new Set([...this.words, ...words]);
    this.unsaved = new Set([...this.unsaved, ...words]);
    for (const { table, id, after } of changes) {
      if (table !== 'sessions' || (this.sessionId !== '' && id !== this.sessionId) || after === null) continue;
      Object.assign(this, { title: String(after['title']), sessionId: id });
    }
    this.#told(saveState);
  }

  /** Shows a file instead of the previous one. */
  async adopt(project: OpenProject): Promise<void> {
    this.#world.checkBroughtBack(project);
    const { documentId, fileName, revision, document } = project;
    Object.assign(this, { documentId, fileName, revision });
    const [session] = Object.values(document.accompaniment.sessions);
    Object.assign(this, {
      title: session?.title ?? '',
      sessionId: session?.id ?? '',
      words: new Set([...wordsIn(document), ...(await this.historyOf(documentId))]),
      unsaved: new Set(),
      isBaseGone: false,
    });
    this.#world.fileName = fileName;
    this.saveState = project.saveState;
    this.#bases = project.saveState.where === 'file' ? [revision] : null;
  }

  /** @returns the words of the history of an open file */
  async historyOf(documentId: string): Promise<ReadonlySet<string>> {
    const page = await this.#send('history.read', { documentId, record: null, skip: 0 });
    return page.ok ? wordsIn(page.value) : new Set();
  }

  /** @param evenUnsaved closes even if the file cannot be written, as long as nothing is lost by that */
  async close(evenUnsaved: boolean): Promise<Result<null>> {
    if (this.documentId === null) return ok(null);
    const closed = await this.ask('project.close', { documentId: this.documentId, evenUnsaved });
    if (!closed.ok) return closed;
    this.#claim(this.unsaved); // it does not close if that would lose something
    this.documentId = null;
    return closed;
  }

  #hear<E extends EventName>(event: E, data: Events[E]): void {
    if (event !== 'saveState' || !this.process.isAlive) return;
    const { documentId, saveState, fileName } = data as Events['saveState'];
    if (documentId !== this.documentId) return;
    this.fileName = fileName;
    this.#told(saveState);
  }

  #told(saveState: SaveState): void {
    if (!this.process.isAlive) return; // nobody sees what it shows any more
    this.saveState = saveState;
    if (saveState.where === 'file') {
      if (!this.isDisturbed) this.#world.checkSaved(this);
      this.isDisturbed = false;
      this.isBaseGone = false;
    }
    if (saveState.failure?.code === 'file-changed-underneath' && !this.#world.isChanged)
      this.#world.faults.push('said changed by somebody else, and nobody has changed it');
    if (saveState.where === 'file' && this.#bases !== null) this.#bases = [...this.#bases, this.revision];
    if (saveState.isSafeHere && saveState.where !== 'file') this.#lookForBase();
    if (saveState.isSafeHere) this.#claim(saveState.where === 'file' ? this.words : this.unsaved);
    if (saveState.where === 'file') this.unsaved = new Set();
  }

  /** Called with the first step that is reported safe. */
  #lookForBase(): void {
    const bases = this.#bases;
    this.#bases = null;
    if (bases !== null) this.looking = this.#world.checkBase(this, bases);
  }

  #claim(words: ReadonlySet<string>): void {
    if (!this.isBaseGone) this.#world.claims.tell(words);
  }
}
