// A12: a whole file sealed: what changed since the last time, and the manifest over all of it.
import { createHash } from 'node:crypto';
import { NO_HISTORY } from '@domain/history/history.ts';
import { expectOk, ok } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { FORMAT_VERSION, type Writable } from '../../../../main/files/envelope.ts';
import { membersOf } from '../../../../main/vault/blocks.ts';
import { contentName } from '../../../../main/vault/content-names.ts';
import {
  FileSealer,
  hashOf,
  openBlock,
  openSealedContent,
  type SealedBody,
  type SealedBlock,
  sealedContent,
} from '../../../../main/vault/file-sealer.ts';
import { openManifest } from '../../../../main/vault/manifest.ts';
import { paddedContent } from '../../../../main/vault/padding.ts';
import { seal, unseal } from '../../../../main/vault/seal.ts';
import { CHARTER, CHARTER_SHA, projectWithCharter } from '../../../support/attached-charter.ts';
import { documentAfter, startedDocument } from '../../../support/documents.ts';
import { firstId } from '../../../support/documents.ts';
import { stepAt } from '../../../support/journal-steps.ts';
import { withStep } from '@domain/history/history.ts';
import { HEADER } from '../../../support/projects.ts';

const [KEY, OTHER] = [Buffer.alloc(32, 7), Buffer.alloc(32, 8)];
const BROKEN = { ok: false, failure: { code: 'seal-broken' } };
const PROJECT: Writable = { ...projectWithCharter(startedDocument()), history: NO_HISTORY };
const { fileId } = HEADER;
const sessionId = firstId(PROJECT.document.accompaniment.sessions);
const retitled = documentAfter(
  [{ name: 'record.update', args: { table: 'sessions', id: sessionId, fields: { title: 'Autre' } } }],
  PROJECT.document,
);

const bytesOf = ({ encoded }: SealedBlock) => Buffer.from(encoded.toString('latin1'), 'base64');
const openedIn = (block: SealedBlock) => expectOk(openBlock(fileId, KEY, block.listed.name, bytesOf(block))).toString();
const manifestOf = ({ manifest }: SealedBody, { header, document }: Writable) =>
  expectOk(
    openManifest(
      KEY,
      { formatVersion: FORMAT_VERSION, kind: document.kind, fileId, revision: header.revision, keys: header.keys },
      Buffer.from(manifest.toString('latin1'), 'base64'),
    ),
  );
const streamsOf = (body: SealedBody) => body.blocks.map(({ listed }) => listed.stream);

describe('a file that is sealed', () => {
  it('A12 has a block for each stream, padded, each at its own place under the key', () => {
    const { blocks } = new FileSealer(fileId, KEY).seal(PROJECT);
    const [accompaniment] = blocks;
    const text = accompaniment === undefined ? '' : openedIn(accompaniment);

    expect(blocks.map(({ listed }) => [listed.stream, listed.name.length])).toEqual([
      ['accompaniment', 32],
      ['desk', 32],
      ['vault', 32],
    ]);
    expect([JSON.parse(text), text.length > text.trimEnd().length]).toEqual([PROJECT.document.accompaniment, true]);
    expect(blocks.every((block) => unseal(KEY, bytesOf(block), `tierce/file/${fileId}/block/${block.listed.name}`).ok)).toBe(true);
    expect(accompaniment === undefined || openBlock('file-2', KEY, accompaniment.listed.name, bytesOf(accompaniment))).toEqual(BROKEN);
  });

  it('A12 has a manifest that lists each block with its hash, and each content by the name that only the key tells', () => {
    const body = new FileSealer(fileId, KEY).seal(PROJECT);
    const { blocks, ...said } = manifestOf(body, PROJECT);

    expect(said).toEqual({ copyOf: null, savedBy: HEADER.savedBy, savedAt: HEADER.savedAt, contents: [contentName(KEY, CHARTER_SHA)] });
    expect(blocks).toEqual(
      body.blocks.map((block) => ({ ...block.listed, hash: createHash('sha256').update(bytesOf(block)).digest('hex') })),
    );
    expect(blocks.map(({ parts }) => parts.length > 0)).toEqual([true, true, true]);
  });

  it('A12 names a content once, however many records do, and all of them in order', () => {
    const [record] = Object.values(PROJECT.document.accompaniment.attachments);
    const rows = [CHARTER_SHA, 'b2'.repeat(32), 'c3'.repeat(32), CHARTER_SHA].map((sha256, place) => [
      `attachment-${place}`,
      { ...record, id: `attachment-${place}`, sha256 },
    ]);
    const document = {
      ...PROJECT.document,
      accompaniment: { ...PROJECT.document.accompaniment, attachments: Object.fromEntries(rows) },
    } as Writable['document'];
    const { contents } = manifestOf(new FileSealer(fileId, KEY).seal({ ...PROJECT, document }), { ...PROJECT, document });

    expect(contents).toEqual([CHARTER_SHA, 'b2'.repeat(32), 'c3'.repeat(32)].map((sha256) => contentName(KEY, sha256)).toSorted());
  });
});

