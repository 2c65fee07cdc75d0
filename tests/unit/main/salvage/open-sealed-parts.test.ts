// A11 A12: of a damaged file with a passphrase, each part with an intact seal comes back.
import { everyRecord } from '@domain/document.ts';
import { historyOf } from '@domain/history/history.ts';
import { describe, expect, it } from 'vitest';
import { serialiseProject } from '../../../../main/files/envelope.ts';
import { openSealedParts } from '../../../../main/salvage/open-sealed-parts.ts';
import { Pieces } from '../../../../main/salvage/pieces.ts';
import { dataOf, takeWhole } from '../../../../main/salvage/read-whole.ts';
import { FileSealer } from '../../../../main/vault/file-sealer.ts';
import { SEALED_HEADER, SEALING_KEY } from '../../../support/header.ts';
import { BOUCLE, NADIA, RELAIS, RENAMED, SMALL } from '../../../support/loose-pieces.ts';
import { blockName, type BlockOf, SEALED_HEAD, sealedBlocks, sealedPart, sealedSection } from '../../../support/sealed-parts.ts';

const FILE = SEALED_HEADER.fileId;
const ORGANISATIONS: BlockOf = { stream: 'accompaniment', parts: ['organisations'], content: { organisations: { 'org-1': RELAIS } } };
const MORE: BlockOf = {
  stream: 'accompaniment',
  parts: ['organisations', 'people'],
  content: { organisations: { 'org-2': BOUCLE }, people: { 'per-1': NADIA } },
};
const PAST: BlockOf = { stream: 'history', parts: ['history'], content: { history: [RENAMED] } };

/** The pieces of a sealed file with these blocks and their manifest; the seals of `broken` are broken. */
function sealedFile(
  of: readonly BlockOf[],
  { broken = [], head = SEALED_HEAD }: { broken?: readonly number[]; head?: object } = {},
): Pieces {
  const pieces = new Pieces();
  const { manifest, blocks } = sealedBlocks(of);
  for (const [name, value] of Object.entries({ ...head, manifest })) pieces.head.set(name, value);
  for (const [name, block] of Object.entries(blocks)) pieces.blocks.set(name, block);
  for (const place of broken) pieces.blocks.set(blockName(place), 'AAAA');
  return pieces;
}
function opened(pieces: Pieces, key: Uint8Array = SEALING_KEY): Pieces {
  openSealedParts(pieces, FILE, key);
  return pieces;
}
const ids = ({ records }: Pieces) => records.map(({ table, id }) => [table, id]);

describe('the parts of a sealed file', () => {
  it('A11 A12 come back all when nothing is wrong with them', () => {
    const [document, history] = [SMALL, historyOf([RENAMED])];
    const header = { ...SEALED_HEADER, copyOf: 'other-file' };
    const pieces = new Pieces();
    takeWhole(dataOf(serialiseProject({ header, document, history }, new FileSealer(FILE, SEALING_KEY))) ?? {}, pieces);
    opened(pieces);

    expect(pieces.records).toHaveLength(everyRecord(document).length);
    expect([pieces.history, [...pieces.uncertain], pieces.seen.has('privateNotes')]).toEqual([[RENAMED], [], true]);
    expect(Object.fromEntries(pieces.head)).toMatchObject({
      copyOf: 'other-file',
      savedBy: SEALED_HEADER.savedBy,
      savedAt: SEALED_HEADER.savedAt,
    });
  });

  it('A11 A12 say under which table their records stood', () => {
    const pieces = opened(sealedFile([ORGANISATIONS, MORE, PAST]));

    expect(ids(pieces)).toEqual([
      ['organisations', 'org-1'],
      ['organisations', 'org-2'],
      ['people', 'per-1'],
    ]);
    expect([pieces.history, [...pieces.seen], [...pieces.uncertain]]).toEqual([
      [RENAMED],
      ['accompaniment', 'organisations', 'people', 'history'],
      [],
    ]);
  });

  it('A11 A12 that the manifest does not name are of another moment, and left out', () => {
    const pieces = sealedFile([ORGANISATIONS]);
    pieces.blocks.set(blockName(9), sealedPart(MORE.content, `block/${blockName(9)}`));

    expect(ids(opened(pieces))).toEqual([['organisations', 'org-1']]);
  });

  it('A11 A12 hold no table that this Tierce does not know', () => {
    expect(ids(opened(sealedFile([{ ...ORGANISATIONS, content: { surprises: { 'sur-1': {} } } }])))).toEqual([]);
  });
});

describe('a part whose seal is broken', () => {
  it('A11 A12 is not seen, and takes no other with it', () => {
    const pieces = opened(sealedFile([ORGANISATIONS, MORE, PAST], { broken: [2] }));

    expect([ids(pieces).length, pieces.history, pieces.seen.has('history'), [...pieces.uncertain]]).toEqual([3, [], false, []]);
  });

  it('A11 A12 leaves a table uncertain of which another part came back', () => {
    expect([...opened(sealedFile([ORGANISATIONS, MORE], { broken: [1] })).uncertain]).toEqual(['organisations']);
    expect([...opened(sealedFile([PAST, { ...PAST, content: { history: [RENAMED, RENAMED] } }], { broken: [0] })).uncertain]).toEqual([
      'history',
    ]);
  });

  it('A11 A12 may name what is no part of a file', () => {
    const odd = { ...MORE, parts: ['accompaniment', 'organisations'] };

    expect([...opened(sealedFile([ORGANISATIONS, odd], { broken: [1] })).uncertain]).toEqual(['organisations']);
  });

  it.each<readonly [string, (blocks: Map<string, string>) => unknown]>([
    ['that is another’s', (blocks) => blocks.set(blockName(1), blocks.get(blockName(0)) ?? '')],
    ['that is no Base64', (blocks) => blocks.set(blockName(1), '!')],
    ['that is missing', (blocks) => blocks.delete(blockName(1))],
  ])('A11 A12 is one %s', (_, change) => {
    const pieces = sealedFile([ORGANISATIONS, MORE]);
    change(pieces.blocks);

    expect([ids(opened(pieces)), [...pieces.uncertain]]).toEqual([[['organisations', 'org-1']], ['organisations']]);
  });

  it('A11 A12 is one that holds what no Tierce seals', () => {
    expect([...opened(sealedFile([ORGANISATIONS, { ...MORE, content: [] }])).uncertain]).toEqual(['organisations']);
  });
});

