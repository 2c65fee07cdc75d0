// Seals a whole file: what has changed since the last time, and a manifest over all of it. Unchanged parts keep their ciphertext.
import { createHash } from 'node:crypto';
import type { Document } from '@domain/document.ts';
import type { KeyFailure } from '@domain/failures.ts';
import { NO_HISTORY } from '@domain/history/history.ts';
import { refuse, type Result } from '@domain/result.ts';
import { contentsNamedIn } from '@domain/tables/contents.ts';
import type { AttachedContent } from '../files/attached-contents.ts';
import { base64Bytes, fromBase64 } from '../files/base64.ts';
import { FORMAT_VERSION, type Writable } from '../files/envelope.ts';
import { type Block, blocksOf, type Members, type Stream, STREAMS } from './blocks.ts';
import { contentName } from './content-names.ts';
import { type ClearHead, type ListedBlock, sealManifest } from './manifest.ts';
import { paddedContent, paddedText, withoutPadding } from './padding.ts';
import { type Randomness, seal, systemRandomness, unseal } from './seal.ts';

/** A block as a file holds it. `encoded`: in Base64, so that a save never encodes an unchanged one again. */
export type SealedBlock = { readonly listed: ListedBlock; readonly encoded: Buffer };
export type SealedBody = { readonly manifest: Buffer; readonly blocks: readonly SealedBlock[] };
/** The blocks of a file just read, with their objects. */
export type ReadBlocks = readonly (SealedBlock & { readonly members: Members })[];
type Known = Members & SealedBlock;

export class FileSealer {
  readonly #fileId: string;
  readonly #key: Uint8Array;
  readonly #random: Randomness;
  readonly #known = new Map<Stream, readonly Known[]>();
  /** Names of contents by hash. */
  readonly #names = new Map<string, string>();
  #last: { readonly of: Writable; readonly body: SealedBody } | null = null;

  constructor(fileId: string, key: Uint8Array, random: Randomness = systemRandomness) {
    this.#fileId = fileId;
    this.#key = key;
    this.#random = random;
  }

  /** Reuses the ciphertext of a file for the project that was just read from it. */
  remember(blocks: ReadBlocks): void {
    for (const stream of STREAMS)
      this.#known.set(
        stream,
        blocks.filter(({ listed }) => listed.stream === stream).map(({ members, ...sealed }) => ({ ...members, ...sealed })),
      );
  }

  /** @returns the project sealed: the same bytes for the same project */
  seal(project: Writable): SealedBody {
    if (this.#last !== null && isSameProject(this.#last.of, project)) return this.#last.body;
    const { header, document, history = NO_HISTORY } = project;
    const blocks = STREAMS.flatMap((stream) => {
      const known = this.#known.get(stream) ?? [];
      const sealed = blocksOf(stream, { document, history }, known).map((block) =>
        'listed' in block ? block : this.#sealed(stream, block),
      );
      this.#known.set(stream, sealed);
      return sealed;
    });
    const { copyOf, savedBy, savedAt } = header;
    const head: ClearHead = {
      formatVersion: FORMAT_VERSION,
      kind: document.kind,
      fileId: this.#fileId,
      revision: header.revision,
      keys: header.keys,
    };
    const manifest = sealManifest(
      this.#key,
      head,
      { copyOf, savedBy, savedAt, blocks: blocks.map(({ listed }) => listed), contents: this.#contentsOf(document) },
      this.#random,
    );
    const body = { manifest: base64Bytes(manifest), blocks };
    this.#last = { of: project, body };
    return body;
  }

  #contentsOf(document: Document): string[] {
    return [...contentsNamedIn(document)].map((sha256) => this.#nameOf(sha256)).toSorted();
  }

  #nameOf(sha256: string): string {
    const name = this.#names.get(sha256) ?? contentName(this.#key, sha256);
    this.#names.set(sha256, name);
    return name;
  }

  #sealed(stream: Stream, { start, whats, parts, bytes }: Block): Known {
    const name = this.#random(NAME_BYTES).toString('hex');
    const sealed = seal(this.#key, paddedText(bytes()), blockPlace(this.#fileId, name), this.#random);
    return { start, whats, listed: { stream, name, hash: hashOf(sealed), parts: [...parts] }, encoded: base64Bytes(sealed) };
  }
}

const NAME_BYTES = 16;

function isSameProject(before: Writable, { header, document, history }: Writable): boolean {
  const isSameMatter = before.document === document && before.history === history && before.header.keys === header.keys;
  return isSameMatter && (['revision', 'copyOf', 'savedBy', 'savedAt'] as const).every((field) => before.header[field] === header[field]);
}

export function hashOf(sealed: Uint8Array): string {
  return createHash('sha256').update(sealed).digest('hex');
}

/** @returns the JSON in a block, in UTF-8; or seal-broken */
export function openBlock(fileId: string, key: Uint8Array, name: string, sealed: Uint8Array): Result<Buffer, KeyFailure> {
  return unseal(key, sealed, blockPlace(fileId, name));
}

/** @returns an attached content in the form that a file sealed with this key holds */
export function sealedContent(
  fileId: string,
  key: Uint8Array,
  { sha256, content }: { readonly sha256: string; readonly content: Uint8Array },
): AttachedContent {
  const name = contentName(key, sha256);
  return {
    bytes: content.byteLength,
    name,
    isSealed: true,
    encoded: base64Bytes(seal(key, paddedContent(content), contentPlace(fileId, name))),
  };
}

/** @returns an attached content; or seal-broken */
export function openSealedContent(fileId: string, key: Uint8Array, name: string, data: string): Result<Buffer, KeyFailure> {
  const sealed = fromBase64(data);
  const opened = sealed === null ? null : unseal(key, sealed, contentPlace(fileId, name));
  const content = opened !== null && opened.ok ? withoutPadding(opened.value) : null;
  return content === null ? refuse({ code: 'seal-broken' }) : { ok: true, value: content };
}

function blockPlace(fileId: string, name: string): string {
  return `tierce/file/${fileId}/block/${name}`;
}

function contentPlace(fileId: string, name: string): string {
  return `tierce/file/${fileId}/content/${name}`;
}
