// Re-encrypts attached contents from one file's seal to another's, or to none.
import type { AttachedContent, Contents } from '../files/attached-contents.ts';
import { base64Bytes } from '../files/base64.ts';
import type { ContentOrigin } from '../files/read-contents.ts';
import { ok, type Result } from '@domain/result.ts';
import type { KeyFailure } from '@domain/failures.ts';
import { openSealedContent, sealedContent } from './file-sealer.ts';

/** @returns the bytes of a content; or seal-broken */
export function contentOf({ encoded, name }: AttachedContent, { fileId, key }: ContentOrigin): Result<Buffer, KeyFailure> {
  const data = encoded.toString('latin1');
  return key === null ? ok(Buffer.from(data, 'base64')) : openSealedContent(fileId, key, name, data);
}

/** @returns a content in the form that a file with this seal, or without one, holds */
export function encodedContent(sha256: string, content: Uint8Array, { fileId, key }: ContentOrigin): AttachedContent {
  if (key !== null) return sealedContent(fileId, key, { sha256, content });
  return { bytes: content.byteLength, encoded: base64Bytes(content), name: sha256, isSealed: false };
}

/** @returns the same contents in the form that another file holds; or seal-broken */
export function resealedContents(contents: Contents, from: ContentOrigin, to: ContentOrigin): Result<Contents, KeyFailure> {
  if (from.fileId === to.fileId && isSameKey(from.key, to.key)) return ok(contents);
  const resealed = new Map<string, AttachedContent>();
  for (const [sha256, content] of contents) {
    const opened = contentOf(content, from);
    if (!opened.ok) return opened;
    resealed.set(sha256, encodedContent(sha256, opened.value, to));
  }
  return ok(resealed);
}

/** @returns whether both are the same key; `null` stands for no seal */
export function isSameKey(one: Uint8Array | null, other: Uint8Array | null): boolean {
  return one === null || other === null ? one === other : Buffer.compare(one, other) === 0;
}
