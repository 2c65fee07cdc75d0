// Which names people take for one another: those that differ by a letter or by the order of their words, and beginnings of names.
import { wordsSought } from '../writing/search-key.ts';

export type NameToCompare = {
  readonly key: string;
  /** Its words in the order of the alphabet: `DIARRA Fatou` is `Fatou Diarra`. */
  readonly sorted: string;
  /** The key from each of its words on. */
  readonly tails: readonly string[];
};

/** In letters: shorter names that differ by one are mostly of two people. */
const SHORTEST = 5;

/** @returns a name prepared once for many comparisons */
export function nameToCompare(name: string): NameToCompare {
  const words = wordsSought(name);
  return {
    key: words.join(' '),
    sorted: words.toSorted().join(' '),
    tails: words.map((_, index) => words.slice(index).join(' ')),
  };
}

/** @returns whether two names differ by one letter that is more, less, another or swapped with the next, or by the order of their words alone */
export function isNearly(a: NameToCompare, b: NameToCompare): boolean {
  if (a.key === b.key) return false;
  return a.sorted === b.sorted || differByLetter(a.key, b.key);
}

/** @returns whether the words of the name, from one of them on, begin with what is typed and go on; a number that goes on is another number */
export function isBegunBy({ key }: NameToCompare, { tails }: NameToCompare): boolean {
  return key !== '' && tails.some((tail) => tail.startsWith(key) && !/^(?:$|\d)/u.test(tail.slice(key.length)));
}

function differByLetter(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < SHORTEST || long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  let end = 0;
  while (end < short.length - start && short.at(-1 - end) === long.at(-1 - end)) end += 1;
  const [inShort, inLong] = [short.slice(start, short.length - end), long.slice(start, long.length - end)];
  if (!/^\p{L}{0,2}$/u.test(inShort) || !/^\p{L}{1,2}$/u.test(inLong)) return false;
  const isSwapped = inShort.length === 2 && inShort[0] === inLong[1] && inShort[1] === inLong[0];
  return inLong.length === 1 || isSwapped;
}
