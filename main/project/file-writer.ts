// Writes the file of an open project, in a queue of its own: from the content at the start of the write, while commands go on.
import type { Document } from '@domain/document.ts';
import type { FileFailure, KeyFailure } from '@domain/failures.ts';
import { Low } from 'lowdb';
import type { Project } from '../files/envelope.ts';
import { FileRefusal } from '../files/file-refusal.ts';
import type { ProjectAdapter } from '../files/project-adapter.ts';
import { SaveSchedule } from './save-schedule.ts';
import type { Later } from './later.ts';
import { Turns } from './turns.ts';

export type FileWriterOptions = {
  readonly adapter: ProjectAdapter;
  readonly project: Project;
  readonly isSaved: boolean;
  /** Nothing is ever written. */
  readonly isReadOnly: boolean;
  readonly later: Later;
  /** Called when a write was confirmed or has failed. */
  readonly onTried: () => Promise<void>;
};

export class FileWriter {
  readonly #low: Low<Project>;
  readonly #adapter: ProjectAdapter;
  readonly #schedule: SaveSchedule;
  readonly #onTried: () => Promise<void>;
  readonly #turns = new Turns();
  #mayWrite: boolean;
  #savedRevision: number;
  #failure: FileFailure | KeyFailure | null = null;

  constructor({ adapter, project, isSaved, isReadOnly, later, onTried }: FileWriterOptions) {
    this.#low = new Low(adapter, project);
    this.#adapter = adapter;
    this.#onTried = onTried;
    this.#mayWrite = !isReadOnly;
    this.#savedRevision = isSaved ? project.header.revision : -1;
    this.#schedule = new SaveSchedule(later, () => void this.write());
    if (!isSaved) this.#schedule.changed();
  }

  /** The current project; the file may still hold an earlier one. */
  get project(): Project {
    return this.#low.data;
  }

  get path(): string {
    return this.#adapter.path;
  }

  /** Of the content that the file was confirmed to hold; -1 before the first. */
  get savedRevision(): number {
    return this.#savedRevision;
  }

  /** Why the last write failed; `null` once one has succeeded. */
  get failure(): FileFailure | KeyFailure | null {
    return this.#failure;
  }

  /** Replaces the project; a write under way goes on with the previous one. */
  replace(project: Project): void {
    this.#low.data = project;
  }

  /** The file is behind the project: it will be written soon. */
  changed(): void {
    this.#schedule.changed();
  }

  /** Prepares what the next write needs. */
  foresee(document: Document): void {
    this.#adapter.foresee(document);
  }

  /** Writes the file, unless it already holds the project as it is when its turn comes. */
  write(): Promise<void> {
    return this.#turns.take(() => this.#write());
  }

  /** Does something while nothing is being written. @param act gets a function that writes within this same turn */
  alone<T>(act: (write: () => Promise<void>) => Promise<T>): Promise<T> {
    return this.#turns.take(() => act(() => this.#write()));
  }

  /** Writes nothing from now on. @returns once a write under way is done */
  stop(): Promise<void> {
    this.#schedule.stop();
    return this.#turns.take(() => {
      this.#mayWrite = false;
      return Promise.resolve();
    });
  }

  async #write(): Promise<void> {
    const { revision } = this.project.header;
    if (!this.#mayWrite || this.#savedRevision === revision) return;
    this.#schedule.done();
    try {
      await this.#low.write();
      this.#savedRevision = revision;
      this.#failure = null;
    } catch (error) {
      if (!(error instanceof FileRefusal)) throw error;
      this.#failure = error.failure;
      this.#schedule.failed();
    }
    await this.#onTried();
  }
}
