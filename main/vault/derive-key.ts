// Derives the key that wraps the data key from a passphrase: slow on purpose, so that guessing is slow.
import { scrypt } from 'node:crypto';
import { KEY_BYTES } from './seal.ts';

/** The cost of a derivation, in scrypt's parameters. */
export type DerivationCost = { readonly n: number; readonly r: number; readonly p: number };

/** @returns the key of a passphrase, in whatever Unicode form it was typed; the caller overwrites it */
export function derive(passphrase: string, salt: Buffer, cost: DerivationCost): Promise<Buffer> {
  // Node's default limit of 32 MiB is far below what this needs
  const options = { N: cost.n, r: cost.r, p: cost.p, maxmem: 256 * cost.n * cost.r };
  return new Promise((resolve, reject) => {
    const typed = Buffer.from(normalised(passphrase), 'utf8');
    scrypt(typed, salt, KEY_BYTES, options, (error, key) => {
      typed.fill(0);
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

/** Another keyboard may produce the same words in another Unicode form. */
export function normalised(passphrase: string): string {
  return passphrase.normalize('NFKC');
}
