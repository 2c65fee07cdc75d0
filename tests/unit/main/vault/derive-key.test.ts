// A12: from a passphrase to a key, as every protected file relies on.
import { scryptSync } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import type * as derivation from '../../../../main/vault/derive-key.ts';
import { SCRYPT } from '../../../../main/vault/key-slots.ts';

/** The real one, also where other tests use a cheap one. */
const { derive, normalised } = await vi.importActual<typeof derivation>('../../../../main/vault/derive-key.ts');
const SALT = Buffer.alloc(16, 1);
const CHEAP = { ...SCRYPT, n: 2 ** 10 };

it('A12 A7 is scrypt over the passphrase in its composed form', async () => {
  expect(await derive('e\u0301te\u0301', SALT, CHEAP)).toEqual(
    scryptSync('\u00e9t\u00e9', SALT, 32, { N: CHEAP.n, r: CHEAP.r, p: CHEAP.p }),
  );
  expect(normalised('\ufb01n')).toBe('fin');
});

it('A12 takes the memory that its cost asks for, beyond what Node allows by itself', async () => {
  expect(await derive('phrase', SALT, { n: 2 ** 15, r: 8, p: 1 })).toHaveLength(32);
});

it('A12 says when it cannot be done', async () => {
  await expect(derive('phrase', SALT, { ...CHEAP, n: 1_000 })).rejects.toThrow();
});

it('A12 E1 takes a passphrase in whatever Unicode form a keyboard gives it: composed or not, full width, with ligatures', () => {
  const forms = ['ﬁn d’été', 'fin d’e\u0301te\u0301', 'ｆｉｎ d’été', 'fin d’été'];

  expect(new Set(forms.map(normalised)).size).toBe(1);
  expect(normalised('Fin')).not.toBe(normalised('fin'));
});
