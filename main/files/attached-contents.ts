// The contents attached to a file: kept as the bytes in which they stand in it, so that a save never encodes them again.
import { createHash } from 'node:crypto';
import type { Document } from '@domain/document.ts';

/** `encoded`: in Base64, as the file holds it (sealed, when the file is). `bytes`: of the content itself. */
export type AttachedContent = { readonly bytes: number; readonly encoded: Buffer };
/** By the SHA-256 of the content itself, in hexadecimal. */
export type Contents = ReadonlyMap<string, AttachedContent>;
export const NO_CONTENTS: Contents = new Map();

/** @returns the contents that records of the document name, a JSON object in parts; the others are left out of the file */
export function contentBytes({ accompaniment }: Document, contents: Contents): readonly Buffer[] {
  const named = [...new Set(Object.values(accompaniment.attachments).map(({ sha256 }) => sha256))].toSorted();
  const lines = named.flatMap((sha256) => {
    const content = contents.get(sha256);
    return content === undefined ? [] : [[Buffer.from(`${JSON.stringify(sha256)}: `), ...contentForm(content)]];
  });
  if (lines.length === 0) return [Buffer.from('{}')];
  return [Buffer.from('{\n'), ...lines.flatMap((line, index) => (index === 0 ? line : [Buffer.from(',\n'), ...line])), Buffer.from('\n}')];
}

/** @returns one content as the file holds it, in parts */
export function contentForm({ bytes, encoded }: AttachedContent): readonly Buffer[] {
  return [Buffer.from(`{"bytes":${bytes},"data":"`), encoded, Buffer.from('"}')];
}

/** @returns the SHA-256 of a content, in hexadecimal */
export function fingerprintOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
