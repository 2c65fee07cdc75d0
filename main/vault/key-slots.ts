// Key slots: several ways (passphrase, recovery key, the system's store) to the one random key that encrypts.
import { hkdfSync } from 'node:crypto';
import type { KeyFailure } from '@domain/failures.ts';
import { SHORTEST_PASSPHRASE } from '@domain/passphrase.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { upperAscii } from '@domain/writing/ascii.ts';
import type { Secrets } from '../shell.ts';
import { derive, normalised } from './derive-key.ts';
import { KEY_BYTES, type Randomness, seal, systemRandomness, unsealKey, using } from './seal.ts';

export type PassphraseSlot = {
  readonly kind: 'passphrase';
  readonly salt: string;
  readonly n: number;
  readonly r: number;
  readonly p: number;
  readonly wrapped: string;
};
export type RecoverySlot = { readonly kind: 'recovery'; readonly salt: string; readonly wrapped: string };
export type SystemSlot = { readonly kind: 'system'; readonly wrapped: string };
export type KeySlot = PassphraseSlot | RecoverySlot | SystemSlot;
/** A replaced data key, encrypted under its successor. `id`: of its ring. */
export type EarlierKey = { readonly id: string; readonly wrapped: string };
/**
 * How many earlier keys are kept. A copy from before more key changes than that, which no computer has re-encrypted since, opens with its
 * own ring only.
 */
export const MOST_EARLIER = 8;
/** `id` is random and lasts as long as the data key: it is part of the place of everything sealed with it. `earlier`: the latest first. */
export type KeyRing = { readonly id: string; readonly slots: readonly KeySlot[]; readonly earlier?: readonly EarlierKey[] | undefined };

/**
 * The cost of a passphrase: about 0.3 s and 128 MiB.
 * @source OWASP Password Storage Cheat Sheet (scrypt N=2^17, r=8, p=1), read November 2026
 */
export const SCRYPT = { n: 2 ** 17, r: 8, p: 1 } as const;
/** Limits on what a file may demand of this machine. Below, guessing is cheap; above, opening a hostile file would exhaust the memory. */
const LEAST_N = 2 ** 16;
const MOST_N = 2 ** 18;

/** Letters and digits that are not mistaken for each other on paper. */
const RECOVERY_ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';
const RECOVERY_LENGTH = 40; // log2(30^40) ≈ 196 bits

/** @returns a slot that opens with the passphrase; or passphrase-too-short. */
export async function passphraseSlot(
  ringId: string,
  key: Uint8Array,
  passphrase: string,
  random: Randomness = systemRandomness,
): Promise<Result<PassphraseSlot, KeyFailure>> {
  if ([...normalised(passphrase)].length < SHORTEST_PASSPHRASE)
    return refuse({ code: 'passphrase-too-short', minimum: SHORTEST_PASSPHRASE });
  const salt = random(16);
  const wrapping = await derive(passphrase, salt, SCRYPT);
  const wrapped = using(wrapping, (own) => seal(own, key, place(ringId, 'passphrase'), random));
  return ok({ kind: 'passphrase', salt: salt.toString('base64'), ...SCRYPT, wrapped: wrapped.toString('base64') });
}

/** @returns a slot with the recovery key that opens it, to be printed and never kept by the application. */
export function recoverySlot(
  ringId: string,
  key: Uint8Array,
  random: Randomness = systemRandomness,
): { readonly slot: RecoverySlot; readonly recoveryKey: string } {
  const recoveryKey = newRecoveryKey(random);
  const salt = random(16);
  const wrapped = using(recoveryWrapping(recoveryKey, salt), (own) => seal(own, key, place(ringId, 'recovery'), random));
  return { slot: { kind: 'recovery', salt: salt.toString('base64'), wrapped: wrapped.toString('base64') }, recoveryKey };
}

/** @returns a slot that the system's secret store opens for this user on this machine */
export function systemSlot(key: Uint8Array, secrets: Secrets): SystemSlot {
  return { kind: 'system', wrapped: Buffer.from(secrets.seal(key)).toString('base64') };
}

/**
 * Tries the passphrase slots.
 * @returns the data key; or passphrase-wrong, or key-cost-refused when the file demands a cost beyond the limits
 */
export async function keyFromPassphrase(ring: KeyRing, passphrase: string): Promise<Result<Buffer, KeyFailure>> {
  for (const slot of ring.slots) {
    if (slot.kind !== 'passphrase') continue;
    if (!isBearable(slot)) return refuse({ code: 'key-cost-refused', cost: slot.n });
    const wrapping = await derive(passphrase, Buffer.from(slot.salt, 'base64'), slot);
    const key = using(wrapping, (own) => unsealKey(own, Buffer.from(slot.wrapped, 'base64'), place(ring.id, 'passphrase')));
    if (key.ok) return key;
  }
  return refuse({ code: 'passphrase-wrong' });
}

