// What is pasted from Word and from a spreadsheet.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asProse, linesIn, rowsIn } from '../../../renderer/state/pasted.ts';

describe('a text from another program', () => {
  it.each([
    ['a list of Word', '•\tUn\r\n•\tDeux', '- Un\n- Deux'],
    ['its levels, each with a sign of its own', '•\tUn\no\tUn a\n§\tUn a i\n•\tDeux', '- Un\n  - Un a\n    - Un a i\n- Deux'],
    ['the signs of its symbol font', '\uf0b7\tUn\n\uf0a7\tDeux', '- Un\n  - Deux'],
    ['a numbered list', '1.\tUn\n2.\tDeux', '1. Un\n2. Deux'],
    ['two lists with words between them', '–\tUn\nPuis\no\tDeux', '- Un\nPuis\n- Deux'],
    ['a table', 'Nom\tStructure\nMehdi\tLe Fournil', '- Nom · Structure\n- Mehdi · Le Fournil'],
    ['a line with one tab, which may be anything', 'Date\t12 mai', 'Date\t12 mai'],
    ['lines of our own', '- Un\n- Deux', '- Un\n- Deux'],
    ['a single dash in a sentence', 'Un – deux', 'Un – deux'],
  ])('D1 keeps %s', (_, pasted, expected) => {
    expect(asProse(pasted)).toBe(expected);
  });

  it('D1 loses no word of whatever is pasted', () => {
    const word = fc.stringMatching(/^[a-zé]{2,8}$/u);
    const line = fc
      .tuple(fc.constantFrom('', '•\t', 'o\t', '1.\t', '\t'), fc.array(word, { minLength: 1, maxLength: 3 }))
      .map(([sign, words]) => sign + words.join('\t'));

    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const words = (text: string) => text.match(/[a-zé]{2,}/gu) ?? [];
        expect(words(asProse(lines.join('\n')))).toEqual(words(lines.join('\n')));
      }),
    );
  });
});

describe('rows of a spreadsheet', () => {
  it('D1 are rows with cells, not one long list of cells', () => {
    expect(rowsIn('Le Fournil\tSCIC\tProvins\r\n\r\nLa Remise\tAssociation\t\r\n')).toEqual([
      ['Le Fournil', 'SCIC', 'Provins'],
      ['La Remise', 'Association', ''],
    ]);
  });

  it('D1 read a cell that holds lines and quotes as the spreadsheet means it', () => {
    expect(rowsIn('"Le\nFournil"\t"dit ""le four"""\n')).toEqual([['Le Fournil', 'dit "le four"']]);
  });

  it('I4 take a paste of five million characters without delay', () => {
    expect(rowsIn('"a\t'.repeat(1_250_000))).toHaveLength(1);
    expect(asProse('o\t'.repeat(2_500_000))).toContain('o');
  });
});

describe('lines pasted where one is written', () => {
  it.each([
    ['Envoyer la grille\r\n\r\n  Relire la charte \n', ['Envoyer la grille', 'Relire la charte']],
    ['- Envoyer\n* Relire\n• Signer', ['Envoyer', 'Relire', 'Signer']],
    ['•\tEnvoyer\n1.\tRelire', ['Envoyer', 'Relire']],
    ['1. Envoyer\n2) Relire', ['Envoyer', 'Relire']],
    ['12. rue Haute\nRelire', ['12. rue Haute', 'Relire']],
    ['Envoyer\t@Mehdi\t16/04\n"Relire ""tout"""\tvendredi', ['Envoyer @Mehdi 16/04', 'Relire "tout" vendredi']],
    ['Une seule\n', ['Une seule']],
    [' \n', []],
  ])('are those of %j', (pasted, lines) => {
    expect(linesIn(pasted)).toEqual(lines);
  });
});
