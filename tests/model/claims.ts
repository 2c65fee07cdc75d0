// The model: what was told safe, as words that each stand for one step, and which of them a later step has followed.

/** `w` is typed in a window of ours, `n` is noted in its notebook, `f` stands in what another program or person wrote. */
export type WordKind = 'w' | 'n' | 'f';

/** What is sealed and what is hashed is written in letters, figures and `+/=-_`: a point, so that no word comes up in it by chance. */
const WORD = /\b[wnf]\.\d{3}\b/g;

/** @returns a word of the model; as long as any other */
export function wordOf(kind: WordKind, number: number): string {
  return `${kind}.${String(number).padStart(3, '0')}`;
}

/** Whether a word stands in the notebook. */
export function isNoted(word: string): boolean {
  return word.startsWith('n');
}

/** @returns the words of the model in anything that turns into JSON */
export function wordsIn(value: unknown): ReadonlySet<string> {
  return new Set(typeof value === 'string' ? value.match(WORD) : JSON.stringify(value).match(WORD));
}

/**
 * Whatever was told safe is found, or what came after it in the same place is:
 * history joins what one person types in one place without a pause.
 * What another program or person removes takes along what was told before; what is told afterwards stands again.
 */
export class Claims {
  readonly #told = new Set<string>();
  readonly #titles = new Set<string>();
  readonly #followers = new Map<string, Set<string>>();

  tell(words: Iterable<string>): void {
    for (const word of words) this.#told.add(word);
  }

  /** A step gives the session another title: of those before that its person knows, history may keep none. */
  retitle(known: Iterable<string>, title: string): void {
    for (const word of known) if (this.#titles.has(word)) this.#followers.set(word, (this.#followers.get(word) ?? new Set()).add(title));
    this.titled(title);
  }

  titled(title: string): void {
    this.#titles.add(title);
  }

  /** Another program or person took these away. */
  drop(words: ReadonlySet<string>): void {
    for (const word of this.#told) if (this.#isFound(word, words)) this.#told.delete(word);
  }

  /** A content of before came back: of the notebook there is no history that would tell what stood there since. */
  dropNotes(): void {
    for (const word of this.#told) if (isNoted(word)) this.#told.delete(word);
  }

  /** Another program or person took away everything but these. */
  keepOnly(words: ReadonlySet<string>): void {
    for (const word of this.#told) if (!this.#isFound(word, words)) this.#told.delete(word);
  }

  /** @returns words that were told safe and are nowhere */
  missing(found: ReadonlySet<string>): readonly string[] {
    return [...this.#told].filter((word) => !this.#isFound(word, found)).toSorted();
  }

  #isFound(word: string, found: ReadonlySet<string>, seen: ReadonlySet<string> = new Set()): boolean {
    if (found.has(word)) return true;
    return !seen.has(word) && [...(this.#followers.get(word) ?? [])].some((after) => this.#isFound(after, found, new Set([...seen, word])));
  }
}
