// Replaces key derivation where hundreds of sealed files are opened: the same form, without cost and without safety.
import { createHash } from 'node:crypto';

/** @returns a key that depends on passphrase and salt, as the real one does */
export function derive(passphrase: string, salt: Buffer): Promise<Buffer> {
  return Promise.resolve(createHash('sha256').update(salt).update(normalised(passphrase)).digest());
}

export function normalised(passphrase: string): string {
  return passphrase.normalize('NFKC');
}
