// Parts of a sealed file as docs/file-format.md describes them, each sealed by itself: for tests to put together by hand.
import { FORMAT_VERSION } from '../../main/files/envelope.ts';
import { hashOf } from '../../main/vault/file-sealer.ts';
import { type ListedBlock, type Manifest, sealManifest } from '../../main/vault/manifest.ts';
import { seal, systemRandomness } from '../../main/vault/seal.ts';
import { SEALED_HEADER, SEALING_KEY } from './header.ts';
import { NOW } from './moment.ts';

const { fileId, keys } = SEALED_HEADER;
/** What the unsealed head of the file says. */
export const SEALED_HEAD = { formatVersion: FORMAT_VERSION, kind: 'accompaniment' as const, fileId, revision: 3, keys };
export type BlockOf = { readonly stream: ListedBlock['stream']; readonly parts: readonly string[]; readonly content: unknown };

/** @returns a part of the file in Base64, bound to its place */
export function sealedPart(content: unknown, place: string): string {
  return seal(SEALING_KEY, Buffer.from(JSON.stringify(content)), `tierce/file/${fileId}/${place}`).toString('base64');
}

/** A section, or the history, of a version before 4. */
export function sealedSection(part: string, content: unknown, sealedAt = 3) {
  return { sealedAt, data: sealedPart(content, `${part}/${sealedAt}`) };
}

export function blockName(place: number): string {
  return String(place).repeat(32);
}

/** @returns blocks by their names, and the manifest that names them, each as it is in the file */
export function sealedBlocks(blocks: readonly BlockOf[], but: Partial<Manifest> = {}) {
  const sealed = blocks.map(({ stream, parts, content }, place) => {
    const name = blockName(place);
    const encoded = sealedPart(content, `block/${name}`);
    return { encoded, listed: { stream, name, hash: hashOf(Buffer.from(encoded, 'base64')), parts: [...parts] } };
  });
  const listed = sealed.map((each) => each.listed);
  const manifest = { copyOf: 'other-file', savedBy: 'Inès Morel', savedAt: NOW, blocks: listed, contents: [], ...but };
  return {
    manifest: sealManifest(SEALING_KEY, SEALED_HEAD, manifest, systemRandomness).toString('base64'),
    blocks: Object.fromEntries(sealed.map(({ encoded, listed: { name } }) => [name, encoded])),
    listed,
  };
}
