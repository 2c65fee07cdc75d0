// Journal lines of a sealed file: under the file's own key, so that the journal reveals no more than the file.
import { type Randomness, seal, systemRandomness, unseal } from '../vault/seal.ts';
import type { OpenKeys } from '../vault/open-keys.ts';
import { type LineCodec, PLAIN_LINES } from './journal-lines.ts';

/** @returns a codec whose lines open only in the journal of that file; a line from another is left out like a torn one */
export function sealedLines(fileId: string, key: Uint8Array, random: Randomness = systemRandomness): LineCodec {
  const place = `tierce/journal/${fileId}`;
  return {
    encode: (text) => seal(key, Buffer.from(text, 'utf8'), place, random).toString('base64'),
    decode: (line) => {
      const opened = unseal(key, Buffer.from(line, 'base64'), place);
      return opened.ok ? opened.value.toString('utf8') : null;
    },
  };
}

/**
 * @returns a codec that writes lines as a file with these keys does, and also reads those under its earlier keys; in the clear without any
 */
export function linesUnder(fileId: string, keys: OpenKeys | null): LineCodec {
  if (keys === null) return PLAIN_LINES;
  const now = sealedLines(fileId, keys.key);
  const before = keys.earlier.map(({ key }) => sealedLines(fileId, key));
  return { encode: now.encode, decode: (line) => before.reduce((text, codec) => text ?? codec.decode(line), now.decode(line)) };
}
