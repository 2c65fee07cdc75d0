// K3 E-15: a title can come from anybody: the terminal shows it and does not obey it.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plainJson, plainLine } from '../../../../main/cli/plain-text.ts';

it('K3 a title that would clear the screen, end the line or turn the reading is a line of text', () => {
  expect(plainLine('a\u001B[2Jb\u009B31mc\nd\u202Ee\u2066f')).toBe('a [2Jb 31mc d e f');
});

it('K3 letters of any writing stay, joined ones and emoji too', () => {
  const text = 'Été · Ça · 👩‍👩‍👧 · עברית · «\u202f7,5\u00a0j\u202f»';

  expect(plainLine(text)).toBe(text);
});

it('K3 as JSON it is the same data, without a sign that a terminal obeys', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
      const said = plainJson({ texts });
      expect(JSON.parse(said)).toEqual({ texts });
      expect(said).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
    }),
  );
});
