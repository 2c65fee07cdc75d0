// E1, A12: key slots, boxes, the inbox, and values that nothing prints by mistake.
import { inspect } from 'node:util';
import { expectOk } from '@domain/result.ts';
import { calendarDate } from '@domain/units.ts';
import { NO_LINKS } from '@domain/tables/private.ts';
import { describe, expect, it, vi } from 'vitest';
import {
  keyFromPassphrase,
  keyFromRecovery,
  keyFromSystem,
  type KeyRing,
  passphraseSlot,
  printedRecoveryKey,
  recoverySlot,
  SCRYPT,
  systemSlot,
} from '../../../../main/vault/key-slots.ts';
import { reveal } from '../../../../main/vault/reveal.ts';
import { KEY_BYTES, seal, unseal } from '../../../../main/vault/seal.ts';
import { Sealed } from '../../../../main/vault/sealed.ts';
import {
  createVault,
  forget,
  isInInbox,
  openBox,
  openRecord,
  sealForInbox,
  sealRecord,
  unlockByRecovery,
  unlockVault,
  withOwnPair,
  withPassphrase,
  withRecoveryKey,
} from '../../../../main/vault/vault.ts';
import { forgedBox, LOW_ORDER_KEYS, strangersKey } from '../../../support/forged-inbox.ts';

vi.setConfig({ testTimeout: 60_000 }); // each passphrase takes 0.3 s, and more on a busy computer

const KEY = Buffer.alloc(KEY_BYTES, 9);
const SECRET = 'La directrice hésite à partir';
const note = () => new Sealed({ date: calendarDate('2026-04-02'), ...NO_LINKS, text: SECRET });

/** Deriving a key is slow on purpose: tests that only look at a slot or a vault share one. */
const slotOfAPhrase = once(async () => expectOk(await passphraseSlot('ring-1234', KEY, 'phrase de passe')));
const vaultOfAPhrase = once(async () => expectOk(await createVault('vault-1234', 'phrase de passe')).vault);

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

