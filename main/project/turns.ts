// One thing after the other, in the order asked.

export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Does something once everything that was asked before is done. @returns what it gives; its own caller hears of what it throws */
  take<T>(act: () => Promise<T>): Promise<T> {
    const own = this.#last.then(act);
    this.#last = own.catch(() => undefined);
    return own;
  }

  /** @returns once everything that has been asked so far is done */
  async idle(): Promise<void> {
    await this.#last;
  }
}
