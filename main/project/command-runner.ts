// Runs the commands of an open project one at a time, with undo and redo: checked by the guards, in the journal, never twice.
import { basename } from 'node:path';
import type { Command } from '@domain/commands/command.ts';
import type { CommandContext } from '@domain/commands/context.ts';
import { planCommand, type Planned } from '@domain/commands/run-command.ts';
import type { Step, StepLabel } from '@domain/commands/step.ts';
import { pushStep, stackOf, type UndoStack } from '@domain/commands/undo-stack.ts';
import { type Document, invertChanges } from '@domain/document.ts';
import { judge } from '@domain/guards/advance.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import type { TableName } from '@domain/tables/tables.ts';
import type { UndoState } from '@contract/project.ts';
import { MOST_REVISION } from '../files/envelope.ts';
import type { ContentsKeeper } from './contents-keeper.ts';
import type { FileWriter } from './file-writer.ts';
import type { JournalKeeper } from './journal-keeper.ts';
import { LastReplies } from './last-replies.ts';
import { projectAfter, putTogether } from './project-after.ts';
import type { Intended, Keys, Reply } from './session-options.ts';
import type { Turns } from './turns.ts';

export type RunnerOptions = {
  readonly writer: FileWriter;
  readonly journal: JournalKeeper;
  readonly contents: ContentsKeeper;
  /** Where commands and other acts queue. */
  readonly turns: Turns;
  readonly isReadOnly: boolean;
  /** Steps already in the journal, for undo. */
  readonly steps: readonly Step[];
  readonly context: () => CommandContext;
  /** Called when a step is on its way to the journal, and when it has arrived or failed. */
  readonly onNoting: (isNoting: boolean) => void;
};

type IsClosed = (table: TableName) => boolean;
const NEVER: IsClosed = () => false;

function touches({ changes }: Step, isClosed: IsClosed): boolean {
  return changes.some(({ table }) => isClosed(table));
}

export class CommandRunner {
  readonly #options: RunnerOptions;
  readonly #replies = new LastReplies<Reply>();
  readonly #underWay = new Set<string>();
  #stack: UndoStack;

  constructor(options: RunnerOptions) {
    this.#options = options;
    this.#stack = stackOf(options.steps);
  }

  get undoState(): UndoState {
    return { undo: this.#stack.done.at(-1)?.label ?? null, redo: this.#stack.undone.at(-1)?.label ?? null };
  }

  /** @returns whether this message has been answered or is being answered: repeated after a lost reply, it gets the first answer. */
  knows(commandId: string): boolean {
    return this.#replies.of(commandId) !== undefined || this.#underWay.has(commandId);
  }

  /** Runs a command. @returns what changed, once it is flushed to the journal (or the save state says that it could not be). */
  run(commandId: string, command: Command): Promise<Result<Reply>> {
    return this.runPlanned(commandId, (document, context) => planCommand(document, command, context));
  }

  /** Runs changes that main makes itself, such as those of sealed records: same guards, journal and undo as for a command. */
  runPlanned(commandId: string, plan: (document: Document, context: CommandContext) => Result<Planned>): Promise<Result<Reply>> {
    return this.once(commandId, () => {
      const planned = plan(this.#options.writer.project.document, this.#options.context());
      return planned.ok ? this.#step({ kind: 'do', of: null, ...planned.value }) : Promise.resolve(planned);
    });
  }

  /**
   * Undoes the last step. Refused as nothing-to-undo, or as the guard that now objects says.
   * @param only the revision of the only step that may be undone: step-followed if another one is the last
   * @param isClosed whether a table is closed to steps that somebody takes without seeing what they change: then refused as step-private
   */
  undo(commandId: string, only?: number, isClosed: IsClosed = NEVER): Promise<Result<Reply>> {
    return this.once(commandId, () => {
      const step = this.#stack.done.at(-1);
      if (only !== undefined && step?.revision !== only) return Promise.resolve(refuse({ code: 'step-followed' }));
      if (step === undefined) return Promise.resolve(refuse({ code: 'nothing-to-undo' }));
      if (touches(step, isClosed)) return Promise.resolve(refuse({ code: 'step-private' }));
      return this.#step({ kind: 'undo', of: step.revision, isAct: false, label: step.label, changes: invertChanges(step.changes) });
    });
  }

  /** Redoes the last undone step. Refused as nothing-to-redo or step-private, or as the guard says. */
  redo(commandId: string, isClosed: IsClosed = NEVER): Promise<Result<Reply>> {
    return this.once(commandId, () => {
      const step = this.#stack.undone.at(-1);
      if (step === undefined) return Promise.resolve(refuse({ code: 'nothing-to-redo' }));
      if (touches(step, isClosed)) return Promise.resolve(refuse({ code: 'step-private' }));
      return this.#step({ kind: 'redo', of: step.revision, isAct: false, label: step.label, changes: step.changes });
    });
  }

  /** One at a time, in the order received; a repeated command gets its first reply. */
  once(commandId: string, act: () => Promise<Result<Reply>>): Promise<Result<Reply>> {
    if (this.#options.isReadOnly) return Promise.resolve(refuse({ code: 'file-read-only', name: this.#fileName }));
    this.#underWay.add(commandId);
    const turn = this.#options.turns.take(async () => {
      const earlier = this.#replies.of(commandId);
      const reply = earlier === undefined ? await act() : ok(earlier);
      if (reply.ok) this.#replies.keep(commandId, reply.value);
      return reply;
    });
    return turn.finally(() => this.#underWay.delete(commandId));
  }

  /** Makes a step without changes that gives the file these keys. To be called in turn. */
  act(label: StepLabel, keys: Keys): Promise<Result<Reply>> {
    return this.#advance({ kind: 'do', of: null, isAct: true, label, changes: [] }, keys);
  }

  #step(planned: Intended): Promise<Result<Reply>> {
    const { revision, keys } = this.#options.writer.project.header;
    if (planned.changes.length === 0) return Promise.resolve(ok({ revision, changes: [], label: { command: '', table: null, title: '' } }));
    return this.#advance(planned, keys);
  }

  async #advance(planned: Intended, keys: Keys): Promise<Result<Reply>> {
    const { writer, contents: attached } = this.#options;
    if (writer.project.header.revision >= MOST_REVISION) return refuse({ code: 'file-spent', name: this.#fileName });
    const gone = await attached.bring(planned.changes);
    if (gone !== null) return refuse(gone);
    const { now, today, by } = this.#options.context();
    const before = writer.project;
    const judged = judge(before.document, planned.changes, today);
    if (!judged.ok) return judged;
    const step: Step = { revision: before.header.revision + 1, at: now, by, ...planned };
    writer.replace(projectAfter(before, { step, keys, proposal: judged.value }));
    this.#stack = pushStep(this.#stack, step);
    await this.#note(step);
    setImmediate(() => this.#makeReady());
    return ok({ revision: step.revision, changes: step.changes, label: step.label });
  }

  /** Copies a full table, makes its lines and updates the history only once the step has been reported as safe. */
  #makeReady(): void {
    const { writer, journal } = this.#options;
    putTogether(writer.project);
    if (journal.unsaved.length === 1) writer.foresee(writer.project.document);
  }

  async #note(step: Step): Promise<void> {
    const { journal, writer, onNoting } = this.#options;
    const noting = journal.note(step);
    onNoting(true);
    await noting;
    writer.changed();
    onNoting(false);
  }

  get #fileName(): string {
    return basename(this.#options.writer.path);
  }
}
