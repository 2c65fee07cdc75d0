// E1 A12: the seal itself, whose form lasts as long as the files sealed with it.
import { createCipheriv } from 'node:crypto';
import { expectOk, ok } from '@domain/result.ts';
import { expect, it } from 'vitest';
import { KEY_BYTES, seal, systemRandomness, unseal, using } from '../../../../main/vault/seal.ts';

const KEY = Buffer.alloc(KEY_BYTES, 9);
const BROKEN = { ok: false, failure: { code: 'seal-broken' } };

it('A12 A7 opens nonce, ciphertext and tag of AES-256-GCM, bound to its place in UTF-8', () => {
  const nonce = Buffer.alloc(12, 1);
  const cipher = createCipheriv('aes-256-gcm', KEY, nonce);
  cipher.setAAD(Buffer.from('été'));
  const sealed = Buffer.concat([nonce, cipher.update('texte'), cipher.final(), cipher.getAuthTag()]);

  expect(expectOk(unseal(KEY, sealed, 'été')).toString()).toBe('texte');
  expect(seal(KEY, Buffer.from('texte'), 'été', () => nonce)).toEqual(sealed);
});

it('A12 opens nothing at all as such, and less than that is broken', () => {
  const sealed = seal(KEY, Buffer.alloc(0), 'ici');

  expect([
    sealed.byteLength,
    unseal(KEY, sealed, 'ici'),
    unseal(KEY, sealed.subarray(1), 'ici'),
    unseal(KEY, Buffer.alloc(0), 'ici'),
  ]).toEqual([28, ok(Buffer.alloc(0)), BROKEN, BROKEN]);
});

it('A12 draws as many unpredictable bytes as are asked for', () => {
  expect([systemRandomness(12).byteLength, systemRandomness(32).equals(systemRandomness(32))]).toEqual([12, false]);
});

it('A12 works under a key of which some bytes happen to be zeros, and never under one of which all are', () => {
  const some = Buffer.alloc(KEY_BYTES);
  some[31] = 1;

  expect(unseal(some, seal(some, Buffer.from('x'), 'ici'), 'ici')).toEqual(ok(Buffer.from('x')));
  expect(() => seal(Buffer.alloc(KEY_BYTES), Buffer.from('x'), 'ici')).toThrow('overwritten');
});

it('A12 overwrites a key that was needed for one act, also when that fails', () => {
  const [first, second] = [Buffer.alloc(4, 1), Buffer.alloc(4, 2)];

  expect(using(first, (key) => key.toString('hex'))).toBe('01010101');
  expect(() =>
    using(second, () => {
      throw new Error('no');
    }),
  ).toThrow('no');
  expect([first, second]).toEqual([Buffer.alloc(4), Buffer.alloc(4)]);
});
