// A12: the ways to the one key of a ring: what opens which, and how much work a file may demand of this computer.
import { expectOk, ok } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { derive } from '../../../../main/vault/derive-key.ts';
import {
  keyFromPassphrase,
  keyFromRecovery,
  keyFromSystem,
  passphraseSlot,
  type PassphraseSlot,
  printedRecoveryKey,
  recoverySlot,
  SCRYPT,
  strengthened,
  systemSlot,
} from '../../../../main/vault/key-slots.ts';
import { KEY_BYTES, type Randomness, seal } from '../../../../main/vault/seal.ts';

/** The salts of watched slots with which something was derived, in order. */
const derived: string[] = [];
/** @returns the same slot, which notes that its salt is used */
const watched = (slot: PassphraseSlot): PassphraseSlot =>
  Object.defineProperty({ ...slot }, 'salt', {
    get: () => {
      derived.push(slot.salt);
      return slot.salt;
    },
  });

const KEY = Buffer.alloc(KEY_BYTES, 9);
const PHRASE = 'phrase de passe';
const RING = 'ring-1234';
const WRONG = { ok: false, failure: { code: 'passphrase-wrong' } };
const salt = Buffer.alloc(16, 1);
const secrets = {
  seal: (secret: Uint8Array) => Uint8Array.from(secret).reverse(),
  open: (sealed: Uint8Array) => Uint8Array.from(sealed).reverse(),
};

/** As Tierce has written it since its first version. */
async function slotAt(
  cost: { readonly n: number; readonly r: number; readonly p: number } = SCRYPT,
  ringId = RING,
): Promise<PassphraseSlot> {
  const wrapped = seal(await derive(PHRASE, salt, cost), KEY, `tierce/key/${ringId}/passphrase`);
  return { kind: 'passphrase', salt: salt.toString('base64'), ...cost, wrapped: wrapped.toString('base64') };
}

describe('a slot of a passphrase', () => {
  it('A12 A7 opens as it was written, in its own ring alone', async () => {
    expect(await keyFromPassphrase({ id: RING, slots: [await slotAt()] }, PHRASE)).toEqual(ok(KEY));
    expect(await keyFromPassphrase({ id: 'ring-5678', slots: [await slotAt()] }, PHRASE)).toEqual(WRONG);
  });

  it('A12 is made with a salt of its own', async () => {
    const made = [expectOk(await passphraseSlot(RING, KEY, PHRASE)), expectOk(await passphraseSlot(RING, KEY, PHRASE))];

    expect(made).toMatchObject([
      { kind: 'passphrase', ...SCRYPT },
      { kind: 'passphrase', ...SCRYPT },
    ]);
    expect([made[0]?.salt === made[1]?.salt, Buffer.from(made[0]?.salt ?? '', 'base64').byteLength]).toEqual([false, 16]);
    expect(await keyFromPassphrase({ id: RING, slots: made.slice(1) }, PHRASE)).toEqual(ok(KEY));
  });

  it('A12 takes a passphrase of eight characters, and none of seven', async () => {
    expect((await passphraseSlot(RING, KEY, 'huit mot')).ok).toBe(true);
    expect(await passphraseSlot(RING, KEY, 'sept mo')).toEqual({ ok: false, failure: { code: 'passphrase-too-short', minimum: 8 } });
  });

  it('A12 is tried with every other one, whatever else lies between', async () => {
    const other = expectOk(await passphraseSlot(RING, KEY, 'une autre phrase'));
    const slots = [recoverySlot(RING, KEY).slot, other, systemSlot(KEY, secrets), await slotAt()];

    expect(await keyFromPassphrase({ id: RING, slots }, PHRASE)).toEqual(ok(KEY));
    expect(await keyFromPassphrase({ id: RING, slots: slots.slice(0, 3) }, PHRASE)).toEqual(WRONG);
  });

  it.each([
    [2 ** 16, 8, 2],
    [2 ** 17, 8, 1],
    [2 ** 18, 8, 1],
    [2 ** 17, 8, 4],
  ])('A12 opens at a cost that is bearable: N=%i r=%i p=%i', async (n, r, p) => {
    expect(await keyFromPassphrase({ id: RING, slots: [await slotAt({ n, r, p })] }, PHRASE)).toEqual(ok(KEY));
  });

  it.each([
    [2 ** 16, 8, 1],
    [2 ** 15, 8, 4],
    [2 ** 19, 8, 1],
    [2 ** 17, 8, 0],
    [2 ** 17, 8, 5],
    [2 ** 17, 7, 1],
    [2 ** 17, 9, 1],
    [2 ** 17 + 2, 8, 1],
    [2 ** 40, 8, 1],
    [2 ** 17, 8, -1],
    [2 ** 17, 8, 1e9],
    [2 ** 17, 8, 1.5],
    [2 ** 17, 2 ** 20, 1],
    [Number.NaN, 8, 1],
    [2 ** 17, Number.NaN, 1],
    [2 ** 17, 8, Number.NaN],
    [Infinity, 8, 1],
    [-(2 ** 17), 8, 1],
    [0, 8, 1],
    ['131072', 8, 1],
    [2 ** 17, '8', 1],
    [2 ** 17, 8, '1'],
    [[2 ** 17], 8, 1],
    [null, 8, 1],
  ])('A12 is refused before anything is derived at the cost N=%o r=%o p=%o', async (n, r, p) => {
    const cost = { n, r, p } as { readonly n: number; readonly r: number; readonly p: number }; // a hostile file holds anything
    const slot = { ...(await slotAt()), ...cost };
    derived.length = 0;

    expect(await keyFromPassphrase({ id: RING, slots: [watched(slot)] }, PHRASE)).toEqual({
      ok: false,
      failure: { code: 'key-cost-refused', cost: n },
    });
    expect(derived).toEqual([]);
  });

  it('A12 is tried in the order of the file, up to the one that opens', async () => {
    const other = expectOk(await passphraseSlot(RING, KEY, 'une autre phrase'));
    const own = await slotAt();
    derived.length = 0;
    expectOk(await keyFromPassphrase({ id: RING, slots: [other, own, other].map(watched) }, PHRASE));

    expect(derived).toEqual([other.salt, salt.toString('base64')]);
  });
});

