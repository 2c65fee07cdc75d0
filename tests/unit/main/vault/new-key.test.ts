// E1: a new key for the notebook keeps the earlier keys, and these open nothing that is sealed from now on.
import { expectOk } from '@domain/result.ts';
import { NO_LINKS } from '@domain/tables/private.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { MOST_EARLIER } from '../../../../main/vault/key-slots.ts';
import { reveal } from '../../../../main/vault/reveal.ts';
import { Sealed } from '../../../../main/vault/sealed.ts';
import {
  forget,
  isToBeFiled,
  openRecord,
  opensBoxesOf,
  type OpenVault,
  sealForInbox,
  sealRecord,
  unlockByRecovery,
  unlockVault,
  vaultToday,
  widestVault,
  withNewKey,
} from '../../../../main/vault/vault.ts';
import { NEWER, ON, PASSPHRASE, vaultMade } from '../../../support/notebook.ts';

const ID = 'note-0001';
const note = (text: string) => new Sealed({ date: ON, ...NO_LINKS, text });
const textOf = (vault: OpenVault, box: string): string => reveal(expectOk(openRecord(vault, { table: 'privateNotes', id: ID }, box))).text;

/** The vault with its first key, and with the next one. */
async function twoVaults() {
  const { vault: before } = await vaultMade('ring-of-before');
  const { vault: now, recoveryKey } = expectOk(await withNewKey(before, 'ring-of-now', NEWER));
  return { before, now, recoveryKey };
}

describe('a vault under a new key', () => {
  let before: OpenVault;
  let now: OpenVault;
  let recoveryKey: string;
  beforeAll(async () => ({ before, now, recoveryKey } = await twoVaults()));

  it('E1 has another ring, another key and another pair, and opens by the new passphrase and the new sheet alone', async () => {
    expect(now.keys.id).toBe('ring-of-now');
    expect(now.key.equals(before.key)).toBe(false);
    expect(now.keys.publicKey).not.toBe(before.keys.publicKey);
    expect((await unlockVault(now.keys, NEWER)).ok).toBe(true);
    expect(unlockByRecovery(now.keys, recoveryKey).ok).toBe(true);
    expect(await unlockVault(now.keys, PASSPHRASE)).toMatchObject({ failure: { code: 'passphrase-wrong' } });
  });

  it('E1 opens what was sealed before, and what was dropped in before', async () => {
    const boxes = [
      sealRecord(before, { table: 'privateNotes', id: ID }, note('Avant')),
      expectOk(sealForInbox(before.keys, { table: 'privateNotes', id: ID }, note('Avant'))),
    ];

    for (const vault of [now, expectOk(await unlockVault(now.keys, NEWER))])
      expect(boxes.map((box) => textOf(vault, box))).toEqual(['Avant', 'Avant']);
  });

  it('E1 seals nothing that the key of before opens', () => {
    for (const box of [
      sealRecord(now, { table: 'privateNotes', id: ID }, note('Après')),
      expectOk(sealForInbox(now.keys, { table: 'privateNotes', id: ID }, note('Après'))),
    ]) {
      expect(openRecord(before, { table: 'privateNotes', id: ID }, box)).toMatchObject({ failure: { code: 'seal-broken' } });
      expect(textOf(now, box)).toBe('Après');
    }
  });

  it('E1 files what is not under its own key, and nothing else', () => {
    const boxes = [
      sealRecord(before, { table: 'privateNotes', id: ID }, note('Avant')),
      expectOk(sealForInbox(now.keys, { table: 'privateNotes', id: ID }, note('Après'))),
      sealRecord(now, { table: 'privateNotes', id: ID }, note('Après')),
    ];

    expect(boxes.map((box) => isToBeFiled(now, { table: 'privateNotes', id: ID }, box))).toEqual([true, true, false]);
    expect(isToBeFiled(before, { table: 'privateNotes', id: ID }, 's.AAAA')).toBe(false); // it had no earlier key: what does not open stays as it is
  });

  it('E1 opens nothing of a vault that it never was', async () => {
    const { vault: other } = await vaultMade('ring-of-another');

    expect(
      openRecord(now, { table: 'privateNotes', id: ID }, sealRecord(other, { table: 'privateNotes', id: ID }, note('Ailleurs'))),
    ).toMatchObject({ failure: { code: 'seal-broken' } });
    expect(['ring-of-now', 'ring-of-before', 'ring-of-another'].map((ring) => opensBoxesOf(now.keys, ring))).toEqual([true, true, false]);
    expect(opensBoxesOf(before.keys, 'ring-of-now')).toBe(false);
  });

  it('E1 is not made with a passphrase that is too short', async () => {
    expect(await withNewKey(before, 'ring-of-now', 'court')).toMatchObject({ failure: { code: 'passphrase-too-short' } });
  });
});

