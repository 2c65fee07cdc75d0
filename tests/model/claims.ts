// The model: what was reported safe, as words that each stand for one step, and which of them a later step has followed.

/** `w` is typed in one of our windows, `n` is noted in its notebook, `f` was written by another program or person. */
export type WordKind = 'w' | 'n' | 'f';

/** Sealed texts and hashes are made of letters, digits and `+/=-_`: with a dot, no word can appear in them by chance. */
const WORD = /\b[wnf]\.\d{3}\b/g;

/** @returns a word of the model; all have the same length */
export function wordOf(kind: WordKind, number: number): string {
  return `${kind}.${String(number).padStart(3, '0')}`;
}

/** Whether a word is in the notebook. */
export function isNoted(word: string): boolean {
  return word.startsWith('n');
}

/** @returns the words of the model in anything that turns into JSON */
export function wordsIn(value: unknown): ReadonlySet<string> {
  return new Set(typeof value === 'string' ? value.match(WORD) : JSON.stringify(value).match(WORD));
}

/**
 * Whatever was reported safe is found, or what came after it in the same place is:
 * history merges what one person types in one place without a pause.
 * Another program or person who removes something takes along what was reported before; what is reported afterwards counts again.
 */
export class Claims {
  readonly #told = new Set<string>();
  readonly #titles = new Set<string>();
  readonly #followers = new Map<string, Set<string>>();

  tell(words: Iterable<string>): void {
    for (const word of words) this.#told.add(word);
  }

  /** A step gives the session another title: history may keep none of the earlier titles that its person knows. */
  retitle(known: Iterable<string>, title: string): void {
    for (const word of known) if (this.#titles.has(word)) this.#followers.set(word, (this.#followers.get(word) ?? new Set()).add(title));
    this.titled(title);
  }

  titled(title: string): void {
    this.#titles.add(title);
  }

  /** Another program or person removed these. */
  drop(words: ReadonlySet<string>): void {
    for (const word of this.#told) if (this.#isFound(word, words)) this.#told.delete(word);
  }

  /** Earlier content came back: the notebook has no history that would show what was in it since. */
  dropNotes(): void {
    for (const word of this.#told) if (isNoted(word)) this.#told.delete(word);
  }

  /** Another program or person removed everything but these. */
  keepOnly(words: ReadonlySet<string>): void {
    for (const word of this.#told) if (!this.#isFound(word, words)) this.#told.delete(word);
  }

  /** @returns words that were reported safe and are nowhere */
  missing(found: ReadonlySet<string>): readonly string[] {
    return [...this.#told].filter((word) => !this.#isFound(word, found)).toSorted();
  }

  #isFound(word: string, found: ReadonlySet<string>, seen: ReadonlySet<string> = new Set()): boolean {
    if (found.has(word)) return true;
    return !seen.has(word) && [...(this.#followers.get(word) ?? [])].some((after) => this.#isFound(after, found, new Set([...seen, word])));
  }
}