describe('a slot that has grown old', () => {
  const OLD = { n: 2 ** 16, r: 8, p: 2 } as const;

  it('A12 is replaced by one of today’s cost with another salt, and nothing else of the ring is touched', async () => {
    const [old, recovery, other] = [await slotAt(OLD), recoverySlot(RING, KEY), expectOk(await passphraseSlot(RING, KEY, 'une autre'))];
    const weakOther = { ...other, ...OLD };
    const ring = { id: RING, slots: [weakOther, old, recovery.slot], earlier: [{ id: 'ring-0000', wrapped: 'AAAA' }] };
    const after = await strengthened(ring, KEY, PHRASE);

    expect(after).toEqual({ ...ring, slots: [weakOther, expect.objectContaining({ kind: 'passphrase', ...SCRYPT }), recovery.slot] });
    expect(after.slots[1]).not.toMatchObject({ salt: old.salt });
    expect([
      await keyFromPassphrase({ ...after, slots: after.slots.slice(1) }, PHRASE),
      keyFromRecovery(after, recovery.recoveryKey),
    ]).toEqual([ok(KEY), ok(KEY)]);
  });

  it('A12 stays where it costs as much as today’s or more, opens another key, or is beyond what is bearable', async () => {
    const stranger = expectOk(await passphraseSlot(RING, Buffer.alloc(KEY_BYTES, 3), PHRASE));
    for (const slot of [
      await slotAt(),
      await slotAt({ n: 2 ** 18, r: 8, p: 1 }),
      { ...stranger, ...OLD },
      await slotAt({ ...OLD, p: 1e9 }),
    ]) {
      const ring = { id: RING, slots: [slot] };
      expect(await strengthened(ring, KEY, PHRASE)).toBe(ring);
    }
  });
});

describe('a recovery key', () => {
  it('A12 A7 opens what an earlier version has written, in its own ring alone', () => {
    const slot = {
      kind: 'recovery',
      salt: 'AQEBAQEBAQEBAQEBAQEBAQ==',
      wrapped: 'AgICAgICAgICAgICsBwCv6ynciNnMkPrje347PvU+N4FwXFYkGSMebIRqKq6lN9TGGuj774quEcTop9i',
    } as const;

    expect(keyFromRecovery({ id: RING, slots: [slot] }, 'A'.repeat(40))).toEqual(ok(KEY));
    expect(keyFromRecovery({ id: 'ring-5678', slots: [slot] }, 'A'.repeat(40))).toEqual(WRONG);
  });

  it('A12 is tried with every slot of its kind, whatever else lies between', async () => {
    const { slot, recoveryKey } = recoverySlot(RING, KEY);
    const slots = [await slotAt(), recoverySlot(RING, KEY).slot, slot];

    expect(keyFromRecovery({ id: RING, slots }, recoveryKey)).toEqual(ok(KEY));
    expect(keyFromRecovery({ id: RING, slots: slots.slice(0, 2) }, recoveryKey)).toEqual(WRONG);
  });

  it('A12 is of forty letters that are each equally likely: what would favour some is drawn again', () => {
    const drawn = [Buffer.from([255, 240, 239, 0, 30, 29]), Buffer.alloc(40, 240), Buffer.alloc(40, 1)];
    const random: Randomness = (length) => drawn.shift() ?? Buffer.alloc(length, 3);

    expect(recoverySlot(RING, KEY, random).recoveryKey).toBe(`9AA9${'B'.repeat(36)}`);
  });

  it('A12 is printed in groups of five', () => {
    expect([printedRecoveryKey('ABCDEFGHJKMN'), printedRecoveryKey('ABCDE'), printedRecoveryKey('')]).toEqual([
      'ABCDE-FGHJK-MN',
      'ABCDE',
      '',
    ]);
  });
});

describe('a slot of the system', () => {
  it('A12 opens beside others, also beside one that the system refuses or that holds no key', async () => {
    const refusing = { ...secrets, open: (sealed: Uint8Array) => (sealed.byteLength === 3 ? Buffer.from('') : secrets.open(sealed)) };
    const throwing = {
      ...secrets,
      open: () => {
        throw new Error('not yours');
      },
    };
    const slots = [await slotAt(), { kind: 'system', wrapped: 'AAAA' } as const, systemSlot(KEY, secrets)];

    expect(keyFromSystem({ id: RING, slots }, refusing)).toEqual(ok(KEY));
    expect([keyFromSystem({ id: RING, slots: slots.slice(0, 2) }, secrets), keyFromSystem({ id: RING, slots }, throwing)]).toEqual([
      WRONG,
      WRONG,
    ]);
  });
});
