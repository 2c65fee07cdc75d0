// The digest of a file's content. A large one is computed in portions, so that main stays responsive.
import { createHash } from 'node:crypto';

/** Main can answer between two portions. In bytes: about a millisecond each. */
const PORTION = 1024 * 1024;

/** @returns the SHA-256 of the parts in sequence, in hexadecimal; they must not change meanwhile */
export async function digestInPortions(parts: readonly Uint8Array[]): Promise<string> {
  const hash = createHash('sha256');
  let sinceRest = 0;
  for (const part of parts) {
    for (let start = 0; start < part.byteLength; start += PORTION) {
      if (sinceRest >= PORTION) {
        await new Promise((resolve) => void setImmediate(resolve));
        sinceRest = 0;
      }
      const portion = part.subarray(start, start + PORTION);
      hash.update(portion);
      sinceRest += portion.byteLength;
    }
  }
  return hash.digest('hex');
}
