// Base64 as files hold it: strict, and without a regular expression, which would cost more than all else in a large file.

/** @returns bytes in Base64, again as bytes */
export function base64Bytes(bytes: Uint8Array): Buffer {
  return Buffer.from(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'), 'latin1');
}

/**
 * @returns the bytes, or `null` for a text that is not entirely Base64: Node skips invalid characters and then returns fewer bytes than
 * the length implies. Node also accepts the URL-safe alphabet.
 */
export function fromBase64(text: string): Buffer | null {
  if (text.includes('-') || text.includes('_')) return null;
  const bytes = Buffer.from(text, 'base64');
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  return text.length % 4 === 0 && bytes.byteLength === (text.length / 4) * 3 - padding ? bytes : null;
}
