// A12 E1: the keys of a file with the earlier ones, and that each is overwritten once it is no longer needed.
import { expectOk, ok } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { MOST_EARLIER } from '../../../../main/vault/key-slots.ts';
import { lending, lendingCopy } from '../../../../main/vault/lent-keys.ts';
import { earlierUnder, keyOfAny, openKeys, wipe } from '../../../../main/vault/open-keys.ts';
import { seal, unseal, using } from '../../../../main/vault/seal.ts';
import { HEADER } from '../../../support/projects.ts';

const keyAt = (place: number): Buffer => Buffer.alloc(32, place + 1);
const ZEROS = Buffer.alloc(32);
const under = (id: string) => ({ ...HEADER, keys: { file: { id, slots: [] }, vault: null } });

/** A ring that has had so many earlier keys. */
function ringAfter(changes: number) {
  let ring: Parameters<typeof openKeys>[0] & object = { id: 'ring-0', slots: [] };
  for (let place = 1; place <= changes; place += 1) {
    const id = `ring-${place}`;
    ring = { id, slots: [], earlier: earlierUnder({ id, key: keyAt(place) }, { ring, keys: openKeys(ring, keyAt(place - 1)) }) };
  }
  return ring;
}

describe('the keys of a file', () => {
  it('A12 open what was made under any of those before, each by the name of its ring', async () => {
    const opens = keyOfAny(openKeys(ringAfter(2), keyAt(2)));

    expect([await opens(under('ring-0')), await opens(under('ring-1')), await opens(under('ring-2'))]).toEqual([
      ok(keyAt(0)),
      ok(keyAt(1)),
      ok(keyAt(2)),
    ]);
  });

  it('A12 keep so many of those before, and drop the oldest', () => {
    const { earlier } = openKeys(ringAfter(MOST_EARLIER + 2), keyAt(MOST_EARLIER + 2));

    expect(earlier.map(({ id }) => id)).toEqual(Array.from({ length: MOST_EARLIER }, (_, index) => `ring-${MOST_EARLIER + 1 - index}`));
  });

  it('A12 are not opened by the key of before, nor in the place of another ring', () => {
    const ring = ringAfter(2);

    expect([openKeys(ring, keyAt(1)).earlier, openKeys({ ...ring, id: 'ring-9' }, keyAt(2)).earlier]).toEqual([[], []]);
  });
});

describe('a file that has no key', () => {
  const BROKEN = { ok: false, failure: { code: 'seal-broken' } } as const;

  it('A12 opens nothing that is sealed, and has nothing to overwrite', async () => {
    wipe(null);

    expect([await keyOfAny(null)(HEADER), await lendingCopy(null, (keyOf) => keyOf(HEADER))]).toEqual([BROKEN, BROKEN]);
  });

  it('A12 is opened by the key of now when it says nothing of its ring', async () => {
    expect(await keyOfAny(openKeys(null, keyAt(3)))(HEADER)).toEqual(ok(keyAt(3)));
  });

  it('A12 tells whoever lends keys why there was none', async () => {
    expect(
      await lending(
        () => Promise.resolve(BROKEN),
        (keyOf) => keyOf(HEADER),
      ),
    ).toEqual(BROKEN);
  });
});

describe('keys that are not needed any more', () => {
  it('A12 are overwritten in the very bytes that held them, those before among them', () => {
    const keys = openKeys(ringAfter(1), keyAt(1));
    wipe(keys);

    expect([keys.key, keys.earlier[0]?.key]).toEqual([ZEROS, ZEROS]);
  });

  it('A12 are copies: the bytes from which they were made stay their owner’s', () => {
    const own = keyAt(3);
    wipe(openKeys(null, own));

    expect(own).toEqual(keyAt(3));
  });

  it('A12 are overwritten after the act for which they were lent, also when it fails', async () => {
    const [first, second] = [keyAt(1), keyAt(2)];
    await lending(
      () => Promise.resolve(ok(first)),
      (keyOf) => keyOf(HEADER),
    );
    await expect(
      lending(
        () => Promise.resolve(ok(second)),
        async (keyOf) => (await keyOf(HEADER), Promise.reject(new Error('no'))),
      ),
    ).rejects.toThrow('no');
    const held = openKeys(null, keyAt(3));
    expectOk(await lendingCopy(held, (keyOf) => keyOf(HEADER)));

    expect([first, second, held.key]).toEqual([ZEROS, ZEROS, ZEROS]);
  });

  it('A12 seal nothing and open nothing: that would be open to everybody', () => {
    const key = keyAt(1);
    const sealed = seal(key, Buffer.from('x'), 'place');
    using(key, () => undefined);

    expect(() => seal(key, Buffer.from('x'), 'place')).toThrow('overwritten');
    expect(() => unseal(key, sealed, 'place')).toThrow('overwritten');
  });
});
