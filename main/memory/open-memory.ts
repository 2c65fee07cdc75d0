// What is remembered of the open file: compared with what the file says, and kept up to date as it is saved.
import type { Instant } from '@domain/units.ts';
import type { FileHeader } from '../files/envelope.ts';
import type { FileMemory } from './file-memory.ts';
import { printOf, type Remembered, type SystemKey } from './remembered.ts';

/**
 * The least time between two updates for saves alone: a kill in between leaves an earlier revision remembered, which is true as well. In
 * milliseconds.
 */
const REST_MS = 5 * 60_000;

export type OpenMemoryOptions = {
  readonly memory: FileMemory;
  readonly fileId: string;
  readonly begins: Remembered;
  readonly now: () => Instant;
  /** Nothing is written: the file is read-only, or is not one that is asked about. */
  readonly isMute: boolean;
};

export class OpenMemory {
  readonly #options: OpenMemoryOptions;
  #remembered: Remembered;
  /** Of the last update, in milliseconds of the wall clock. */
  #notedAtMs: number | null = null;
  #isNoted = false;

  constructor(options: OpenMemoryOptions) {
    this.#options = options;
    this.#remembered = options.begins;
  }

  /** The remembered print of the notebook's key. */
  get vaultKey(): string | null {
    return this.#remembered.vaultKey;
  }

  /** The notebook's key as the system's store seals it, if the user asked for it here. */
  get systemSlot(): SystemKey | null {
    return this.#remembered.systemSlot ?? null;
  }

  /** Whether the notebook has the key that is remembered here. */
  knows(vault: FileHeader['keys']['vault']): boolean {
    return printOf(vault) === this.vaultKey;
  }

  /** The file has been opened, and its claims accepted. */
  async opened(): Promise<void> {
    await this.#note(() => this.#remembered);
  }

  /** The file was confirmed to hold this revision. */
  async saved(revision: number, isSealed: boolean): Promise<void> {
    this.#know({ ...this.#remembered, revision, isSealed });
    const since = this.#notedAtMs === null ? REST_MS : Date.parse(this.#options.now()) - this.#notedAtMs;
    if (since >= REST_MS || since < 0) await this.keep();
  }

  /** From now on this is what is known about its keys. */
  async learn(known: Partial<Omit<Remembered, 'revision'>>): Promise<void> {
    this.#know({ ...this.#remembered, ...known });
    await this.keep();
  }

  /** Writes what is not written yet. A displaced holder, who knows less, removes nothing that the other has written. */
  async keep(): Promise<void> {
    if (this.#isNoted) return;
    const known = this.#remembered;
    await this.#note((before) => (before !== null && before.revision > known.revision ? before : known));
  }

  #know(known: Remembered): void {
    this.#remembered = known;
    this.#isNoted = false;
  }

  async #note(change: (before: Remembered | null) => Remembered): Promise<void> {
    const { memory, fileId, now, isMute } = this.#options;
    this.#isNoted = true;
    this.#notedAtMs = Date.parse(now());
    if (!isMute) await memory.note(fileId, change);
  }
}
