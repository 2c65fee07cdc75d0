// Lengths that reveal little: sealed content is padded, so that nobody recognises a document by its exact size.

/**
 * Padmé: the longer the content, the coarser the steps, and never more than 12 % on top.
 * @returns the length to pad this many bytes to, in bytes
 * @source K. Nikitin and others, "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs", 2019, section 4
 */
export function paddedLength(bytes: number): number {
  if (bytes < 2) return bytes;
  const exponent = Math.floor(Math.log2(bytes));
  const kept = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** (exponent - kept);
  return Math.ceil(bytes / step) * step;
}

/** @returns JSON padded with trailing spaces, which JSON ignores */
export function paddedText(parts: readonly Buffer[]): Buffer {
  const bytes = parts.reduce((sum, part) => sum + part.byteLength, 0);
  return Buffer.concat([...parts, Buffer.alloc(paddedLength(bytes) - bytes, ' ')]);
}

/** The length in front of a content, in bytes. */
const LENGTH_BYTES = 4;

/** @returns a content with its length in front and zeros behind */
export function paddedContent(content: Uint8Array): Buffer {
  const padded = Buffer.alloc(paddedLength(LENGTH_BYTES + content.byteLength));
  padded.writeUInt32BE(content.byteLength);
  padded.set(content, LENGTH_BYTES);
  return padded;
}

/** @returns the content; `null` if it was not padded in this way */
export function withoutPadding(padded: Buffer): Buffer | null {
  if (padded.byteLength < LENGTH_BYTES) return null;
  const end = LENGTH_BYTES + padded.readUInt32BE();
  return end <= padded.byteLength && padded.byteLength === paddedLength(end) ? padded.subarray(LENGTH_BYTES, end) : null;
}
