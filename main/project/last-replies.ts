// The last replies, for a window that lost one and repeats its message: it gets the first reply, and nothing is done twice.

/** How many are kept. */
const KEPT = 20;

export class LastReplies<T> {
  readonly #replies = new Map<string, T>();

  /** @returns the first reply, or `undefined` */
  of(commandId: string): T | undefined {
    return this.#replies.get(commandId);
  }

  keep(commandId: string, reply: T): void {
    this.#replies.set(commandId, reply);
    const [oldest] = this.#replies.keys();
    if (this.#replies.size > KEPT && oldest !== undefined) this.#replies.delete(oldest);
  }
}
