// A sealed file from before version 4: its sections and its history sealed one by one, with nothing to prove that they belong together.
import type { KeyFailure } from '@domain/failures.ts';
import { refuse, type Result } from '@domain/result.ts';
import type { Confidentiality } from '@domain/tables/table.ts';
import { fromBase64 } from '../files/base64.ts';
import { unseal } from './seal.ts';

export type SealedPart = Confidentiality | 'history';
/** The revision at which a part was sealed, and its ciphertext in Base64, as read from a file. */
export type SealedText = { readonly sealedAt: number; readonly data: string };

/** @returns the text of a sealed section, in UTF-8; or seal-broken. */
export function openSection(
  fileId: string,
  key: Uint8Array,
  section: SealedPart,
  { sealedAt, data }: SealedText,
): Result<Buffer, KeyFailure> {
  return opened(key, data, `tierce/file/${fileId}/${section}/${sealedAt}`);
}

/** @returns an attached content; or seal-broken */
export function openSectionContent(fileId: string, key: Uint8Array, sha256: string, data: string): Result<Buffer, KeyFailure> {
  return opened(key, data, `tierce/file/${fileId}/attachment/${sha256}`);
}

function opened(key: Uint8Array, data: string, place: string): Result<Buffer, KeyFailure> {
  const sealed = fromBase64(data);
  return sealed === null ? refuse({ code: 'seal-broken' }) : unseal(key, sealed, place);
}
