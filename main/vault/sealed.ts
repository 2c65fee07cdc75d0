// Sealed: a private value that nothing can print, save or send by mistake.

/** Shown wherever a private value is turned into text. */
const MASK = '•••';

/** Holds a value out of reach of string conversion, JSON and inspection; it is not assignable to the value's own type. */
export class Sealed<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  toString(): string {
    return MASK;
  }

  toJSON(): string {
    return MASK;
  }

  get [Symbol.toStringTag](): string {
    return 'Sealed';
  }

  /** @internal for reveal.ts alone; the architecture test enforces it. */
  static openForReveal<T>(sealed: Sealed<T>): T {
    return sealed.#value;
  }
}
