// E1: what is said of a refused passphrase is general, and never says what was typed.
import { hintsFor } from '@domain/passphrase-hints.ts';
import { expect, it } from 'vitest';

it.each([
  ['TOURNESOL', ['capitals']],
  ['tournesol', []],
  ['bien lu ', ['spaces']],
  ['\tazerty', ['spaces', 'layout']],
  ['ÉTÉ 42', ['capitals', 'layout']],
  ['Été', []],
  ['quarante', ['layout']],
  ['', []],
  ['12345678', ['layout']],
])('E1 of “%s” it suggests %o', (typed, hints) => {
  expect(hintsFor(typed)).toEqual(hints);
});