describe('sealing', () => {
  it('E1 opens with its key at its place, and nothing else', () => {
    const sealed = seal(KEY, Buffer.from('texte'), 'ici');

    expect(expectOk(unseal(KEY, sealed, 'ici')).toString()).toBe('texte');
    expect(unseal(KEY, sealed, 'ailleurs')).toMatchObject({ failure: { code: 'seal-broken' } });
    expect(unseal(Buffer.alloc(KEY_BYTES, 8), sealed, 'ici')).toMatchObject({ failure: { code: 'seal-broken' } });
    expect(unseal(KEY, sealed.subarray(0, 20), 'ici')).toMatchObject({ failure: { code: 'seal-broken' } });
  });

  it('E1 sees every flipped bit', () => {
    const sealed = seal(KEY, Buffer.from('texte'), 'ici');
    for (let bit = 0; bit < sealed.byteLength * 8; bit += 1) {
      const damaged = Buffer.from(sealed);
      damaged.writeUInt8(damaged.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(unseal(KEY, damaged, 'ici').ok).toBe(false);
    }
  });

  it('E1 never uses a nonce twice', () => {
    const nonces = Array.from({ length: 2000 }, () => seal(KEY, Buffer.from('x'), 'ici').subarray(0, 12).toString('hex'));

    expect(new Set(nonces).size).toBe(2000);
  });
});

describe('key slots', () => {
  it('A12 opens by passphrase in either Unicode form, and by no other', async () => {
    const slot = expectOk(await passphraseSlot('ring-1234', KEY, 'été à Épinay'));
    const ring: KeyRing = { id: 'ring-1234', slots: [slot] };

    expect(expectOk(await keyFromPassphrase(ring, 'été à Épinay'.normalize('NFD'))).equals(KEY)).toBe(true);
    expect(await keyFromPassphrase(ring, 'ete a Epinay')).toMatchObject({ failure: { code: 'passphrase-wrong' } });
    expect([slot.n, slot.r, slot.p]).toEqual([2 ** 17, 8, 1]);
  });

  it('A12 refuses a passphrase that is too short, counted in characters', async () => {
    expect(await passphraseSlot('ring-1234', KEY, '👩🏽‍🔧é')).toMatchObject({ failure: { code: 'passphrase-too-short', minimum: 8 } });
  });

  it.each([
    [2 ** 15, 8, 4],
    [2 ** 16, 8, 1],
    [2 ** 19, 8, 1],
    [2 ** 17, 64, 1],
    [2 ** 17, 8, 64],
    [100_000, 8, 1],
  ])('A12 refuses a file that asks for the cost N=%i r=%i p=%i', async (n, r, p) => {
    const slot = await slotOfAPhrase();

    expect(await keyFromPassphrase({ id: 'ring-1234', slots: [{ ...slot, n, r, p }] }, 'phrase de passe')).toMatchObject({
      failure: { code: 'key-cost-refused' },
    });
  });

  it('A12 opens by the printed recovery key, however it is typed', () => {
    const { slot, recoveryKey } = recoverySlot('ring-1234', KEY);
    const ring: KeyRing = { id: 'ring-1234', slots: [slot] };

    expect(printedRecoveryKey(recoveryKey)).toMatch(/^([A-Z2-9]{5}-){7}[A-Z2-9]{5}$/);
    expect(expectOk(keyFromRecovery(ring, printedRecoveryKey(recoveryKey).toLowerCase().replaceAll('-', ' '))).equals(KEY)).toBe(true);
    expect(
      keyFromRecovery(
        ring,
        recoveryKey.replace(/^./, (letter) => (letter === 'A' ? 'B' : 'A')),
      ),
    ).toMatchObject({ failure: { code: 'passphrase-wrong' } });
    expect(SCRYPT.n).toBe(2 ** 17);
  });

  it('A12 opens by the system store of this user, and not by another that refuses', () => {
    const secrets = {
      seal: (secret: Uint8Array) => Uint8Array.from(secret).reverse(),
      open: (sealed: Uint8Array) => Uint8Array.from(sealed).reverse(),
    };
    const refusing = {
      seal: secrets.seal,
      open: () => {
        throw new Error('not yours');
      },
    };
    const ring: KeyRing = { id: 'ring-1234', slots: [systemSlot(KEY, secrets)] };

    expect(expectOk(keyFromSystem(ring, secrets)).equals(KEY)).toBe(true);
    expect(keyFromSystem(ring, refusing)).toMatchObject({ failure: { code: 'passphrase-wrong' } });
  });
});

describe('the vault', () => {
  it('E1 keeps a note that its passphrase opens, bound to its record', async () => {
    const vault = await vaultOfAPhrase();
    const box = sealRecord(vault, { table: 'privateNotes', id: 'note-1' }, note());
    const open = expectOk(await unlockVault(vault.keys, 'phrase de passe'));

    expect(reveal(expectOk(openRecord(open, { table: 'privateNotes', id: 'note-1' }, box))).text).toBe(SECRET);
    expect(openRecord(open, { table: 'privateNotes', id: 'note-2' }, box)).toMatchObject({ failure: { code: 'seal-broken' } });
    expect(await unlockVault(vault.keys, 'autre phrase')).toMatchObject({ failure: { code: 'passphrase-wrong' } });
  });

  it('E1 takes a line while it is locked, which the public key alone cannot read', async () => {
    const vault = await vaultOfAPhrase();
    const box = expectOk(sealForInbox(vault.keys, { table: 'privateNotes', id: 'note-1' }, note()));

    expect(isInInbox(box)).toBe(true);
    expect(reveal(expectOk(openRecord(vault, { table: 'privateNotes', id: 'note-1' }, box))).text).toBe(SECRET);
    expect(openRecord(vault, { table: 'privateNotes', id: 'note-2' }, box).ok).toBe(false);
    const stranger = expectOk(await createVault('vault-1234', 'phrase de passe')).vault;
    expect(openRecord(stranger, { table: 'privateNotes', id: 'note-1' }, box).ok).toBe(false);
  });

  it('E1 refuses a damaged box without a crash, whatever is in it', async () => {
    const vault = await vaultOfAPhrase();
    for (const box of [
      's.',
      'i.',
      `i.${Buffer.alloc(32).toString('base64')}`,
      `i.${Buffer.alloc(90).toString('base64')}`,
      `s.${Buffer.alloc(90).toString('base64')}`,
    ]) {
      expect(openRecord(vault, { table: 'privateNotes', id: 'note-1' }, box)).toMatchObject({ failure: { code: 'seal-broken' } });
    }
  });

  it('E11 overwrites the key of a vault that is locked', async () => {
    const { vault } = expectOk(await createVault('vault-1234', 'phrase de passe'));
    expect(vault.key.every((byte) => byte === 0)).toBe(false);

    forget(vault);

    expect(vault.key.every((byte) => byte === 0)).toBe(true);
  });

  it('A12 opens by the recovery key, takes a new passphrase in the place of the earlier one, and a new recovery key', async () => {
    const { vault, recoveryKey } = expectOk(await createVault('vault-1234', 'phrase de passe'));
    const changed = expectOk(await withPassphrase(expectOk(unlockByRecovery(vault.keys, recoveryKey)), 'une autre phrase'));
    const renewed = withRecoveryKey(changed);

    expect(changed.keys.slots.map(({ kind }) => kind)).toEqual(['passphrase', 'recovery']);
    expect(await unlockVault(changed.keys, 'phrase de passe')).toMatchObject({ failure: { code: 'passphrase-wrong' } });
    expect(expectOk(await unlockVault(changed.keys, 'une autre phrase')).key.equals(vault.key)).toBe(true);
    expect(unlockByRecovery(renewed.vault.keys, recoveryKey)).toMatchObject({ failure: { code: 'passphrase-wrong' } });
    expect(unlockByRecovery(renewed.vault.keys, renewed.recoveryKey).ok).toBe(true);
    expect(await withPassphrase(vault, 'court')).toMatchObject({ failure: { code: 'passphrase-too-short' } });
  });

  it('E1 hides the length of short notes', async () => {
    const vault = await vaultOfAPhrase();
    const lengths = ['a', 'a longer line', 'x'.repeat(120)].map(
      (text) =>
        sealRecord(vault, { table: 'privateNotes', id: 'note-1' }, new Sealed({ date: calendarDate('2026-04-02'), ...NO_LINKS, text }))
          .length,
    );

    expect(new Set(lengths).size).toBe(1);
  });
});

describe('a box', () => {
  const SOUND = JSON.stringify({ date: '2026-04-02', ...NO_LINKS, text: SECRET });
  const BROKEN = { ok: false, failure: { code: 'seal-broken' } };

  it('E1 A7 opens as it was written: by the key or by the public key, by this version or one before 4', async () => {
    const vault = await vaultOfAPhrase();
    const byKey = seal(vault.key, Buffer.from(SOUND), `tierce/vault/${vault.keys.id}/privateNotes/note-1`);
    const dropped = (['j', 'i'] as const).map((form) => forgedBox(vault.keys, 'note-1', SOUND, form));
    const boxes = [`s.${byKey.toString('base64')}`, ...dropped];

    expect(boxes.map((box) => reveal(expectOk(openRecord(vault, { table: 'privateNotes', id: 'note-1' }, box))).dropped)).toEqual([
      undefined,
      true,
      true,
    ]);
    expect(boxes.map(isInInbox)).toEqual([false, true, true]);
  });

  it('E1 opens in no other form than its own', async () => {
    const vault = await vaultOfAPhrase();
    const [older, newer] = [forgedBox(vault.keys, 'note-1', SOUND, 'i'), forgedBox(vault.keys, 'note-1', SOUND, 'j')];

    for (const box of [`j${older.slice(1)}`, `i${newer.slice(1)}`, `s${newer.slice(1)}`]) {
      expect(openRecord(vault, { table: 'privateNotes', id: 'note-1' }, box)).toEqual(BROKEN);
    }
  });

  it('E1 that is no note can be looked at as what it is, and is not taken for one', async () => {
    const vault = await vaultOfAPhrase();
    const box = forgedBox(vault.keys, 'note-1', 'publicité');

    expect(openRecord(vault, { table: 'privateNotes', id: 'note-1' }, box)).toEqual({ ok: false, failure: { code: 'note-unsound' } });
    expect(reveal(expectOk(openBox(vault, { table: 'privateNotes', id: 'note-1' }, box))).toString()).toBe('publicité');
  });

  it.each(['i', 'j'])('E1 with nothing behind its key, or with a key that everybody knows the secret of, is broken (%s)', async (form) => {
    const vault = await vaultOfAPhrase();
    const known = Buffer.from(LOW_ORDER_KEYS[0] ?? '', 'base64');
    for (const bytes of [Buffer.alloc(32, 9), Buffer.alloc(33, 9), Buffer.concat([known, Buffer.alloc(60, 9)])]) {
      expect(openBox(vault, { table: 'privateNotes', id: 'note-1' }, `${form}.${bytes.toString('base64')}`)).toEqual(BROKEN);
    }
  });

  it('E1 is as long as the next step of 256 bytes, whatever is in it, and its text comes back to the letter', async () => {
    const vault = await vaultOfAPhrase();
    for (let length = 150; length < 420; length += 1) {
      const text = 'x'.repeat(length);
      const box = sealRecord(
        vault,
        { table: 'privateNotes', id: 'note-1' },
        new Sealed({ date: calendarDate('2026-04-02'), ...NO_LINKS, text }),
      );
      expect((Buffer.from(box.slice(2), 'base64').byteLength - 28) % 256).toBe(0);
      expect(reveal(expectOk(openRecord(vault, { table: 'privateNotes', id: 'note-1' }, box))).text).toBe(text);
    }
  });
});

describe('the pair of keys of a vault', () => {
  it('E1 is its own, and the very same vault is given back', async () => {
    const vault = await vaultOfAPhrase();

    expect(withOwnPair(vault)).toBe(vault);
    const sealed = Buffer.from(vault.keys.privateKey, 'base64');
    expect(expectOk(unseal(vault.key, sealed, `tierce/vault/${vault.keys.id}/private-key`)).byteLength).toBe(48);
  });

  it('E1 gets its public key back in the place of a stranger’s', async () => {
    const vault = await vaultOfAPhrase();

    expect(withOwnPair({ ...vault, keys: { ...vault.keys, publicKey: strangersKey() } })).toEqual(vault);
  });

  it('E1 is a new one where the private key was damaged, and takes lines again; those of before do not open', async () => {
    const vault = await vaultOfAPhrase();
    const box = expectOk(sealForInbox(vault.keys, { table: 'privateNotes', id: 'note-1' }, note()));
    const damaged = { ...vault, keys: { ...vault.keys, privateKey: Buffer.alloc(76, 7).toString('base64') } };
    const mended = withOwnPair(damaged);
    const line = expectOk(sealForInbox(mended.keys, { table: 'privateNotes', id: 'note-1' }, note()));

    expect(openRecord(damaged, { table: 'privateNotes', id: 'note-1' }, box)).toMatchObject({ failure: { code: 'seal-broken' } });
    expect([mended.key, mended.keys.slots, mended.keys.publicKey === vault.keys.publicKey]).toEqual([vault.key, vault.keys.slots, false]);
    expect([line, box].map((each) => openRecord(mended, { table: 'privateNotes', id: 'note-1' }, each).ok)).toEqual([true, false]);
    expect(withOwnPair(mended)).toBe(mended);
  });

  it.each([...LOW_ORDER_KEYS, '', 'AAAA'])('E1 seals nothing for a key that is none, or that everybody knows (%s)', async (publicKey) => {
    const vault = await vaultOfAPhrase();

    expect(sealForInbox({ ...vault.keys, publicKey }, { table: 'privateNotes', id: 'note-1' }, note())).toEqual({
      ok: false,
      failure: { code: 'vault-key-foreign' },
    });
  });
});

describe('keys that are made anew', () => {
  it('A12 are none with a passphrase that is too short', async () => {
    expect(await createVault('vault-1234', 'court')).toMatchObject({ ok: false, failure: { code: 'passphrase-too-short' } });
  });

  it('A12 leave the other ways to the key as they were', async () => {
    const vault = await vaultOfAPhrase();
    const [byPhrase, byRecovery] = vault.keys.slots;
    const renewed = withRecoveryKey(vault).vault;

    expect([renewed.keys.slots[0], renewed.keys.slots.length, renewed.key]).toEqual([byPhrase, 2, vault.key]);
    expect([renewed.keys.slots[1]?.kind, renewed.keys.slots[1] === byRecovery]).toEqual(['recovery', false]);
    expect(renewed.keys).toMatchObject({ id: vault.keys.id, publicKey: vault.keys.publicKey, privateKey: vault.keys.privateKey });
  });
});

it('E1 prints nothing of a sealed value, by whatever way it is turned into text', () => {
  const sealed = note();
  const ways = [
    String(sealed),
    `« ${String(sealed)} »`,
    JSON.stringify({ sealed }),
    inspect(sealed, { depth: 9, showHidden: true }),
    Object.values(sealed).join(),
    JSON.stringify(structuredClone({ ...sealed })),
  ];

  for (const way of ways) expect(way).not.toContain('directrice');
  expect(String(sealed)).toBe('•••');
});
