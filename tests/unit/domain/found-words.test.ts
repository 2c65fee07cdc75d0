// I8: the words that were sought are marked where they stand, as they were written.
import { piecesOf } from '@domain/search/found-words.ts';
import { wordsSought } from '@domain/writing/search-key.ts';
import fc from 'fast-check';
import { expect, it } from 'vitest';

const marked = (text: string, sought: string): readonly string[] =>
  piecesOf(text, wordsSought(sought)).flatMap((piece) => (piece.isFound ? [piece.text] : []));

it.each([
  ['Une séance, des séances', 'SEANCE', ['séance', 'séance']],
  ['Le cœur du métier', 'coeur metier', ['cœur', 'métier']],
  ['re\u0301unir', 'reu', ['re\u0301u']],
  ['Réunion re\u0301', 're', ['Ré', 're\u0301']],
  ['Clé de secours, de rechange', 'cle de secours', ['Clé', 'secours']],
  ['abab', 'aba bab', ['abab']],
  ['rien', 'tout', []],
])('I8 marks in %j what %j finds', (text, sought, expected) => {
  expect(marked(text, sought)).toEqual(expected);
});

it('I8 loses nothing of the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 10 }), (text, sought) => {
      expect(
        piecesOf(text, wordsSought(sought))
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
