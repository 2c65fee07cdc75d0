// What somebody with the file but none of its keys can drop into a notebook: any bytes, sealed like a line.
import { createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync } from 'node:crypto';
import { seal } from '../../main/vault/seal.ts';
import type { VaultKeys } from '../../main/vault/vault.ts';

/** What comes before the 32 bytes of an X25519 public key. @source RFC 8410 */
const BEFORE_PUBLIC = Buffer.from('302a300506032b656e032100', 'hex');

/**
 * @returns the box of these bytes, for the record of that id
 * @param form of a version before 4 (`i`), which bound it to neither public key, or of this one (`j`)
 */
export function forgedBox(keys: VaultKeys, recordId: string, content: string | Uint8Array, form: 'i' | 'j' = 'i'): string {
  const { privateKey, publicKey } = generateKeyPairSync('x25519');
  const theirs = createPublicKey({
    key: Buffer.concat([BEFORE_PUBLIC, Buffer.from(keys.publicKey, 'base64')]),
    type: 'spki',
    format: 'der',
  });
  const sender = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32);
  const info = form === 'i' ? `tierce inbox ${keys.id}` : `tierce inbox 4 ${keys.id} ${sender.toString('base64')} ${keys.publicKey}`;
  const key = Buffer.from(hkdfSync('sha256', diffieHellman({ privateKey, publicKey: theirs }), Buffer.alloc(0), info, 32));
  const sealed = seal(key, Buffer.from(content), `tierce/vault/${keys.id}/privateNotes/${recordId}`);
  return `${form}.${Buffer.concat([sender, sealed]).toString('base64')}`;
}

/** @returns the public key of somebody else, as a file holds it */
export function strangersKey(): string {
  return generateKeyPairSync('x25519').publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64');
}

/** Points with which every exchange gives the same secret, known to all. @source Bernstein, "Curve25519: new Diffie-Hellman speed records", section 3 */
export const LOW_ORDER_KEYS = [
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
].map((hex) => Buffer.from(hex, 'hex').toString('base64'));
