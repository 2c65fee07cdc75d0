// What is found in the guide: parts that hold every word sought, each with the line that says most about them.
import { by } from '@domain/ordering.ts';
import { excerptOfText } from '@domain/search/excerpt.ts';
import { tellingWords } from '@domain/search/found-words.ts';
import { matcherOf, wordsSought } from '@domain/writing/search-key.ts';
import type { GuidePart } from './guide.ts';

/** `excerpt`: empty while nothing is sought, and where only the title holds the words. */
export type FoundPart = { readonly part: GuidePart; readonly excerpt: string };

/** @returns the parts named so first, then those with all words in one line, then the others, each in the order of the guide */
export function searchGuide(parts: readonly GuidePart[], sought: string): readonly FoundPart[] {
  const matches = matcherOf(sought);
  const telling = tellingWords(wordsSought(sought)).join(' ');
  const rankOf = ({ title, text }: GuidePart): number => (matches(title) ? 0 : text.split('\n').some(matches) ? 1 : 2);
  return parts
    .filter(({ title, text }) => matches(`${title} ${text}`))
    .toSorted(by(rankOf))
    .map((part) => ({ part, excerpt: excerptOfText(part.text, telling) }));
}
