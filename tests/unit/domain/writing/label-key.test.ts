// H2 D-2 E-19: labels that formulas compare are never equal in a spreadsheet, typed or numbered.
import { distinctLabels, labelKey } from '@domain/writing/label-key.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOSTILE_NAMES, HOSTILE_PIECES } from '../../../support/hostile-names.ts';

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
      ['il', 'İl', 'ıl'],
      ['il', 'İl (2)', 'ıl (3)'],
    ],
    [
      ['x', 'x\u05b0', 'x\u0302'],
      ['x', 'x\u05b0 (2)', 'x\u0302 (3)'],
    ],
    [
      ['Mi  temps', 'Mi\u00a0temps'],
      ['Mi  temps', 'Mi\u00a0temps (2)'],
    ],
    [
      ['かゝ', 'カヽ'],
      ['かゝ', 'カヽ (2)'],
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

  /**
   * What Excel compares by ignores case, width and kana, and keeps accents: letters equal in the first two levels of the Unicode
   * Collation Algorithm, by any language's table.
   * @source CompareStringEx with NORM_IGNORECASE, NORM_IGNOREWIDTH and NORM_IGNOREKANATYPE; UTS #10, 1.1
   */
  const rules = ['en', 'fr', 'de', 'tr', 'ja'].map((language) => new Intl.Collator(language, { sensitivity: 'accent' }));
  const areTold = (a: string, b: string) => rules.every(({ compare }) => compare(a, b) !== 0);

  it('H2 have one key wherever Excel takes two names for equal, for every letter and sign of Europe, of both widths', () => {
    const ranges = [
      [0x20, 0x24f],
      [0x386, 0x52f],
      [0x1e00, 0x1fff],
      [0x2070, 0x209c],
      [0x2c60, 0x2c7f],
      [0xfb00, 0xfb06],
      [0xff01, 0xff5e],
    ] as const;
    const signs = ranges
      .flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => String.fromCharCode(from + index)))
      .filter((sign) => /[\p{L}\p{N}\p{M}\x20-\x7e\uff01-\uff5e]/u.test(sign));
    const names = [...signs, 'ss', 'SS', 'fi', 'ffi', 'st', 'ae', 'oe', 'ij', 'dž', 'i\u0307', 'E\u0301'].map((sign) => `x${sign}x`);

    for (const { compare } of rules) {
      const sorted = names.toSorted(compare);
      const missed = sorted.filter((name, index) => {
        const before = sorted[index - 1] ?? '';
        return compare(before, name) === 0 && labelKey(before) !== labelKey(name);
      });
      expect(missed).toEqual([]);
    }
  });

  it('H2 of any set of hostile names are all told apart by Excel', () => {
    const name = fc.oneof(
      fc.array(fc.constantFrom(...HOSTILE_PIECES), { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join('')),
      fc.constantFrom(...HOSTILE_NAMES),
    );
    fc.assert(
      fc.property(fc.array(name, { minLength: 2, maxLength: 12 }), (names) => {
        const labels = labelsOf(...names);
        const pairs = labels.flatMap((a, index) => labels.slice(index + 1).map((b) => [a, b] as const));
        expect(pairs.filter(([a, b]) => !areTold(a, b))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
