// What the first bytes of a file say about it, without reading or trusting the rest: enough to know whose backups are whose.
import type { FileKind } from '@domain/tables/table.ts';
import { errnoOf } from './disk-failure.ts';
import type { FileHeader } from './envelope.ts';
import { keysSchema } from './envelope-schema.ts';
import type { FileSystem } from './file-system.ts';
import { valueIn } from './json.ts';

/** A file says what it is within these bytes, its keys included. */
const HEAD_BYTES = 16 * 1024;
const SEALED = /^"keys": \{"file":\{|^"(accompaniment|desk|vault)": \{"sealedAt":|^"manifest": "/m;

const KINDS = ['accompaniment', 'person'] as const satisfies readonly FileKind[];

export type FileHead = {
  readonly fileId: string | null;
  /** `null` where it does not say. */
  readonly kind: FileKind | null;
  /** Its keys or a section say so. */
  readonly isSealed: boolean;
  /** `null` where they can no longer be read. */
  readonly keys: FileHeader['keys'] | null;
};

/** @returns what the head says; `null` if not a single byte can be read */
export async function readHead(files: FileSystem, path: string): Promise<FileHead | null> {
  try {
    const look = await files.stat(path);
    if (!look.isFile()) return null; // opening a pipe would block
    if (look.size === 0) return headIn(''); // and so might a system file, which reports its size as 0
    const file = await files.open(path, 'r');
    try {
      const bytes = Buffer.alloc(HEAD_BYTES);
      const { bytesRead } = await file.read(bytes, 0, HEAD_BYTES, 0);
      return headIn(bytes.subarray(0, bytesRead).toString('utf8'));
    } finally {
      await file.close();
    }
  } catch (error) {
    if (errnoOf(error) === null) throw error;
    return null;
  }
}

/** @returns whether a file says that it is sealed, whatever else is wrong with it */
export function isSealedText(text: string): boolean {
  return SEALED.test(text);
}

function headIn(text: string): FileHead {
  return {
    fileId: /"fileId": "([a-z0-9-]{8,64})"/.exec(text)?.[1] ?? null,
    kind: KINDS.find((kind) => new RegExp(`^"kind": "${kind}"`, 'm').test(text)) ?? null,
    isSealed: isSealedText(text),
    keys: keysIn(/^"keys": (\{.*\}),$/m.exec(text)?.[1]),
  };
}

function keysIn(written: string | undefined): FileHeader['keys'] | null {
  const read = keysSchema.safeParse(valueIn(written ?? '')); // it may be cut off or damaged
  return read.success ? read.data : null;
}
