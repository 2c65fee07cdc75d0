// Opens the parts of a sealed file one by one: a broken seal closes its own part alone.
import { openSection } from '../vault/sealed-file.ts';
import { SECTIONS } from '../files/envelope.ts';
import type { Pieces } from './pieces.ts';
import { dataOf, isData, takeHistory, takeSection, valueOf } from './read-whole.ts';

/** Adds what the sealed sections and the history hold to the pieces. What does not open is not seen, and so told as lost. */
export function openSealedParts(pieces: Pieces, fileId: string, key: Uint8Array): void {
  for (const section of SECTIONS) {
    const text = opened(pieces, section, { fileId, key });
    const data = text === null ? null : dataOf(text);
    if (data !== null) takeSection(section, data, pieces);
  }
  const history = opened(pieces, 'history', { fileId, key });
  if (history !== null) takeHistory(valueOf(history.toString('utf8')), pieces);
}

function opened({ head }: Pieces, part: (typeof SECTIONS)[number] | 'history', { fileId, key }: { readonly fileId: string; readonly key: Uint8Array }): Buffer | null {
  const sealed = head.get(part);
  if (!isData(sealed)) return null;
  const { sealedAt, data } = sealed;
  if (typeof sealedAt !== 'number' || typeof data !== 'string') return null;
  const text = openSection(fileId, key, part, { sealedAt, data });
  return text.ok ? text.value : null;
}
