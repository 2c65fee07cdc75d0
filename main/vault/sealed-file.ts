// A wholly sealed file: its sections, its history and what is attached as ciphertext under the file's key; what is unchanged keeps its ciphertext.
import type { KeyFailure } from '@domain/failures.ts';
import { refuse, type Result } from '@domain/result.ts';
import type { Confidentiality } from '@domain/tables/table.ts';
import { NO_HISTORY } from '@domain/history/history.ts';
import type { Project } from '../files/envelope.ts';
import { historyBytes } from '../files/history-bytes.ts';
import { base64Bytes, fromBase64 } from '../files/base64.ts';
import { sectionBytes } from '../files/section-bytes.ts';
import { type Randomness, seal, systemRandomness, unseal } from './seal.ts';

export type SealedPart = Confidentiality | 'history';
/** Revision at which a part was sealed, and its ciphertext in Base64, as they are read in a file. */
export type SealedText = { readonly sealedAt: number; readonly data: string };
/** The same as the bytes in which a file holds them, so that a save never encodes an unchanged part again. */
export type SealedBytes = { readonly sealedAt: number; readonly encoded: Buffer };
export type SealedTexts = Readonly<Record<SealedPart, SealedText>>;
export type SealedSections = Readonly<Record<SealedPart, SealedBytes>>;
type Content = Pick<Project, 'document' | 'history'>;

const SEALED_SECTIONS = ['accompaniment', 'desk', 'vault'] as const satisfies readonly Confidentiality[];

/** Seals what changed since the last time and keeps the ciphertext of what did not. */
export class SectionSealer {
  readonly #fileId: string;
  readonly #key: Uint8Array;
  readonly #random: Randomness;
  readonly #last = new Map<SealedPart, { readonly content: object; readonly sealed: SealedBytes }>();

  constructor(fileId: string, key: Uint8Array, random: Randomness = systemRandomness) {
    this.#fileId = fileId;
    this.#key = key;
    this.#random = random;
  }

  /** Takes over the ciphertext that a file already has for a document just read from it. */
  remember({ document, history }: Content, texts: SealedTexts): void {
    const bytesOf = ({ sealedAt, data }: SealedText): SealedBytes => ({ sealedAt, encoded: Buffer.from(data, 'latin1') });
    for (const section of SEALED_SECTIONS) this.#last.set(section, { content: document[section], sealed: bytesOf(texts[section]) });
    this.#last.set('history', { content: history, sealed: bytesOf(texts.history) });
  }

  /** @returns the sections and the history sealed for `revision`. */
  seal({ document, history = NO_HISTORY }: Pick<Project, 'document'> & Partial<Content>, revision: number): SealedSections {
    const section = (name: Confidentiality): SealedBytes => this.#part(name, revision, { content: document[name], bytes: () => sectionBytes(document, name) });
    return { accompaniment: section('accompaniment'), desk: section('desk'), vault: section('vault'), history: this.#part('history', revision, { content: history, bytes: () => historyBytes(history) }) };
  }

  /** @returns an attached content as the file holds it */
  sealContent(sha256: string, content: Uint8Array): Buffer {
    return base64Bytes(seal(this.#key, content, contentPlace(this.#fileId, sha256), this.#random));
  }

  #part(section: SealedPart, revision: number, { content, bytes: bytesOf }: { readonly content: object; readonly bytes: () => readonly Buffer[] }): SealedBytes {
    const last = this.#last.get(section);
    if (last !== undefined && last.content === content) return last.sealed;
    const bytes = Buffer.concat(bytesOf());
    const sealed = { sealedAt: revision, encoded: base64Bytes(seal(this.#key, bytes, sectionPlace(this.#fileId, section, revision), this.#random)) };
    this.#last.set(section, { content, sealed });
    return sealed;
  }
}

/** @returns one sealed part as the file holds it, in parts */
export function sealedForm({ sealedAt, encoded }: SealedBytes): readonly Buffer[] {
  return [Buffer.from(`{"sealedAt":${sealedAt},"data":"`), encoded, Buffer.from('"}')];
}

/** @returns the text of a sealed section, in UTF-8; or seal-broken. */
export function openSection(fileId: string, key: Uint8Array, section: SealedPart, { sealedAt, data }: SealedText): Result<Buffer, KeyFailure> {
  return opened(key, data, sectionPlace(fileId, section, sealedAt));
}

/** @returns an attached content; or seal-broken */
export function openContent(fileId: string, key: Uint8Array, sha256: string, data: string): Result<Buffer, KeyFailure> {
  return opened(key, data, contentPlace(fileId, sha256));
}

function opened(key: Uint8Array, data: string, place: string): Result<Buffer, KeyFailure> {
  const sealed = fromBase64(data);
  return sealed === null ? refuse({ code: 'seal-broken' }) : unseal(key, sealed, place);
}

function contentPlace(fileId: string, sha256: string): string {
  return `tierce/file/${fileId}/attachment/${sha256}`;
}

function sectionPlace(fileId: string, section: SealedPart, revision: number): string {
  return `tierce/file/${fileId}/${section}/${revision}`;
}
