// The keys of a sealed file: creating and opening them, replacing their passphrase and their recovery key.
import type { VaultSecret } from '@contract/vault.ts';
import type { KeyFailure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { type KeyRing, keyFromPassphrase, keyFromRecovery, passphraseSlot, recoverySlot } from './key-slots.ts';
import { earlierUnder, openKeys, wipe } from './open-keys.ts';
import { KEY_BYTES, systemRandomness } from './seal.ts';

/** A ring and the key that it holds. `recoveryKey`: to be printed, if it is new. */
export type FileKeys = { readonly ring: KeyRing; readonly key: Uint8Array; readonly recoveryKey: string | null };

/** @returns new keys with the recovery key to print; or passphrase-too-short */
export async function newFileKeys(id: string, passphrase: string): Promise<Result<FileKeys, KeyFailure>> {
  const key = systemRandomness(KEY_BYTES);
  const slot = await passphraseSlot(id, key, passphrase);
  if (!slot.ok) key.fill(0);
  if (!slot.ok) return slot;
  const recovery = recoverySlot(id, key);
  return ok({ ring: { id, slots: [slot.value, recovery.slot] }, key, recoveryKey: recovery.recoveryKey });
}

/** @returns the key of a sealed file; or passphrase-wrong, key-cost-refused, protection-missing for a plain one */
export async function openFileKeys(ring: KeyRing | null, secret: VaultSecret): Promise<Result<FileKeys, KeyFailure>> {
  if (ring === null) return refuse({ code: 'protection-missing' });
  const key = secret.kind === 'passphrase' ? await keyFromPassphrase(ring, secret.passphrase) : keyFromRecovery(ring, secret.recoveryKey);
  return key.ok ? ok({ ring, key: key.value, recoveryKey: null }) : key;
}

/**
 * @returns another key under this passphrase, with a recovery key to print; it opens the earlier ones, and they open nothing made from now
 * on. Or passphrase-too-short
 */
export async function withNewKey({ ring, key }: FileKeys, id: string, passphrase: string): Promise<Result<FileKeys, KeyFailure>> {
  const made = await newFileKeys(id, passphrase);
  if (!made.ok) return made;
  const keys = openKeys(ring, key);
  const earlier = earlierUnder({ id, key: made.value.key }, { ring, keys });
  wipe(keys);
  return ok({ ...made.value, ring: { ...made.value.ring, earlier } });
}

/** @returns the same key under this passphrase, in place of the previous one; or passphrase-too-short */
export async function withFilePassphrase({ ring, key }: FileKeys, passphrase: string): Promise<Result<FileKeys, KeyFailure>> {
  const slot = await passphraseSlot(ring.id, key, passphrase);
  return slot.ok
    ? ok({ key, recoveryKey: null, ring: { ...ring, slots: [slot.value, ...ring.slots.filter(({ kind }) => kind !== 'passphrase')] } })
    : slot;
}

/** @returns the same key with a new recovery key to print; the previous one no longer opens it */
export function withFileRecovery({ ring, key }: FileKeys): FileKeys {
  const { slot, recoveryKey } = recoverySlot(ring.id, key);
  return { key, recoveryKey, ring: { ...ring, slots: [...ring.slots.filter(({ kind }) => kind !== 'recovery'), slot] } };
}
