// Runs one thing at a time, in the order requested.

export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Does something once everything requested before it is done. @returns its result; an exception reaches its own caller */
  take<T>(act: () => Promise<T>): Promise<T> {
    const own = this.#last.then(act);
    this.#last = own.catch(() => undefined);
    return own;
  }

  /** @returns once everything requested so far is done */
  async idle(): Promise<void> {
    await this.#last;
  }
}
