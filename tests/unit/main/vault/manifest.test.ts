// A12: the manifest of a sealed file: complete and of one moment, or broken.
import { createHash } from 'node:crypto';
import { expectOk, ok } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { type ClearHead, type Manifest, openManifest, sealManifest } from '../../../../main/vault/manifest.ts';
import { seal, systemRandomness, unseal } from '../../../../main/vault/seal.ts';
import { NOW } from '../../../support/context.ts';

const KEY = Buffer.alloc(32, 7);
const HEAD: ClearHead = {
  formatVersion: 4,
  kind: 'accompaniment',
  fileId: 'file-1',
  revision: 3,
  keys: { file: { id: 'ring-1' }, vault: null },
};
const NAME = 'a1'.repeat(16);
const HASH = 'b2'.repeat(32);
const BLOCK = { stream: 'desk', name: NAME, hash: HASH, parts: ['trustMarks'] } as const;
const MANIFEST: Manifest = {
  copyOf: null,
  savedBy: 'Sonia Nadir',
  savedAt: NOW,
  blocks: [{ ...BLOCK, parts: ['trustMarks'] }],
  contents: [HASH],
};
const BROKEN = { ok: false, failure: { code: 'seal-broken' } };
const PLACE = `tierce/file/file-1/manifest/4/accompaniment/3/${createHash('sha256').update(JSON.stringify(HEAD.keys)).digest('hex')}`;
/** Seals whatever they like, as somebody with the key can. */
const opened = (manifest: unknown) => openManifest(KEY, HEAD, seal(KEY, Buffer.from(JSON.stringify(manifest)), PLACE));

it('A12 A7 opens as it was written, beside its own head', () => {
  const sealed = sealManifest(KEY, HEAD, MANIFEST, systemRandomness);

  expect([openManifest(KEY, HEAD, sealed), opened(MANIFEST)]).toEqual([ok(MANIFEST), ok(MANIFEST)]);
  expect(openManifest(Buffer.alloc(32, 8), HEAD, sealed)).toEqual(BROKEN);
});

it('A12 is padded, so that its length says little', () => {
  const text = expectOk(unseal(KEY, sealManifest(KEY, HEAD, MANIFEST, systemRandomness), PLACE)).toString();

  expect([text.trimEnd(), text.length > text.trimEnd().length]).toEqual([JSON.stringify(MANIFEST), true]);
});

it.each<Partial<ClearHead>>([
  { formatVersion: 5 },
  { kind: 'person' },
  { fileId: 'file-2' },
  { revision: 4 },
  { keys: { file: { id: 'ring-2' }, vault: null } },
  { keys: null },
])('A12 is broken beside another head (%o)', (but) => {
  expect(openManifest(KEY, { ...HEAD, ...but }, sealManifest(KEY, HEAD, MANIFEST, systemRandomness))).toEqual(BROKEN);
});

describe('what is in it', () => {
  it.each([
    ['a copy', { copyOf: 'file-0001' }],
    ['nobody’s name', { savedBy: '' }],
    ['no blocks', { blocks: [] }],
    ['no contents', { contents: [] }],
    ['every stream', { blocks: ['accompaniment', 'desk', 'vault', 'history'].map((stream) => ({ ...BLOCK, stream })) }],
    ['a block of nothing', { blocks: [{ ...BLOCK, parts: [] }] }],
    ['a block of many tables', { blocks: [{ ...BLOCK, parts: Array.from({ length: 200 }, () => 'x'.repeat(40)) }] }],
    ['many blocks', { blocks: Array.from({ length: 10_000 }, () => BLOCK) }],
  ])('A12 may be %s', (_, but) => {
    expect(opened({ ...MANIFEST, ...but })).toEqual(ok({ ...MANIFEST, ...but }));
  });

  it.each([
    ['a copy of no file', { copyOf: '../x' }],
    ['a name that is none', { savedBy: 4 }],
    ['a name that is too long', { savedBy: 'x'.repeat(100_000) }],
    ['a moment that is none', { savedAt: 'hier' }],
    ['a moment that is a number', { savedAt: 4 }],
    ['one word more', { more: 1 }],
    ['no blocks', { blocks: undefined }],
    ['a block of another stream', { blocks: [{ ...BLOCK, stream: 'x' }] }],
    ['a block with a name too short', { blocks: [{ ...BLOCK, name: NAME.slice(1) }] }],
    ['a block with a name too long', { blocks: [{ ...BLOCK, name: `${NAME}0` }] }],
    ['a block with a name that begins otherwise', { blocks: [{ ...BLOCK, name: `x${NAME}` }] }],
    ['a block with a hash too short', { blocks: [{ ...BLOCK, hash: HASH.slice(1) }] }],
    ['a block with a hash too long', { blocks: [{ ...BLOCK, hash: `${HASH}0` }] }],
    ['a block with a hash that begins otherwise', { blocks: [{ ...BLOCK, hash: `x${HASH}` }] }],
    ['a block of too many tables', { blocks: [{ ...BLOCK, parts: Array.from({ length: 201 }, () => 'x') }] }],
    ['a table with too long a name', { blocks: [{ ...BLOCK, parts: ['x'.repeat(41)] }] }],
    ['a block with one word more', { blocks: [{ ...BLOCK, more: 1 }] }],
    ['too many blocks', { blocks: Array.from({ length: 10_001 }, () => BLOCK) }],
    ['a content that is no name', { contents: ['x'] }],
    ['too many contents', { contents: Array.from({ length: 100_001 }, () => HASH) }],
  ])('A12 is never %s', (_, but) => {
    expect(opened({ ...MANIFEST, ...but })).toEqual(BROKEN);
  });
});
