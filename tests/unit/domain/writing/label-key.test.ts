// H2 D-2 E-19: labels that formulas compare are never equal in a spreadsheet, typed or numbered.
import { distinctLabels, labelKey } from '@domain/writing/label-key.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const labelsOf = (...names: readonly string[]): readonly string[] => [
  ...distinctLabels(names.map((name, index) => ({ id: `k${index}`, name }))).values(),
];

describe('labels', () => {
  it.each([
    [
      ['Atelier', 'Atelier', 'Atelier (2)'],
      ['Atelier', 'Atelier (3)', 'Atelier (2)'],
    ],
    [
      ['Entretien', 'entretien', 'Entretien (2)'],
      ['Entretien', 'entretien (3)', 'Entretien (2)'],
    ],
    [
      ['Ａtelier', 'atelier '],
      ['Ａtelier', 'atelier  (2)'],
    ],
    [
      ['Été', 'E\u0301te\u0301'],
      ['Été', 'E\u0301te\u0301 (2)'],
    ],
    [
      ["'x", 'x', 'x\u00ad'],
      ["'x", 'x (2)', 'x\u00ad (3)'],
    ],
    [
      ['Straße', 'STRASSE'],
      ['Straße', 'STRASSE (2)'],
    ],
    [
      ['☐', '☑'],
      ['☐', '☑ (2)'],
    ],
    [
      ['Été', 'Ete'],
      ['Été', 'Ete'],
    ],
  ])('H2 of %j are %j', (names, labels) => {
    expect(labelsOf(...names)).toEqual(labels);
  });

  it('H2 keep clear of those of the same table', () => {
    expect([...distinctLabels([{ id: 'a', name: 'Fait' }], ['fait']).values()]).toEqual(['Fait (2)']);
  });

  it('H2 are never equal in a spreadsheet, and the first of each name stays as it was typed', () => {
    const name = fc
      .tuple(fc.constantFrom('Atelier', 'atelier', 'ATELIER', 'Été', "'x", 'x', ''), fc.constantFrom('', ' ', ' (2)', ' (3)', '\u200b'))
      .map((parts) => parts.join(''));
    const names = fc.array(fc.oneof(name, fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 30 });
    const same = new Intl.Collator('fr', { sensitivity: 'accent', usage: 'search' });
    fc.assert(
      fc.property(names, (given) => {
        const labels = labelsOf(...given);
        expect(new Set(labels.map(labelKey)).size).toBe(given.length);
        expect(labels[0]).toBe(given[0]);
        const plain = labels.filter((label) => /^[\x20-\x7e]+$/.test(label)).toSorted(same.compare);
        expect(plain.some((label, index) => index > 0 && label.toLowerCase() === plain[index - 1]?.toLowerCase())).toBe(false);
      }),
    );
  });
});
