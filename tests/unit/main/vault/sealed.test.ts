// E1: a private value in code that must not print it.
import { expect, it } from 'vitest';
import { reveal } from '../../../../main/vault/reveal.ts';
import { Sealed } from '../../../../main/vault/sealed.ts';

it('E1 shows that something is there, and nothing of it', () => {
  const sealed = new Sealed('La directrice hésite');

  expect([String(sealed), JSON.stringify({ sealed }), Object.prototype.toString.call(sealed)]).toEqual([
    '•••',
    '{"sealed":"•••"}',
    '[object Sealed]',
  ]);
  expect(reveal(sealed)).toBe('La directrice hésite');
});
