// A wholly sealed file: its sections as ciphertext under the file's key; an unchanged section keeps its ciphertext.
import type { Document } from '@domain/document.ts';
import type { FileFailure, KeyFailure } from '@domain/failures.ts';
import { ok, type Result } from '@domain/result.ts';
import type { Confidentiality } from '@domain/tables/table.ts';
import { sectionBytes } from '../files/section-bytes.ts';
import { type Randomness, seal, systemRandomness, unseal } from './seal.ts';

/** Revision at which the section was sealed, and its ciphertext in Base64. */
export type SealedSection = { readonly sealedAt: number; readonly data: string };
export type SealedSections = Readonly<Record<Confidentiality, SealedSection>>;
export type SealedSectionsFailure = KeyFailure | FileFailure;

/** Seals what changed since the last time and keeps the ciphertext of what did not. */
export class SectionSealer {
  readonly #fileId: string;
  readonly #key: Uint8Array;
  readonly #random: Randomness;
  readonly #last = new Map<Confidentiality, { readonly content: object; readonly sealed: SealedSection }>();

  constructor(fileId: string, key: Uint8Array, random: Randomness = systemRandomness) {
    this.#fileId = fileId;
    this.#key = key;
    this.#random = random;
  }

  /** Takes over the ciphertext that a file already has for a document just read from it. */
  remember(document: Document, sections: SealedSections): void {
    for (const section of ['accompaniment', 'desk', 'vault'] as const) this.#last.set(section, { content: document[section], sealed: sections[section] });
  }

  /** @returns the three sections sealed for `revision`. */
  seal(document: Document, revision: number): SealedSections {
    return { accompaniment: this.#section(document, 'accompaniment', revision), desk: this.#section(document, 'desk', revision), vault: this.#section(document, 'vault', revision) };
  }

  #section(document: Document, section: Confidentiality, revision: number): SealedSection {
    const last = this.#last.get(section);
    if (last !== undefined && last.content === document[section]) return last.sealed;
    const bytes = Buffer.concat(sectionBytes(document, section));
    const sealed = { sealedAt: revision, data: seal(this.#key, bytes, sectionPlace(this.#fileId, section, revision), this.#random).toString('base64') };
    this.#last.set(section, { content: document[section], sealed });
    return sealed;
  }
}

/** @returns the text of a sealed section; or seal-broken. */
export function openSection(fileId: string, key: Uint8Array, section: Confidentiality, sealed: SealedSection): Result<string, SealedSectionsFailure> {
  const opened = unseal(key, Buffer.from(sealed.data, 'base64'), sectionPlace(fileId, section, sealed.sealedAt));
  return opened.ok ? ok(opened.value.toString('utf8')) : opened;
}

function sectionPlace(fileId: string, section: Confidentiality, revision: number): string {
  return `tierce/file/${fileId}/${section}/${revision}`;
}
