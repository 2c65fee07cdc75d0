// When the file is written after a change: soon after the last one, never later than the promise allows, again after a failure.
import type { Later } from './later.ts';

/**
 * The pause in the work after which the file is written, and the longest that a change waits. In milliseconds.
 * @source promises.md A2 (5 s)
 */
const PAUSE_MS = 1_200;
const LONGEST_MS = 3_500;
/** When a failed write is retried, in milliseconds. */
const RETRY_MS = 5_000;

export class SaveSchedule {
  readonly #later: Later;
  readonly #save: () => void;
  #cancelPause: (() => void) | null = null;
  #cancelLongest: (() => void) | null = null;
  #isStopped = false;

  constructor(later: Later, save: () => void) {
    this.#later = later;
    this.#save = save;
  }

  /** Something has changed that the file lacks. */
  changed(): void {
    if (this.#isStopped) return;
    this.#cancelPause?.();
    this.#cancelPause = this.#later(PAUSE_MS, this.#save);
    this.#cancelLongest ??= this.#later(LONGEST_MS, this.#save);
  }

  /** A save begins: its changes need no timer any more. */
  done(): void {
    this.#cancelPause?.();
    this.#cancelLongest?.();
    this.#cancelPause = null;
    this.#cancelLongest = null;
  }

  /** The file could not be written. */
  failed(): void {
    if (this.#isStopped) return;
    this.done();
    this.#cancelPause = this.#later(RETRY_MS, this.#save);
  }

  /** The project is closed. */
  stop(): void {
    this.done();
    this.#isStopped = true;
  }
}
