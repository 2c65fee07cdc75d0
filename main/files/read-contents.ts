// Reads the contents attached to a file, each checked against its hash.
import type { Document } from '@domain/document.ts';
import { FINGERPRINT_FORM } from '@domain/tables/forms.ts';
import { openContent } from '../vault/sealed-file.ts';
import { type AttachedContent, type Contents, fingerprintOf } from './attached-contents.ts';

/** Of a sealed file the key, by which each content is opened to be checked. */
export type ContentOrigin = { readonly fileId: string; readonly key: Uint8Array | null };

/** @returns every content; or `null` when one is not what its hash says, or one that a record names is missing */
export function readContents(data: unknown, { accompaniment }: Document, origin: ContentOrigin): Contents | null {
  const contents = new Map<string, AttachedContent>();
  for (const [sha256, value] of Object.entries(typeof data === 'object' && data !== null ? data : {})) {
    const content = readContent(sha256, value, origin);
    if (content === null) return null;
    contents.set(sha256, content);
  }
  return Object.values(accompaniment.attachments).every(({ sha256 }) => contents.has(sha256)) ? contents : null;
}

/** @returns one content, or `null` when it is not what its hash says */
export function readContent(sha256: string, value: unknown, { fileId, key }: ContentOrigin): AttachedContent | null {
  if (!FINGERPRINT_FORM.test(sha256) || typeof value !== 'object' || value === null) return null;
  const { bytes, data, ...rest } = { ...value } as Readonly<Record<string, unknown>>;
  if (Object.keys(rest).length > 0 || typeof data !== 'string' || !BASE64.test(data)) return null;
  const opened = key === null ? Buffer.from(data, 'base64') : openedOf(openContent(fileId, key, sha256, data));
  const isWhole = opened !== null && opened.byteLength === bytes && fingerprintOf(opened) === sha256;
  return isWhole ? { bytes: opened.byteLength, encoded: Buffer.from(data, 'latin1') } : null;
}

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

function openedOf(opened: ReturnType<typeof openContent>): Buffer | null {
  return opened.ok ? opened.value : null;
}
