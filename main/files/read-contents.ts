// Reads the contents attached to a file, each checked against its hash.
import type { Document } from '@domain/document.ts';
import { FINGERPRINT_FORM } from '@domain/tables/forms.ts';
import { openContent } from '../vault/sealed-file.ts';
import { type AttachedContent, type Contents, fingerprintOf } from './attached-contents.ts';
import { fromBase64 } from './base64.ts';

/** Of a sealed file the key, by which each content is opened to be checked. */
export type ContentOrigin = { readonly fileId: string; readonly key: Uint8Array | null };

/** Where contents are found that do not lie in the file: backups share theirs. */
export type StoredContent = (sha256: string, origin: ContentOrigin) => Promise<AttachedContent | null>;

/** @returns every content; or `null` when one is not what its hash says, or one that a record names is missing */
export async function readContents(data: unknown, document: Document, origin: ContentOrigin, stored: StoredContent = () => Promise.resolve(null)): Promise<Contents | null> {
  const contents = new Map<string, AttachedContent>();
  for (const [sha256, value] of Object.entries(typeof data === 'object' && data !== null ? data : {})) {
    const content = readContent(sha256, value, origin);
    if (content === null) return null;
    contents.set(sha256, content);
  }
  return withNamed(document, contents, (sha256) => stored(sha256, origin));
}

/** @returns the contents with those that records name and that lie elsewhere; or `null` when one is nowhere */
export async function withNamed({ accompaniment }: Document, contents: Contents, find: (sha256: string) => Promise<AttachedContent | null>): Promise<Contents | null> {
  const missing = [...new Set(Object.values(accompaniment.attachments).map(({ sha256 }) => sha256))].filter((sha256) => !contents.has(sha256));
  if (missing.length === 0) return contents;
  const whole = new Map(contents);
  for (const sha256 of missing) {
    const found = await find(sha256);
    if (found === null) return null;
    whole.set(sha256, found);
  }
  return whole;
}

/** @returns one content, or `null` when it is not what its hash says */
export function readContent(sha256: string, value: unknown, { fileId, key }: ContentOrigin): AttachedContent | null {
  if (!FINGERPRINT_FORM.test(sha256) || typeof value !== 'object' || value === null) return null;
  const { bytes, data, ...rest } = { ...value } as Readonly<Record<string, unknown>>;
  if (Object.keys(rest).length > 0 || typeof data !== 'string') return null;
  const opened = key === null ? fromBase64(data) : openedOf(openContent(fileId, key, sha256, data));
  const isWhole = opened !== null && opened.byteLength === bytes && fingerprintOf(opened) === sha256;
  return isWhole ? { bytes: opened.byteLength, encoded: Buffer.from(data, 'latin1') } : null;
}

function openedOf(opened: ReturnType<typeof openContent>): Buffer | null {
  return opened.ok ? opened.value : null;
}