/**
 * Seals the key anew in each slot of a passphrase that costs less than one made today, with another salt; every other slot stays.
 * @param key the ring's own, which the caller has just opened with that passphrase
 * @returns the same ring if none of the slots that the passphrase opens has grown old
 */
export async function strengthened<R extends KeyRing>(ring: R, key: Uint8Array, passphrase: string): Promise<R> {
  const slots = await Promise.all(ring.slots.map((slot) => strengthenedSlot(ring, slot, { key, passphrase })));
  return slots.every((slot, index) => slot === ring.slots[index]) ? ring : { ...ring, slots };
}

async function strengthenedSlot(
  ring: KeyRing,
  slot: KeySlot,
  { key, passphrase }: { readonly key: Uint8Array; readonly passphrase: string },
): Promise<KeySlot> {
  if (slot.kind !== 'passphrase' || slot.n >= SCRYPT.n || !isBearable(slot)) return slot;
  const opened = await keyFromPassphrase({ ...ring, slots: [slot] }, passphrase);
  if (!opened.ok) return slot; // that of another passphrase
  const isOwn = opened.value.equals(key);
  opened.value.fill(0);
  const made = isOwn ? await passphraseSlot(ring.id, key, passphrase) : null;
  return made?.ok === true ? made.value : slot;
}

/** Tries the recovery slots; spaces, dashes and case do not matter. @returns the data key, or passphrase-wrong */
export function keyFromRecovery(ring: KeyRing, recoveryKey: string): Result<Buffer, KeyFailure> {
  const typed = upperAscii(recoveryKey).replace(/[^A-Z0-9]/g, '');
  for (const slot of ring.slots) {
    if (slot.kind !== 'recovery') continue;
    const key = using(recoveryWrapping(typed, Buffer.from(slot.salt, 'base64')), (own) =>
      unsealKey(own, Buffer.from(slot.wrapped, 'base64'), place(ring.id, 'recovery')),
    );
    if (key.ok) return key;
  }
  return refuse({ code: 'passphrase-wrong' });
}

/** Asks the system's store. @returns the data key; or passphrase-wrong when this user on this machine has none */
export function keyFromSystem(ring: KeyRing, secrets: Secrets): Result<Buffer, KeyFailure> {
  for (const slot of ring.slots) {
    if (slot.kind !== 'system') continue;
    try {
      const key = Buffer.from(secrets.open(Buffer.from(slot.wrapped, 'base64')));
      if (key.byteLength === KEY_BYTES) return ok(key);
    } catch {
      continue; // the slot of another user or machine: the system throws
    }
  }
  return refuse({ code: 'passphrase-wrong' });
}

/** @returns the recovery key in groups of five, as it is printed. */
export function printedRecoveryKey(recoveryKey: string): string {
  return recoveryKey.match(/.{1,5}/g)?.join('-') ?? '';
}

/** What is no whole number is refused as well, whatever it is: the parameters come from the file. */
function isBearable({ n, r, p }: { readonly n: number; readonly r: number; readonly p: number }): boolean {
  if (![n, r, p].every((parameter) => Number.isInteger(parameter))) return false;
  const isPowerOfTwo = Number.isInteger(Math.log2(n));
  const isWithinFloor = n > LEAST_N || (n === LEAST_N && p >= 2);
  return isPowerOfTwo && isWithinFloor && n <= MOST_N && r === 8 && p >= 1 && p <= 4;
}

function recoveryWrapping(recoveryKey: string, salt: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', Buffer.from(recoveryKey, 'utf8'), salt, 'tierce recovery', KEY_BYTES));
}

/** Bytes above the largest multiple of the alphabet are drawn again, so that every letter is equally likely. */
function newRecoveryKey(random: Randomness): string {
  const limit = 256 - (256 % RECOVERY_ALPHABET.length);
  let letters = '';
  while (letters.length < RECOVERY_LENGTH) {
    for (const byte of random(RECOVERY_LENGTH))
      if (byte < limit && letters.length < RECOVERY_LENGTH) letters += RECOVERY_ALPHABET[byte % RECOVERY_ALPHABET.length] ?? '';
  }
  return letters;
}

function place(ringId: string, kind: KeySlot['kind']): string {
  return `tierce/key/${ringId}/${kind}`;
}
