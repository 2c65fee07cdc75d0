// A file without its attachments: backups share the contents, which are kept once beside them.
import { FINGERPRINT_FORM } from '@domain/tables/forms.ts';
import type { AttachedContent } from '../files/attached-contents.ts';
import { DIGEST_LINE_BYTES, digestLine, digestOf } from '../files/envelope.ts';

export type Parted = { readonly bytes: Buffer; readonly contents: readonly AttachedContent[] };

const BEGIN = '\n"attachments": {\n';
const END = '\n},\n';
/** Replaces what was taken out. */
export const NO_ATTACHMENTS = '\n"attachments": {},\n';
/** Only the key reveals how long a sealed content is. */
const LINE = /^"([0-9a-f]{64})": \{(?:"bytes":(\d{1,9}),)?"data":"([A-Za-z0-9+/]*={0,2})"\},?$/;

/** @returns the file with its contents apart and a matching digest; unchanged where they are not laid out as Tierce writes them */
export function withoutContents(bytes: Buffer): Parted {
  const begin = bytes.lastIndexOf(BEGIN);
  const end = bytes.byteLength - DIGEST_LINE_BYTES - END.length;
  if (begin === -1 || bytes.subarray(end, end + END.length).toString('latin1') !== END) return { bytes, contents: [] };
  const contents: AttachedContent[] = [];
  for (const line of bytes
    .subarray(begin + BEGIN.length, end)
    .toString('latin1')
    .split('\n')) {
    const [, name = '', size, data = ''] = LINE.exec(line) ?? [];
    if (!FINGERPRINT_FORM.test(name)) return { bytes, contents: [] };
    contents.push({ bytes: Number(size ?? 0), encoded: Buffer.from(data, 'latin1'), name, isSealed: size === undefined });
  }
  const head = Buffer.concat([bytes.subarray(0, begin), Buffer.from(NO_ATTACHMENTS)]);
  return { bytes: Buffer.concat([head, Buffer.from(digestLine(digestOf(head)))]), contents };
}
