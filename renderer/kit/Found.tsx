// A text in which the words that were sought are marked.
import { Fragment } from 'react';
import { piecesOf } from '@domain/search/found-words.ts';

type FoundProps = {
  readonly text: string;
  /** As `wordsSought` gives them; without any, the text stands as it is. */
  readonly words: readonly string[];
};

export function Found({ text, words }: FoundProps) {
  if (words.length === 0) return text;
  return piecesOf(text, words).map((piece, index) => (
    // eslint-disable-next-line react/no-array-index-key -- the pieces of one text have no other name than their place
    <Fragment key={index}>{piece.isFound ? <mark>{piece.text}</mark> : piece.text}</Fragment>
  ));
}
