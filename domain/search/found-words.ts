// Which pieces of a text hold the words that were sought, whatever their accents, so that they can be marked.
import { searchKey } from '../writing/search-key.ts';

export type Piece = { readonly text: string; readonly isFound: boolean };

const SHORTEST_WORD = 3;

/** @returns the words that tell something: shorter ones, such as `de`, stand everywhere, and count only if nothing longer is sought */
export function tellingWords(words: readonly string[]): readonly string[] {
  const long = words.filter(({ length }) => length >= SHORTEST_WORD);
  return long.length > 0 ? long : words;
}

/**
 * @param words as `wordsSought` gives them
 * @returns the text in pieces, which joined are the whole text
 */
export function piecesOf(text: string, words: readonly string[]): readonly Piece[] {
  if (words.length === 0 || text === '') return [{ text, isFound: false }];
  const characters = [...text];
  const found = foundAmong(characters, words);
  const pieces: { text: string; isFound: boolean }[] = [];
  characters.forEach((character, index) => {
    const isFound = found.has(index);
    const last = pieces.at(-1);
    if (last?.isFound === isFound) last.text += character;
    else pieces.push({ text: character, isFound });
  });
  return pieces;
}

/** Folding changes lengths (œ, separate accents): each sign of the folded text remembers the character that it came from. */
function foundAmong(characters: readonly string[], words: readonly string[]): ReadonlySet<number> {
  const keys = characters.map(searchKey);
  const origins = keys.flatMap((key, index) => Array.from(key, () => index));
  const folded = keys.join('');
  const found = new Set<number>();
  for (const word of tellingWords(words)) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      const first = origins[at] ?? 0;
      const last = origins[at + word.length - 1] ?? first;
      for (let index = first; index <= last || keys[index] === ''; index += 1) found.add(index); // a separate accent goes with its letter
    }
  }
  return found;
}
