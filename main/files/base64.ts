// Base64 as files hold it: strict, and without the regular expression that would cost more than all else in a file of many megabytes.

/** @returns bytes in Base64, themselves as bytes */
export function base64Bytes(bytes: Uint8Array): Buffer {
  return Buffer.from(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'), 'latin1');
}

/** @returns the bytes, or `null` for a text that is not wholly Base64: Node passes over what is not, and then has fewer bytes than a text of that length holds. The other alphabet, that of addresses, it takes as well. */
export function fromBase64(text: string): Buffer | null {
  if (text.includes('-') || text.includes('_')) return null;
  const bytes = Buffer.from(text, 'base64');
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  return text.length % 4 === 0 && bytes.byteLength === (text.length / 4) * 3 - padding ? bytes : null;
}