describe('a file that is sealed again', () => {
  it('A12 is the very same for the same project', () => {
    const sealer = new FileSealer(fileId, KEY);
    const first = sealer.seal(PROJECT);

    expect([sealer.seal(PROJECT) === first, sealer.seal({ ...PROJECT, header: { ...PROJECT.header } }) === first]).toEqual([true, true]);
  });

  it.each<readonly [string, Partial<Writable['header']>]>([
    ['revision', { revision: 9 }],
    ['origin', { copyOf: 'file-0001' }],
    ['author', { savedBy: 'Paul' }],
    ['moment', { savedAt: '2026-05-01T08:00:00.000Z' as typeof HEADER.savedAt }],
    ['keys', { keys: { file: null, vault: null } }],
  ])('A12 has another manifest for another %s, over the same blocks', (_, but) => {
    const sealer = new FileSealer(fileId, KEY);
    const first = sealer.seal(PROJECT);
    const project = { ...PROJECT, header: { ...PROJECT.header, ...but } };
    const second = sealer.seal(project);

    expect([
      second.manifest.equals(first.manifest),
      second.blocks.map(({ encoded }, place) => encoded === first.blocks[place]?.encoded),
    ]).toEqual([false, [true, true, true]]);
    expect(manifestOf(second, project)).toMatchObject({ blocks: first.blocks.map(({ listed }) => listed) });
  });

  it('A12 has another block for what changed, under another name, and the same for what did not', () => {
    const sealer = new FileSealer(fileId, KEY);
    const first = sealer.seal(PROJECT);
    const { blocks } = sealer.seal({ ...PROJECT, document: retitled });
    const isKept = blocks.map(({ encoded }, place) => encoded === first.blocks[place]?.encoded);

    expect([isKept, blocks[0]?.listed.name === first.blocks[0]?.listed.name]).toEqual([[false, true, true], false]);
    expect(blocks[0] === undefined ? '' : openedIn(blocks[0])).toContain('"Autre"');
  });

  it('A12 has a block for its history once there is one', () => {
    const change = {
      table: 'sessions',
      id: sessionId,
      before: PROJECT.document.accompaniment.sessions[sessionId] ?? null,
      after: retitled.accompaniment.sessions[sessionId] ?? null,
    } as const;
    const history = withStep(NO_HISTORY, stepAt(1, { changes: [change] }));
    const sealer = new FileSealer(fileId, KEY);
    const before = sealer.seal(PROJECT);
    const after = sealer.seal({ ...PROJECT, history });
    const { history: _, ...older } = PROJECT;

    expect([streamsOf(before), streamsOf(after), streamsOf(sealer.seal(older))]).toEqual([
      ['accompaniment', 'desk', 'vault'],
      ['accompaniment', 'desk', 'vault', 'history'],
      ['accompaniment', 'desk', 'vault'],
    ]);
    expect(JSON.parse(after.blocks[3] === undefined ? '' : openedIn(after.blocks[3]))).toEqual({ history: history.entries });
  });

  it('A12 takes over the ciphertext of a file that was just read, and seals anew what is not of this one', () => {
    const first = new FileSealer(fileId, KEY).seal(PROJECT);
    const { document } = PROJECT;
    const tables = { accompaniment: document.accompaniment, desk: document.desk, vault: document.vault, history: {} } as Readonly<
      Record<string, Readonly<Record<string, object>>>
    >;
    const read = first.blocks.map((block) => ({
      ...block,
      members: membersOf(
        block.listed.parts.map((table) => [
          table as 'sessions',
          Object.keys(tables[block.listed.stream]?.[table] ?? {})
            .toSorted()
            .map((id) => (tables[block.listed.stream]?.[table] as Record<string, object>)[id] ?? {}),
          true,
        ]),
      ),
    }));
    const again = new FileSealer(fileId, KEY);
    again.remember(read);
    const { blocks } = again.seal({ ...PROJECT, document: retitled });

    expect(blocks.map(({ listed }, place) => listed.name === first.blocks[place]?.listed.name)).toEqual([false, true, true]);
    expect(new FileSealer(fileId, KEY).seal(PROJECT).blocks[1]?.listed.name === first.blocks[1]?.listed.name).toBe(false);
  });
});

describe('a content that is sealed', () => {
  const sealed = sealedContent(fileId, KEY, { sha256: CHARTER_SHA, content: CHARTER });
  const data = sealed.encoded.toString('latin1');

  it('A12 A14 opens in its file, under its name, by its key', () => {
    expect([sealed.bytes, sealed.name, sealed.isSealed]).toEqual([CHARTER.byteLength, contentName(KEY, CHARTER_SHA), true]);
    expect(openSealedContent(fileId, KEY, sealed.name, data)).toEqual(ok(CHARTER));
    expect([
      openSealedContent('file-2', KEY, sealed.name, data),
      openSealedContent(fileId, OTHER, sealed.name, data),
      openSealedContent(fileId, KEY, 'x', data),
      openSealedContent(fileId, KEY, sealed.name, '*'),
    ]).toEqual([BROKEN, BROKEN, BROKEN, BROKEN]);
  });

  it('A12 A7 opens as it was written before, and only padded', () => {
    const place = `tierce/file/${fileId}/content/${sealed.name}`;
    const as = (bytes: Uint8Array) => openSealedContent(fileId, KEY, sealed.name, seal(KEY, bytes, place).toString('base64'));

    expect([as(paddedContent(CHARTER)), as(CHARTER)]).toEqual([ok(CHARTER), BROKEN]);
  });
});

it('A12 a block is known again by the SHA-256 of its bytes', () => {
  expect(hashOf(Buffer.from('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
