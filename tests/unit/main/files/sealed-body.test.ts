// A12: a sealed file is read if its blocks are those of its manifest, all of them, in order, and each opens.
import { applyChanges, emptyDocument } from '@domain/document.ts';
import { historyOf } from '@domain/history/history.ts';
import { expectOk } from '@domain/result.ts';
import type { AnyRecord, TableName } from '@domain/tables/tables.ts';
import { describe, expect, it } from 'vitest';
import { serialiseProject } from '../../../../main/files/envelope.ts';
import { contentOf, manifestIn, openBody, rememberedBlocks, type SealedParts } from '../../../../main/files/sealed-body.ts';
import { FileSealer } from '../../../../main/vault/file-sealer.ts';
import { SEALED_HEADER, SEALING_KEY } from '../../../support/header.ts';
import { BOUCLE, NADIA, RELAIS, RENAMED, SMALL } from '../../../support/loose-pieces.ts';
import { NOW } from '../../../support/moment.ts';
import { blockName, type BlockOf, SEALED_HEAD, sealedBlocks, sealedPart } from '../../../support/sealed-parts.ts';

const FIRST: BlockOf = { stream: 'accompaniment', parts: ['organisations'], content: { organisations: { 'org-1': RELAIS } } };
const SECOND: BlockOf = {
  stream: 'accompaniment',
  parts: ['organisations', 'people'],
  content: { organisations: { 'org-2': BOUCLE }, people: { 'per-1': NADIA } },
};
const PAST: BlockOf = { stream: 'history', parts: ['history'], content: { history: [RENAMED] } };
const WHOLE = sealedBlocks([FIRST, SECOND, PAST]);
const open = (parts: SealedParts, key = SEALING_KEY, head = SEALED_HEAD) => openBody(key, head, parts);
const BROKEN = { ok: false, failure: { code: 'seal-broken' } };
const blockAt = (place: number) => [blockName(place), WHOLE.blocks[blockName(place)] ?? ''] as const;
const [one, two, three] = [blockAt(0), blockAt(1), blockAt(2)];
const standing = (...blocks: readonly (readonly [string, string])[]): SealedParts => ({
  manifest: WHOLE.manifest,
  blocks: Object.fromEntries(blocks),
});

describe('the body of a sealed file', () => {
  it('A12 is all that its blocks hold, a table put together from those that it was cut into', () => {
    const { tables, history, blocks, manifest } = expectOk(open(WHOLE));

    expect([tables, history]).toEqual([{ organisations: { 'org-1': RELAIS, 'org-2': BOUCLE }, people: { 'per-1': NADIA } }, [RENAMED]]);
    expect(blocks.map(({ listed, encoded }) => [listed.name, encoded])).toEqual([one, two, three]);
    expect(manifest).toMatchObject({ copyOf: 'other-file', savedBy: 'Inès Morel', savedAt: NOW });
  });

  it('A12 keeps the very rows of a table that was never cut', () => {
    const { tables, blocks } = expectOk(open(WHOLE));

    expect(tables['people']).toBe(blocks[1]?.tables['people']);
  });

  it('A12 may be empty', () => {
    expect(expectOk(open(sealedBlocks([])))).toMatchObject({ tables: {}, history: [], blocks: [] });
  });

  it.each<readonly [string, SealedParts]>([
    ['a block too few', standing(one, two)],
    ['a block too many', standing(one, two, three, [blockName(3), one[1]])],
    ['none', standing()],
    ['another order', standing(two, one, three)],
    ['another’s block', standing(one, [two[0], one[1]], three)],
    ['a block that is no Base64', standing(one, [two[0], '!'], three)],
    ['a manifest that is no Base64', { ...WHOLE, manifest: '!' }],
    ['a manifest that is none', { ...WHOLE, manifest: 'AAAA' }],
    ['a block that was sealed anew', standing([one[0], sealedPart(FIRST.content, `block/${one[0]}`)], two, three)],
    ['a block that is none', sealedBlocks([{ ...FIRST, content: [] }])],
    ['a table that is none', sealedBlocks([{ ...FIRST, content: { organisations: [] } }])],
  ])('A12 is refused with %s', (_, parts) => {
    expect(open(parts)).toEqual(BROKEN);
  });

  it('A12 is refused under another key, and beside another head', () => {
    expect([open(WHOLE, Buffer.alloc(32, 8)), open(WHOLE, SEALING_KEY, { ...SEALED_HEAD, revision: 4 })]).toEqual([BROKEN, BROKEN]);
  });
});