describe('of all the keys that a notebook has had', () => {
  it('E1 are those the widest that open the most; of one ring the first', async () => {
    const { before, now } = await twoVaults();
    const { vault: later } = expectOk(await withNewKey(now, 'ring-later', NEWER));
    const { vault: foreign } = await vaultMade('ring-of-another');
    const sameRing = { ...now.keys, publicKey: before.keys.publicKey };

    expect(widestVault([])).toBeNull();
    expect(widestVault([null, before.keys, null])).toBe(before.keys);
    for (const all of [
      [before.keys, now.keys, later.keys],
      [later.keys, now.keys, before.keys],
      [now.keys, foreign.keys, null, later.keys],
    ])
      expect(widestVault(all)).toBe(later.keys);
    expect(widestVault([now.keys, sameRing])).toBe(now.keys);
    expect(widestVault([foreign.keys, now.keys])).toBe(foreign.keys);
  });

  it('E1 are those of today: of the copies that have the same notebook, and not of another', async () => {
    const { before, now } = await twoVaults();
    const { vault: foreign } = await vaultMade('ring-of-another');
    const sameRing = { ...before.keys, publicKey: now.keys.publicKey };

    expect(vaultToday(before.keys, [foreign.keys, null, now.keys])).toBe(now.keys);
    expect(vaultToday(before.keys, [foreign.keys, sameRing])).toBe(sameRing);
    expect(vaultToday(before.keys, [foreign.keys, null])).toBe(before.keys);
    expect(vaultToday(null, [null, foreign.keys])).toBe(foreign.keys);
    expect(vaultToday(null, [null])).toBeNull();
  });
});

describe('keys of before', () => {
  it('E1 are overwritten with the key, and those of the vault before stay its own', async () => {
    const { before, now } = await twoVaults();
    forget(now);

    expect([now.key, ...now.earlier.map(({ key }) => key)].every((key) => key.every((byte) => byte === 0))).toBe(true);
    expect(before.key.some((byte) => byte !== 0)).toBe(true);
  });

  it('E1 are eight at most, the latest first, each with its private key', async () => {
    let { vault } = await vaultMade('ring-0000');
    const boxes = [expectOk(sealForInbox(vault.keys, { table: 'privateNotes', id: ID }, note('Clé 0')))];
    for (let turn = 1; turn <= MOST_EARLIER + 1; turn += 1) {
      vault = expectOk(await withNewKey(vault, `ring-000${turn}`, NEWER)).vault;
      boxes.push(expectOk(sealForInbox(vault.keys, { table: 'privateNotes', id: ID }, note(`Clé ${turn}`))));
    }

    expect(vault.keys.earlier?.map(({ id }) => id)).toEqual(
      Array.from({ length: MOST_EARLIER }, (_, index) => `ring-000${MOST_EARLIER - index}`),
    );
    expect(boxes.map((box) => openRecord(vault, { table: 'privateNotes', id: ID }, box).ok)).toEqual([
      false,
      ...Array.from({ length: MOST_EARLIER + 1 }, () => true),
    ]);
    expect(boxes.slice(1).map((box) => textOf(vault, box))).toEqual(
      Array.from({ length: MOST_EARLIER + 1 }, (_, index) => `Clé ${index + 1}`),
    );
  });
});
