// From a passphrase to the key that wraps the data key: slow on purpose, so that guessing is.
import { scrypt } from 'node:crypto';
import { KEY_BYTES } from './seal.ts';

/** What a derivation costs, as scrypt counts it. */
export type DerivationCost = { readonly n: number; readonly r: number; readonly p: number };

/** @returns the key of a passphrase, whichever Unicode form it was typed in; the caller's to overwrite */
export function derive(passphrase: string, salt: Buffer, cost: DerivationCost): Promise<Buffer> {
  const options = { N: cost.n, r: cost.r, p: cost.p, maxmem: 256 * cost.n * cost.r }; // Node's own limit of 32 MiB is far below the cost
  return new Promise((resolve, reject) => {
    const typed = Buffer.from(normalised(passphrase), 'utf8');
    scrypt(typed, salt, KEY_BYTES, options, (error, key) => {
      typed.fill(0);
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}

/** The same words typed on another keyboard may come in another Unicode form. */
export function normalised(passphrase: string): string {
  return passphrase.normalize('NFKC');
}
