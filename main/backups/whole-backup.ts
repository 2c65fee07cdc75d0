// A backup as a complete file: with the contents that it shares with the others put back where they were, byte for byte.
import type { AttachedContent } from '../files/attached-contents.ts';
import { DIGEST_LINE_BYTES, digestLine, digestOf } from '../files/envelope.ts';
import { FIRST_WITH_MANIFEST, type KeyOf } from '../files/parse-project.ts';
import type { ReadProject } from '../files/read-project-file.ts';
import { diskFailure, orThrow } from '../files/disk-failure.ts';
import { bytesOfFile } from '../machine/regular-file.ts';
import type { SessionServices } from '../project/session-services.ts';
import { contentName } from '../vault/content-names.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { NO_ATTACHMENTS } from './without-contents.ts';

type Kept = Pick<SessionServices, 'files' | 'backups' | 'contents'>;
type Wanted = { readonly fileId: string; readonly fileName: string; readonly keyOf: KeyOf };
/** A content as a file holds it: its name, and the JSON behind it. */
type Standing = Pick<AttachedContent, 'name'> & { readonly form: Buffer };

/** @returns the bytes of the file as they were when the backup was taken; or token-unknown, attachment-gone, or why it cannot be read */
export async function wholeBackup({ files, backups, contents }: Kept, { fileId, fileName, keyOf }: Wanted): Promise<Result<Buffer>> {
  const path = backups.pathOf(fileId, fileName);
  const read = await backups.read(fileId, fileName, keyOf);
  if (path === null || !read.ok) return read.ok ? refuse({ code: 'token-unknown' }) : read;
  const standing: Standing[] = [];
  try {
    const bytes = await bytesOfFile(files, path);
    for (const name of namesIn(read.value)) {
      const form = await contents.formOf(fileId, name);
      if (!form.ok) return form;
      if (form.value === null) return refuse({ code: 'attachment-gone', name: fileName });
      standing.push({ name, form: form.value });
    }
    return ok(withContents(bytes, standing));
  } catch (error) {
    return refuse(diskFailure(orThrow(error), fileName));
  }
}

/** Before version 4 a content was stored under its own hash, also in a sealed file. */
function namesIn({ contents, sealing, formatVersion }: ReadProject): readonly string[] {
  const nameOf = (sha256: string): string =>
    sealing === null || formatVersion < FIRST_WITH_MANIFEST ? sha256 : contentName(sealing.key, sha256);
  return [...contents.keys()].map((sha256) => nameOf(sha256)).toSorted();
}

/** The reverse of `withoutContents`. A file that holds its own contents is left as it is. */
function withContents(bytes: Buffer, standing: readonly Standing[]): Buffer {
  const begin = bytes.byteLength - DIGEST_LINE_BYTES - NO_ATTACHMENTS.length;
  if (standing.length === 0 || bytes.subarray(begin, begin + NO_ATTACHMENTS.length).toString('latin1') !== NO_ATTACHMENTS) return bytes;
  const lines = standing.flatMap(({ name, form }, place) => [Buffer.from(`${place === 0 ? '' : ',\n'}"${name}": `), form]);
  const head = Buffer.concat([bytes.subarray(0, begin), Buffer.from('\n"attachments": {\n'), ...lines, Buffer.from('\n},\n')]);
  return Buffer.concat([head, Buffer.from(digestLine(digestOf(head)))]);
}
