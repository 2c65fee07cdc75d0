// The manifest of a sealed file: lists everything that must be there, all from one save, under a seal of its own.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { KeyFailure } from '@domain/failures.ts';
import { refuse, type Result } from '@domain/result.ts';
import type { FileKind } from '@domain/tables/table.ts';
import { type Instant, isInstant } from '@domain/units.ts';
import { LONGEST_SAVED_BY } from '../files/envelope.ts';
import { FILE_ID_FORM } from '../files/envelope-schema.ts';
import { valueIn } from '../files/json.ts';
import { STREAMS } from './blocks.ts';
import { paddedText } from './padding.ts';
import { type Randomness, seal, unseal } from './seal.ts';

/** What the file says in the clear: the manifest opens only together with exactly this. */
export type ClearHead = {
  readonly formatVersion: number;
  readonly kind: FileKind;
  readonly fileId: string;
  readonly revision: number;
  readonly keys: unknown;
};

const NAME = /^[0-9a-f]{32}$/;
const HASH = /^[0-9a-f]{64}$/;
/** More than the largest file could hold. */
const MOST_BLOCKS = 10_000;
const MOST_CONTENTS = 100_000;
/**
 * Many times that of the largest file, in bytes: a thousand blocks, each with the names of some tables. A larger one was made on purpose
 * and is not even opened.
 */
const LARGEST_MANIFEST = 16 * 1024 * 1024;

const block = z.strictObject({
  stream: z.enum(STREAMS),
  /** Random, a new one each time that a block is sealed. */
  name: z.string().regex(NAME),
  /** SHA-256 of the sealed bytes, nonce and tag included. */
  hash: z.string().regex(HASH),
  /** The tables of which it holds something. */
  parts: z.array(z.string().max(40)).max(200),
});
const schema = z.strictObject({
  copyOf: z.string().regex(FILE_ID_FORM).nullable(),
  savedBy: z.string().max(LONGEST_SAVED_BY),
  savedAt: z.custom<Instant>((value) => typeof value === 'string' && isInstant(value)),
  blocks: z.array(block).max(MOST_BLOCKS),
  /** Names of the attached contents, in order. A backup shares them, and they are stored beside it. */
  contents: z.array(z.string().regex(HASH)).max(MOST_CONTENTS),
});
export type ListedBlock = z.infer<typeof block>;
export type Manifest = z.infer<typeof schema>;

/** @returns the manifest as a file with this head holds it */
export function sealManifest(key: Uint8Array, head: ClearHead, manifest: Manifest, random: Randomness): Buffer {
  return seal(key, paddedText([Buffer.from(JSON.stringify(manifest), 'utf8')]), placeOf(head), random);
}

/** @returns the manifest of a file with this head; or seal-broken for any other, including one with another head */
export function openManifest(key: Uint8Array, head: ClearHead, sealed: Uint8Array): Result<Manifest, KeyFailure> {
  const text = sealed.byteLength > LARGEST_MANIFEST ? refuse({ code: 'seal-broken' } as const) : unseal(key, sealed, placeOf(head));
  if (!text.ok) return text;
  const manifest = schema.safeParse(valueIn(text.value.toString('utf8')));
  return manifest.success ? { ok: true, value: manifest.data } : refuse({ code: 'seal-broken' });
}

function placeOf({ formatVersion, kind, fileId, revision, keys }: ClearHead): string {
  const keysPrint = createHash('sha256').update(JSON.stringify(keys)).digest('hex');
  return `tierce/file/${fileId}/manifest/${formatVersion}/${kind}/${revision}/${keysPrint}`;
}
