// D1: a list goes on with Enter while it is written.
import { describe, expect, it } from 'vitest';
import { listStep, pastedAfterSign } from '../../../renderer/state/list-line.ts';

describe('Enter in a list', () => {
  it.each([
    ['- un', '\n- '],
    ['Dit :\n- un\n- deux', '\n- '],
    ['  - un', '\n  - '],
    ['– un', '\n– '],
    ['• un', '\n• '],
    ['*  un', '\n*  '],
    ['3. un', '\n4. '],
    ['9) un', '\n10) '],
  ])('D1 after %j begins another item', (before, insert) => {
    expect(listStep(before)).toEqual({ insert });
  });

  it.each([
    ['- un\n- ', 2],
    ['- un\n  - ', 4],
    ['2. ', 3],
  ])('D1 after the empty item of %j ends the list', (before, erase) => {
    expect(listStep(before)).toEqual({ erase });
  });

  it.each(['un', '-', '-un', '- un\nsuite', '**gras**', '2026. Bilan', 'Lundi - mardi', ''])('D1 after %j is a new line', (before) => {
    expect(listStep(before)).toBeNull();
  });
});

describe('what is pasted after the sign of a list', () => {
  it.each([
    ['- ', '- un\n- deux', 'un\n- deux'],
    ['2. un\n3. ', '3. deux', 'deux'],
    ['– ', '• un', 'un'],
    ['- dit ', '- un', '- un'],
    ['', '- un', '- un'],
    ['- ', 'un', 'un'],
  ])('D1 %j and %j show one sign', (before, pasted, written) => {
    expect(pastedAfterSign(before, pasted)).toBe(written);
  });
});
