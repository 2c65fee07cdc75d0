// A12 E1: what is said of a new passphrase is honest, quick and never fails, whatever is typed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strengthOf } from '@domain/passphrase-strength.ts';

const NAMES = ['Offre commune de services', 'Inser’Eco93', 'Sonia Nadir'];
const ORDER = ['seconds', 'minutes', 'hours', 'days', 'months', 'years', 'centuries'];

describe('a passphrase', () => {
  it.each([
    ['password', 'common', 0],
    ['P4$$w0rd', 'common', 0],
    ['MotDePasse', 'common', 0],
    ['azertyuiop', 'common', 0],
    ['qsdfghjklm', 'pattern', 0],
    ['aaaaaaaaaaaa', 'pattern', 0],
    ['0123456789', 'pattern', 0],
    ['9876543210', 'pattern', 0],
    ['jardin jardin jardin jardin', 'pattern', 0],
    ['girouettegirouettegirouette', 'pattern', 0],
    ['14/07/1989', 'date', 0],
    ['soleil1998', 'common', 0],
    ['inser’eco93', 'context', 0],
    ['Sonia nadir', 'context', 0],
    ['tournesol', 'short', 0],
    ['girouette quarante', 'short', 0],
    ['tournesol girouette vaisselle', 'short', 2],
    ['tournesolgirouettevaisselle', 'short', 1],
    ['tournesol girouette vaisselle brouette', null, 3],
    ['k7Q-vR2x!pZ9', null, 3],
  ] as const)('A12 E1 “%s” is judged by what is weak in it: %s, level %i', (passphrase, weakness, level) => {
    expect(strengthOf(passphrase, NAMES)).toMatchObject({ weakness, level });
  });

  it('A12 E1 is judged alike in every Unicode form, with or without capitals', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(strengthOf(text.normalize('NFD'))).toEqual(strengthOf(text.normalize('NFC')));
      }),
    );
    expect(strengthOf('ＭＯＴＤＥＰＡＳＳＥ')).toEqual(strengthOf('motdepasse'));
  });

  it('A12 E1 never fails, whatever is typed and whatever the names', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' })), (text, names) => {
        expect(ORDER).toContain(strengthOf(text, names).duration);
      }),
    );
    expect(strengthOf('')).toEqual({ level: 0, duration: 'seconds', weakness: 'short' });
  });

  it('A12 E1 made of random signs is not easier to guess with one more', () => {
    const sign = fc.integer({ min: 33, max: 126 }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.array(sign, { minLength: 1, maxLength: 24 }), sign, (signs, more) => {
        const [before, after] = [strengthOf(signs.join('')), strengthOf([...signs, more].join(''))];
        expect(after.level).toBeGreaterThanOrEqual(before.level);
        expect(ORDER.indexOf(after.duration)).toBeGreaterThanOrEqual(ORDER.indexOf(before.duration));
      }),
      { numRuns: 500 },
    );
  });

  it('A12 E1 of a megabyte is judged at once, by its beginning', () => {
    const begun = performance.now();
    for (const text of ['a'.repeat(1e6), 'é'.repeat(1e6), '\u0301'.repeat(1e6), 'azerty1998'.repeat(1e5)]) strengthOf(text, [text]);

    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
