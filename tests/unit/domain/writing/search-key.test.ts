// I3 D-1: texts are found however they are spelt, and a search of signs that nobody sees is no search.
import { matcherOf, sameNameKey, searchKey, wordsSought } from '@domain/writing/search-key.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('a search', () => {
  it.each([
    ['traore', 'Mme TRAORÉ'],
    ['Œuvre', 'oeuvre'],
    ['oeuvre', 'l’Œuvre'],
    ["l'oeuvre", 'L’Œuvre'],
    ['strasse', 'Straße'],
    ['bjorn', 'Bjørn'],
    ['lodz', 'Łódź'],
    ['istanbul', 'İstanbul'],
    ['ısparta', 'Isparta'],
    ['compte rendu', 'compte-rendu'],
    ['compte-rendu', 'compte rendu'],
    ['compte‑rendu', 'le compte–rendu'],
    ['cooperation', 'coo\u00adpé\u00adra\u00adtion'],
    ['efficace', 'eﬃcace'],
    ['officier', 'o\u200bfﬁ\u200dcier'],
    ['12', '１２'],
    ['fin avant', 'avant\u000bfin'],
    ['"oui"', '“oui”'],
    ['ΟΔΟΣ', 'οδος'],
    ['हिन्दी', 'हिन्दी भाषा'],
  ])('I3 of %s finds %s', (sought, text) => {
    expect(matcherOf(sought)(text)).toBe(true);
  });

  it('I3 tells vowels of Indian scripts apart', () => {
    expect(matcherOf('की')('का')).toBe(false);
  });

  it.each(['', ' ', '\u00ad', '\u200b\ufeff', '\u200f -\u2013', '\u202e', '\ufe0f', 'ㅤ'])(
    'I3 of nothing that one can see (%j) looks for nothing',
    (sought) => {
      expect(wordsSought(sought)).toEqual([]);
    },
  );

  it('I3 finds every text by itself, in whatever form it was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('NFC', 'NFD', 'NFKC', 'NFKD'), (text, form) => {
        expect(matcherOf(text)(text.normalize(form))).toBe(true);
        expect(searchKey(searchKey(text))).toBe(searchKey(text));
      }),
    );
  });

  it('F3 takes names that people would take for the same as the same', () => {
    expect(new Set(['Coop-Nord', ' coop  nord', 'COOP‑NORD', 'Coop\u00a0Nord'].map(sameNameKey)).size).toBe(1);
  });
});
