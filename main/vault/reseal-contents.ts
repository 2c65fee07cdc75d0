// Brings attached contents from one file's seal to another's, or to none.
import type { AttachedContent, Contents } from '../files/attached-contents.ts';
import { base64Bytes } from '../files/base64.ts';
import type { ContentOrigin } from '../files/read-contents.ts';
import { ok, type Result } from '@domain/result.ts';
import type { KeyFailure } from '@domain/failures.ts';
import { openContent, type SectionSealer } from './sealed-file.ts';

/** @returns the bytes of a content; or seal-broken */
export function contentOf(sha256: string, { encoded }: AttachedContent, { fileId, key }: ContentOrigin): Result<Buffer, KeyFailure> {
  const data = encoded.toString('latin1');
  return key === null ? ok(Buffer.from(data, 'base64')) : openContent(fileId, key, sha256, data);
}

/** @returns a content as a file holds it. @param sealer of a sealed file, `null` for a plain one */
export function encodedContent(sha256: string, content: Uint8Array, sealer: SectionSealer | null): AttachedContent {
  const encoded = sealer === null ? base64Bytes(content) : sealer.sealContent(sha256, content);
  return { bytes: content.byteLength, encoded };
}

/** @returns the same contents as another file holds them; or seal-broken */
export function resealedContents(contents: Contents, from: ContentOrigin, sealer: SectionSealer | null): Result<Contents, KeyFailure> {
  const resealed = new Map<string, AttachedContent>();
  for (const [sha256, content] of contents) {
    const opened = contentOf(sha256, content, from);
    if (!opened.ok) return opened;
    resealed.set(sha256, encodedContent(sha256, opened.value, sealer));
  }
  return ok(resealed);
}
