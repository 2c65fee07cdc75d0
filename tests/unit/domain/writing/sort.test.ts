// I1 E-11: names stand in one order everywhere, that of the language, and it never changes when a file is opened again.
import { compareNames, compareTexts } from '@domain/writing/sort.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const anyName = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.constantFrom('Élan', 'Elan', 'élan', 'Eden', 'Zoé', 'Atelier 2', 'Atelier 10', 'e\u0301lan', ''),
);

describe('names', () => {
  it('I1 stand as a French reader looks for them', () => {
    const sorted = ['Zoé', 'Élan', 'Fabrique', 'Atelier 10', 'elan', 'Atelier 2', 'Œuvre', 'Oasis', 'côte', 'cote'].toSorted(compareTexts);

    expect(sorted).toEqual(['Atelier 2', 'Atelier 10', 'cote', 'côte', 'elan', 'Élan', 'Fabrique', 'Oasis', 'Œuvre', 'Zoé']);
  });

  it('I1 stand in a total order that agrees with the language', () => {
    const { compare } = new Intl.Collator('fr', { numeric: true });
    fc.assert(
      fc.property(anyName, anyName, anyName, (a, b, c) => {
        expect(Math.sign(compareTexts(a, b))).toBe(-Math.sign(compareTexts(b, a)) + 0);
        expect(compareTexts(a, b) === 0).toBe(a === b);
        if (compareTexts(a, b) <= 0 && compareTexts(b, c) <= 0) expect(compareTexts(a, c)).toBeLessThanOrEqual(0);
        if (compare(a, b) !== 0) expect(Math.sign(compareTexts(a, b))).toBe(Math.sign(compare(a, b)));
      }),
    );
  });

  it('I1 E-11 of records do not depend on how these lie in the file', () => {
    const rows = fc.uniqueArray(fc.record({ id: fc.string({ minLength: 1, maxLength: 3 }), name: anyName }), { selector: ({ id }) => id });
    fc.assert(
      fc.property(rows, (given) => {
        expect(given.toReversed().toSorted(compareNames)).toEqual(given.toSorted(compareNames));
      }),
    );
  });
});
