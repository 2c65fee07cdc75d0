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
  systemSlot,
} from '../../../../main/vault/key-slots.ts';
import { KEY_BYTES, type Randomness, seal } from '../../../../main/vault/seal.ts';

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
  ])('A12 is refused before anything is derived at the cost N=%i r=%i p=%i', async (n, r, p) => {
    expect(await keyFromPassphrase({ id: RING, slots: [await slotAt({ n, r, p })] }, PHRASE)).toEqual({
      ok: false,
      failure: { code: 'key-cost-refused', cost: n },
    });
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