describe('what a block holds', () => {
  const of = (content: unknown) => contentOf(Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)));

  it('A12 is tables, or a part of the history, or nothing', () => {
    expect([of({ people: {} }), of({ history: [1] }), of({})]).toEqual([
      { tables: { people: {} }, history: [] },
      { tables: {}, history: [1] },
      { tables: {}, history: [] },
    ]);
  });

  it.each([[[]], [null], [1], [{ people: [] }], [{ people: null }], [{ people: 1 }], [{ history: {} }], ['{"people":{"__proto__":{}}}']])(
    'A12 is not %j',
    (content) => {
      expect(of(content)).toBeNull();
    },
  );
});

describe('the blocks of a file that was read', () => {
  it('A12 are known again with the very objects that they hold', () => {
    const { blocks } = expectOk(open(WHOLE));
    const remembered = rememberedBlocks(blocks);

    expect(remembered.map(({ listed, encoded }) => [listed.name, encoded.toString('latin1')])).toEqual([one, two, three]);
    expect(remembered[0]?.members.whats.at(-1)).toBe(blocks[0]?.tables['organisations']?.['org-1']);
    expect(remembered[2]?.members.whats).toEqual([RENAMED]);
  });

  it('A12 are sealed anew by a later saving only where something in them has changed', () => {
    const written = (revision: number, sealer: FileSealer, document = SMALL) =>
      serialiseProject({ header: { ...SEALED_HEADER, revision }, document, history: historyOf([RENAMED]) }, sealer).toString('utf8');
    const parts = JSON.parse(written(3, new FileSealer(SEALED_HEADER.fileId, SEALING_KEY))) as SealedParts;
    const opened = expectOk(open(parts));
    const again = new FileSealer(SEALED_HEADER.fileId, SEALING_KEY);
    again.remember(rememberedBlocks(opened.blocks));
    const { tables, history } = opened;
    const read = Object.entries(tables).flatMap(([table, rows]) =>
      Object.entries(rows).map(([id, after]) => ({ table: table as TableName, id, before: null, after: after as AnyRecord })),
    );
    const document = applyChanges(emptyDocument('accompaniment'), read);
    const sealed = again.seal({ header: SEALED_HEADER, document, history: historyOf(history as (typeof RENAMED)[]) });

    expect(sealed.blocks.map(({ listed }) => listed.name)).toEqual(Object.keys(parts.blocks));
  });

  it('A12 hold no table that this Tierce does not know', () => {
    const { blocks } = expectOk(open(sealedBlocks([{ ...FIRST, content: { surprises: { 'sur-1': {} } } }])));

    expect(rememberedBlocks(blocks)[0]?.members.whats).toEqual([]);
  });
});

describe('the manifest of a sealed file', () => {
  const project = { header: { ...SEALED_HEADER, savedBy: 'Inès' }, document: SMALL };
  const bytes = serialiseProject(project, new FileSealer(SEALED_HEADER.fileId, SEALING_KEY));
  const edited = (from: string | RegExp, to: string) => manifestIn(Buffer.from(bytes.toString('utf8').replace(from, to)), SEALING_KEY);

  it('A12 is read without the rest of the file, which may be damaged', () => {
    expect(manifestIn(bytes, SEALING_KEY)).toMatchObject({ savedBy: 'Inès', savedAt: NOW });
    expect(manifestIn(bytes.subarray(0, bytes.indexOf('"blocks": {') + 12), SEALING_KEY)).toMatchObject({ savedBy: 'Inès' });
  });

  it('A12 is not that of another key, nor of a file that is plain, cut or damaged above its blocks', () => {
    const plain = serialiseProject({ header: SEALED_HEADER, document: SMALL }, null);

    expect(manifestIn(bytes, Buffer.alloc(32, 8))).toBeNull();
    expect([plain, bytes.subarray(0, 300)].map((file) => manifestIn(file, SEALING_KEY))).toEqual([null, null]);
    expect([
      edited('"revision": 0', '"revision": 1'),
      edited('"revision": 0', '"revision": "0"'),
      edited('"kind": "a', '"kind": "b'),
      edited('{\n', '[\n'),
      edited(/"manifest": "[^"]*"/, '"manifest": 1'),
      edited(/"manifest": "/, '"manifest": "!'),
      edited('"slots"', '"slotz"'),
      edited(/"manifest": "[^"]*"/, '"more": 1'),
    ]).toEqual(Array.from({ length: 8 }, () => null));
  });
});