describe('a history', () => {
  it('A11 A13 that there never was is not missed', () => {
    const [without, broken] = [opened(sealedFile([ORGANISATIONS])), opened(sealedFile([ORGANISATIONS, PAST], { broken: [1] }))];

    expect([without.seen.has('history'), broken.seen.has('history')]).toEqual([true, false]);
  });
});

describe('a manifest that does not open', () => {
  const wrong: readonly (readonly [string, object])[] = [
    ['beside another revision', { ...SEALED_HEAD, revision: 4 }],
    ['beside another kind', { ...SEALED_HEAD, kind: 'person' }],
    ['beside other keys', { ...SEALED_HEAD, keys: { ...SEALED_HEAD.keys, vault: 1 } }],
    ['beside another version', { ...SEALED_HEAD, formatVersion: 3 }],
    ['beside a revision that is none', { ...SEALED_HEAD, revision: '3' }],
    ['beside a version that is none', { ...SEALED_HEAD, formatVersion: null }],
  ];

  it.each(wrong)('A11 A12 %s leaves every block that does, and nobody knows whether they are of one moment', (_, head) => {
    const pieces = opened(sealedFile([ORGANISATIONS, PAST, MORE], { head, broken: [2] }));

    expect([ids(pieces), pieces.history, [...pieces.uncertain]]).toEqual([[['organisations', 'org-1']], [RENAMED], ['moment']]);
    expect([pieces.head.has('savedBy'), pieces.seen.has('history')]).toEqual([false, true]);
  });

  it.each([
    ['nothing', undefined],
    ['a number', 1],
    ['no Base64', '!'],
  ])('A11 A12 is so when %s stands in its place', (_, manifest) => {
    const pieces = sealedFile([ORGANISATIONS]);
    pieces.head.set('manifest', manifest);

    expect([ids(opened(pieces)), [...pieces.uncertain], pieces.seen.has('history')]).toEqual([
      [['organisations', 'org-1']],
      ['moment'],
      false,
    ]);
  });

  it('A11 A12 and is gone altogether leaves the blocks too', () => {
    const pieces = sealedFile([ORGANISATIONS]);
    pieces.head.delete('manifest');

    expect([ids(opened(pieces)), [...pieces.uncertain]]).toEqual([[['organisations', 'org-1']], ['moment']]);
  });

  it('A11 A12 does so alone, where no block is left', () => {
    const pieces = sealedFile([]);
    pieces.head.set('manifest', '!');

    expect([...opened(pieces).uncertain]).toEqual(['moment']);
  });

  it('A11 A12 is that of another key, and no block opens then', () => {
    expect(ids(opened(sealedFile([ORGANISATIONS]), Buffer.alloc(32, 8)))).toEqual([]);
  });
});

describe('a sealed file of a version before 4', () => {
  const whole = {
    accompaniment: sealedSection('accompaniment', { organisations: { 'org-1': RELAIS } }),
    desk: sealedSection('desk', { trustMarks: {} }, 2),
    vault: sealedSection('vault', { privateNotes: {} }),
    history: sealedSection('history', [RENAMED]),
  };
  const earlier = (parts: object): Pieces => {
    const pieces = new Pieces();
    for (const [name, value] of Object.entries(parts)) pieces.head.set(name, value);
    return opened(pieces);
  };

  it('A11 A12 gives its sections and its history', () => {
    const { records, history, seen, uncertain } = earlier(whole);

    expect([records, history]).toEqual([[{ table: 'organisations', id: 'org-1', value: RELAIS, isAsWritten: false }], [RENAMED]]);
    expect([[...seen], [...uncertain]]).toEqual([
      ['accompaniment', 'organisations', 'desk', 'trustMarks', 'vault', 'privateNotes', 'history'],
      [],
    ]);
  });

  it('A11 A12 loses a section whose seal is broken, and no other', () => {
    const { desk, ...others } = whole;

    expect([...earlier({ ...whole, accompaniment: { ...whole.accompaniment, data: desk.data } }).seen]).toEqual([
      'desk',
      'trustMarks',
      'vault',
      'privateNotes',
      'history',
    ]);
    expect(earlier(others).seen.has('desk')).toBe(false);
    expect(earlier({ ...whole, history: null }).seen.has('history')).toBe(false);
  });

  it.each([[null], [[]], ['x'], [{ data: 'AAAA' }], [{ sealedAt: 3 }], [{ sealedAt: '3', data: 'AAAA' }], [{ sealedAt: 3, data: 1 }]])(
    'A11 A12 takes %j for no section',
    (wrong) => {
      const { seen } = earlier({ ...whole, desk: wrong });

      expect([seen.has('accompaniment'), seen.has('desk')]).toEqual([true, false]);
    },
  );

  it('A11 A12 takes what is no section under a whole seal for none', () => {
    expect(earlier({ ...whole, desk: sealedSection('desk', []) }).seen.has('desk')).toBe(false);
  });
});
