// The contents attached to a file: kept in memory as the bytes that the file holds, so that a save never encodes them again.
import { createHash } from 'node:crypto';
import type { Document } from '@domain/document.ts';
import { by } from '@domain/ordering.ts';
import { contentsNamedIn } from '@domain/tables/contents.ts';

export type AttachedContent = {
  /** Of the content itself. */
  readonly bytes: number;
  /** In Base64, as the file holds it. */
  readonly encoded: Buffer;
  /** Its name in the file: its SHA-256; in a sealed file a name that only the key reveals. */
  readonly name: string;
  readonly isSealed: boolean;
};
/** By the SHA-256 of the content itself, in hexadecimal. */
export type Contents = ReadonlyMap<string, AttachedContent>;
export const NO_CONTENTS: Contents = new Map();

/** @returns the contents that records of the document name, as a JSON object in parts; the others are left out of the file */
export function contentBytes(document: Document, contents: Contents): readonly Buffer[] {
  const held = [...contentsNamedIn(document)].flatMap((sha256) => contents.get(sha256) ?? []).toSorted(by(({ name }) => name));
  const lines = held.map((content) => [Buffer.from(`${JSON.stringify(content.name)}: `), ...contentForm(content)]);
  if (lines.length === 0) return [Buffer.from('{}')];
  return [Buffer.from('{\n'), ...lines.flatMap((line, index) => (index === 0 ? line : [Buffer.from(',\n'), ...line])), Buffer.from('\n}')];
}

/** @returns one content as the file holds it, in parts. Only the key reveals how long a sealed one is. */
export function contentForm({ bytes, encoded, isSealed }: AttachedContent): readonly Buffer[] {
  return [Buffer.from(isSealed ? '{"data":"' : `{"bytes":${bytes},"data":"`), encoded, Buffer.from('"}')];
}

/** @returns the SHA-256 of a content, in hexadecimal */
export function fingerprintOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
