// A12: the keys of a wholly sealed file: made, opened, and changed.
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { newFileKeys, openFileKeys, withFilePassphrase, withFileRecovery, withNewKey } from '../../../../main/vault/file-keys.ts';
import { openKeys } from '../../../../main/vault/open-keys.ts';

const PHRASE = { kind: 'passphrase', passphrase: 'phrase de passe' } as const;
const NEWER = { kind: 'passphrase', passphrase: 'une autre phrase' } as const;
const WRONG = { ok: false, failure: { code: 'passphrase-wrong' } };
const TOO_SHORT = { ok: false, failure: { code: 'passphrase-too-short' } };
const made = async () => {
  const keys = expectOk(await newFileKeys('ring-1', PHRASE.passphrase));
  return { keys, byRecovery: { kind: 'recovery', recoveryKey: keys.recoveryKey ?? '' } as const };
};

it('A12 are random, and open by passphrase or recovery key', async () => {
  const { keys, byRecovery } = await made();
  const opened = await Promise.all([openFileKeys(keys.ring, PHRASE), openFileKeys(keys.ring, byRecovery)]);

  expect(opened.map(expectOk)).toEqual([
    { ...keys, recoveryKey: null },
    { ...keys, recoveryKey: null },
  ]);
  expect([keys.ring.id, keys.ring.slots.map(({ kind }) => kind), (await made()).keys.key]).not.toContainEqual(keys.key);
  expect([keys.ring.id, keys.ring.slots.map(({ kind }) => kind)]).toEqual(['ring-1', ['passphrase', 'recovery']]);
});

it('A12 do not open by anything else, and a plain file has none', async () => {
  const { keys } = await made();

  expect([await openFileKeys(keys.ring, NEWER), await openFileKeys(keys.ring, { kind: 'recovery', recoveryKey: 'AAAAA' })]).toEqual([
    WRONG,
    WRONG,
  ]);
  expect(await openFileKeys(null, PHRASE)).toEqual({ ok: false, failure: { code: 'protection-missing' } });
});

it('A12 are none with a passphrase that is too short', async () => {
  const { keys } = await made();

  expect([
    await newFileKeys('ring-1', 'court'),
    await withFilePassphrase(keys, 'court'),
    await withNewKey(keys, 'ring-2', 'court'),
  ]).toMatchObject([TOO_SHORT, TOO_SHORT, TOO_SHORT]);
});

describe('what is changed', () => {
  it('A12 the passphrase: the one before opens no more, the recovery key does', async () => {
    const { keys, byRecovery } = await made();
    const changed = expectOk(await withFilePassphrase(keys, NEWER.passphrase));

    expect([changed.key, changed.recoveryKey, changed.ring.slots.map(({ kind }) => kind)]).toEqual([
      keys.key,
      null,
      ['passphrase', 'recovery'],
    ]);
    expect([
      await openFileKeys(changed.ring, PHRASE),
      (await openFileKeys(changed.ring, NEWER)).ok,
      (await openFileKeys(changed.ring, byRecovery)).ok,
    ]).toEqual([WRONG, true, true]);
  });

  it('A12 the recovery key: the one before opens no more, the passphrase does', async () => {
    const { keys, byRecovery } = await made();
    const changed = withFileRecovery(keys);
    const renewed = { kind: 'recovery', recoveryKey: changed.recoveryKey ?? '' } as const;

    expect([changed.key, changed.ring.slots.map(({ kind }) => kind)]).toEqual([keys.key, ['passphrase', 'recovery']]);
    expect([
      await openFileKeys(changed.ring, byRecovery),
      (await openFileKeys(changed.ring, renewed)).ok,
      (await openFileKeys(changed.ring, PHRASE)).ok,
    ]).toEqual([WRONG, true, true]);
  });

  it('A12 the key itself: those of before open with it, and stay with their owner', async () => {
    const { keys } = await made();
    const held = Buffer.from(keys.key);
    const second = expectOk(await withNewKey(keys, 'ring-2', NEWER.passphrase));
    const third = expectOk(await withNewKey(second, 'ring-3', PHRASE.passphrase));

    expect([third.ring.id, third.recoveryKey?.length, Buffer.from(third.key).equals(held), keys.key]).toEqual(['ring-3', 40, false, held]);
    expect(openKeys(third.ring, third.key).earlier).toEqual([
      { id: 'ring-2', key: second.key },
      { id: 'ring-1', key: held },
    ]);
  });
});
