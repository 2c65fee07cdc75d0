// Seals bytes with AES-256-GCM under a key, bound to where they belong.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeyFailure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';

/** Source of unpredictable bytes; only the script that builds the example replaces it. */
export type Randomness = (length: number) => Buffer;
export const systemRandomness: Randomness = (length) => randomBytes(length);

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
export const KEY_BYTES = 32;

/**
 * A fresh random nonce every time: with 96 random bits and far fewer than 2^32 seals per key, none repeats.
 * @param place what the bytes are for; they open only there
 * @returns nonce, ciphertext and tag, in sequence
 */
export function seal(key: Uint8Array, bytes: Uint8Array, place: string, random: Randomness = systemRandomness): Buffer {
  refuseOverwritten(key);
  const nonce = random(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(place, 'utf8'));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** @returns the bytes; or seal-broken if the key or the place differs, or one bit has changed */
export function unseal(key: Uint8Array, sealed: Uint8Array, place: string): Result<Buffer, KeyFailure> {
  refuseOverwritten(key);
  if (sealed.byteLength < NONCE_BYTES + TAG_BYTES) return refuse({ code: 'seal-broken' });
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(place, 'utf8'));
  decipher.setAuthTag(sealed.subarray(sealed.byteLength - TAG_BYTES));
  try {
    return ok(Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, sealed.byteLength - TAG_BYTES)), decipher.final()]));
  } catch {
    return refuse({ code: 'seal-broken' }); // `final` throws only for a tag that does not match
  }
}

/**
 * @returns a key that was sealed like any other bytes; or seal-broken, also if it cannot be a key: whoever made the file may have sealed
 * zeros, or too few bytes
 */
export function unsealKey(key: Uint8Array, sealed: Uint8Array, place: string): Result<Buffer, KeyFailure> {
  const opened = unseal(key, sealed, place);
  if (!opened.ok || isUsable(opened.value)) return opened;
  return refuse({ code: 'seal-broken' });
}

function isUsable(key: Uint8Array): boolean {
  return key.byteLength === KEY_BYTES && key.some((byte) => byte !== 0);
}

/** Unneeded keys are overwritten with zeros. Anything sealed with zeros would be open to everybody, so using such a key is a bug. */
function refuseOverwritten(key: Uint8Array): void {
  if (!isUsable(key)) throw new Error('A key that was overwritten');
}

/** Uses a key that nothing else needs, then overwrites it. */
export function using<T>(key: Buffer, act: (key: Buffer) => T): T {
  try {
    return act(key);
  } finally {
    key.fill(0);
  }
}
