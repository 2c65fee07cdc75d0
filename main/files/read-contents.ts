// Reads the contents attached to a file, each checked against its hash.
import type { Document } from '@domain/document.ts';
import { contentsNamedIn } from '@domain/tables/contents.ts';
import { FINGERPRINT_FORM } from '@domain/tables/forms.ts';
import { contentName } from '../vault/content-names.ts';
import { openSealedContent } from '../vault/file-sealer.ts';
import { encodedContent } from '../vault/reseal-contents.ts';
import { openSectionContent } from '../vault/sealed-sections.ts';
import { type AttachedContent, type Contents, fingerprintOf } from './attached-contents.ts';
import { fromBase64 } from './base64.ts';

/** For a sealed file its key, with which each content is opened to check it. */
export type ContentOrigin = { readonly fileId: string; readonly key: Uint8Array | null };
/** A content with its SHA-256. */
export type Hashed = { readonly sha256: string; readonly content: AttachedContent };

/** Finds contents that are not in the file itself: backups share theirs. */
export type StoredContent = (sha256: string, origin: ContentOrigin) => Promise<AttachedContent | null>;

/** @returns every content; or `null` when one does not match its hash, or one that a record names is missing */
export async function readContents(
  data: unknown,
  document: Document,
  origin: ContentOrigin,
  stored: StoredContent = () => Promise.resolve(null),
): Promise<Contents | null> {
  const contents = new Map<string, AttachedContent>();
  for (const [name, value] of Object.entries(typeof data === 'object' && data !== null ? data : {})) {
    const read = readContent(name, value, origin);
    if (read === null) return null;
    contents.set(read.sha256, read.content);
  }
  return withNamed(document, contents, (sha256) => stored(sha256, origin));
}

/** @returns the contents plus those that records name and that are stored elsewhere; or `null` when one is missing everywhere */
export async function withNamed(
  document: Document,
  contents: Contents,
  find: (sha256: string) => Promise<AttachedContent | null>,
): Promise<Contents | null> {
  const missing = [...contentsNamedIn(document)].filter((sha256) => !contents.has(sha256));
  if (missing.length === 0) return contents;
  const whole = new Map(contents);
  for (const sha256 of missing) {
    const found = await find(sha256);
    if (found === null) return null;
    whole.set(sha256, found);
  }
  return whole;
}

/** @returns one content as a file of this version holds it, or `null` when it does not match its name */
export function readContent(name: string, value: unknown, origin: ContentOrigin): Hashed | null {
  if (!FINGERPRINT_FORM.test(name) || typeof value !== 'object' || value === null) return null;
  const { bytes, data, ...rest } = { ...value } as Readonly<Record<string, unknown>>;
  if (Object.keys(rest).length > 0 || typeof data !== 'string') return null;
  if (bytes === undefined) return readSealed(name, data, origin);
  return origin.key === null ? readPlain(name, data, bytes) : readOfOlder(name, data, { bytes, fileId: origin.fileId, key: origin.key });
}

function readPlain(name: string, data: string, bytes: unknown): Hashed | null {
  const content = fromBase64(data);
  const isWhole = content !== null && content.byteLength === bytes && fingerprintOf(content) === name;
  return isWhole
    ? { sha256: name, content: { bytes: content.byteLength, encoded: Buffer.from(data, 'latin1'), name, isSealed: false } }
    : null;
}

function readSealed(name: string, data: string, { fileId, key }: ContentOrigin): Hashed | null {
  const opened = key === null ? null : openSealedContent(fileId, key, name, data);
  if (key === null || opened === null || !opened.ok) return null;
  const sha256 = fingerprintOf(opened.value);
  return contentName(key, sha256) === name
    ? { sha256, content: { bytes: opened.value.byteLength, encoded: Buffer.from(data, 'latin1'), name, isSealed: true } }
    : null;
}

/** Before version 4 a sealed content was stored under its own hash. It is sealed again in the present form. */
function readOfOlder(
  name: string,
  data: string,
  { bytes, fileId, key }: { readonly bytes: unknown; readonly fileId: string; readonly key: Uint8Array },
): Hashed | null {
  const opened = openSectionContent(fileId, key, name, data);
  const isWhole = opened.ok && opened.value.byteLength === bytes && fingerprintOf(opened.value) === name;
  return isWhole ? { sha256: name, content: encodedContent(name, opened.value, { fileId, key }) } : null;
}
