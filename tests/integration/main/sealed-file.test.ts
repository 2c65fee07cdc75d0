// A12: whatever somebody with a sealed file but no keys does to it is noticed.
import { createHash } from 'node:crypto';
import type { Document } from '@domain/document.ts';
import { expectOk, ok } from '@domain/result.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../../main/files/attached-contents.ts';
import { DIGEST_LINE_BYTES, digestLine, digestOf, FORMAT_VERSION, serialiseProject, type Writable } from '../../../main/files/envelope.ts';
import { parseProject } from '../../../main/files/parse-project.ts';
import { salvageProject } from '../../../main/salvage/salvage.ts';
import { FileSealer } from '../../../main/vault/file-sealer.ts';
import { openManifest, sealManifest } from '../../../main/vault/manifest.ts';
import { paddedContent, paddedLength, withoutPadding } from '../../../main/vault/padding.ts';
import { encodedContent } from '../../../main/vault/reseal-contents.ts';
import { systemRandomness } from '../../../main/vault/seal.ts';
import { NOW } from '../../support/context.ts';
import { startedDocument } from '../../support/documents.ts';
import { HEADER } from '../../support/projects.ts';

const KEY = Buffer.alloc(32, 7);
const RING = { id: 'ring-of-the-file', slots: [{ kind: 'system' as const, wrapped: 'AAAA' }] };
const OTHER_RING = { id: 'ring-of-another', slots: [{ kind: 'system' as const, wrapped: 'BBBB' }] };
const keyOf = () => Promise.resolve(ok(KEY));
const read = (bytes: Uint8Array) => parseProject(bytes, { name: 'x', keyOf });

const CONTENT = Buffer.from('La charte du groupe');
const SHA = fingerprintOf(CONTENT);
const started = startedDocument();
const attachment = { id: 'attachment-1', name: 'charte.txt', sha256: SHA, sessionId: null, note: '', addedAt: NOW, level: null };
const document: Document = { ...started, accompaniment: { ...started.accompaniment, attachments: { [attachment.id]: attachment } } };
const header = { ...HEADER, savedBy: 'Sonia Nadir', keys: { file: RING, vault: null } };
const withNeed = (need: string): Document => {
  const [mission] = Object.values(document.accompaniment.mission);
  return { ...document, accompaniment: { ...document.accompaniment, mission: { single: { ...mission, need } } } } as Document;
};
const contentsFor = (fileId: string) => new Map([[SHA, encodedContent(SHA, CONTENT, { fileId, key: KEY })]]);
const project = (but: Partial<Writable['header']> = {}, held = document): Writable => ({
  header: { ...header, ...but },
  document: held,
  contents: contentsFor(but.fileId ?? header.fileId),
});
const sealer = new FileSealer(header.fileId, KEY);
/** Two saves of one file by one session: what did not change between them is the same. */
const [older, newer] = [serialiseProject(project(), sealer), serialiseProject(project({ revision: 1 }, withNeed('Un besoin')), sealer)];

type Shown = {
  formatVersion: number;
  kind: string;
  fileId: string;
  revision: number;
  keys: unknown;
  manifest: string;
  blocks: Record<string, string>;
  attachments: Record<string, unknown>;
  [other: string]: unknown;
};
const shown = (bytes: Buffer): Shown => JSON.parse(bytes.toString('utf8')) as Shown;

/** The file as somebody without a key writes it: with a digest that fits. */
function forged(bytes: Buffer, change: (file: Shown) => void): Buffer {
  const file = shown(bytes);
  change(file);
  const { digest: _, ...rest } = file;
  const head = Buffer.from(
    `{\n${Object.entries(rest)
      .map(([name, value]) => `"${name}": ${JSON.stringify(value)},\n`)
      .join('')}`,
  );
  return Buffer.concat([head, Buffer.from(digestLine(digestOf(head)))]);
}
const names = (file: Shown): readonly string[] => Object.keys(file.blocks);
const reordered = (blocks: Shown['blocks']): Shown['blocks'] => Object.fromEntries(Object.entries(blocks).toReversed());

describe('a sealed file', () => {
  it('A12 is read as it was written, and a file of the same words forged whole is too', async () => {
    const { header: seen, document: held, contents } = expectOk(await read(newer));

    expect([seen, held, [...contents.keys()]]).toEqual([{ ...header, revision: 1 }, withNeed('Un besoin'), [SHA]]);
    expect((await read(forged(newer, () => undefined))).ok).toBe(true);
  });

  it('A12 shows its kind, its id, its revision, its keys, and how many blocks and contents there are: nothing else', () => {
    const text = newer.toString('latin1');

    expect(Object.keys(shown(newer))).toEqual([
      'format',
      'formatVersion',
      'kind',
      'fileId',
      'revision',
      'keys',
      'manifest',
      'blocks',
      'attachments',
      'digest',
    ]);
    for (const word of ['Sonia', header.savedAt, SHA, 'charte', '"bytes"']) expect(text).not.toContain(word);
  });

  it.each<readonly [string, (file: Shown) => void]>([
    ['a manifest of another saving', (file) => void (file.manifest = shown(older).manifest)],
    ['blocks of another saving', (file) => void (file.blocks = shown(older).blocks)],
    [
      'one block of another saving in the place of its own',
      (file) => {
        const [first = ''] = names(shown(older)).filter((name) => !names(file).includes(name));
        file.blocks = { [first]: shown(older).blocks[first] ?? '', ...Object.fromEntries(Object.entries(file.blocks).slice(1)) };
      },
    ],
    [
      'one block of another saving under the name of its own',
      (file) => {
        const [own = ''] = names(file).filter((name) => !names(shown(older)).includes(name));
        const [first = ''] = names(shown(older)).filter((name) => !names(file).includes(name));
        file.blocks[own] = shown(older).blocks[first] ?? '';
      },
    ],
    ['a block too many', (file) => void (file.blocks['0'.repeat(32)] = Object.values(file.blocks)[0] ?? '')],
    ['a block too few', (file) => void delete file.blocks[names(file)[1] ?? '']],
    ['no block at all', (file) => void (file.blocks = {})],
    ['blocks in another order', (file) => void (file.blocks = reordered(file.blocks))],
    [
      'two blocks under each other’s names',
      (file) => {
        const [[one, first] = ['', ''], [two, second] = ['', '']] = Object.entries(file.blocks);
        Object.assign(file.blocks, { [one]: second, [two]: first });
      },
    ],
    ['a block that is cut', (file) => void (file.blocks[names(file)[0] ?? ''] = (Object.values(file.blocks)[0] ?? '').slice(0, -4))],
    ['another revision', (file) => void (file.revision = 2)],
    ['another kind', (file) => void (file.kind = 'person')],
    ['another id', (file) => void (file.fileId = 'another-file')],
    ['another ring of keys', (file) => void (file.keys = { file: OTHER_RING, vault: null })],
    ['one more slot', (file) => void (file.keys = { file: { ...RING, slots: [...RING.slots, ...OTHER_RING.slots] }, vault: null })],
    [
      'a notebook that it never had',
      (file) => void (file.keys = { file: RING, vault: { ...OTHER_RING, publicKey: `${'A'.repeat(43)}=`, privateKey: 'AAAA' } }),
    ],
    ['an author in the clear', (file) => void (file['savedBy'] = 'Inès Morel')],
    ['a section in the clear', (file) => void (file['desk'] = {})],
    ['a history in the clear', (file) => void (file['history'] = [])],
    ['the number of the format before', (file) => void (file.formatVersion = FORMAT_VERSION - 1)],
    ['a manifest that is none', (file) => void (file.manifest = 'AAAA')],
    ['no manifest', (file) => void delete (file as Partial<Shown>).manifest],
    ['a content under another name', (file) => void (file.attachments = { ['f'.repeat(64)]: Object.values(file.attachments)[0] })],
    [
      'a content that is another',
      (file) => void Object.assign(file.attachments, { [Object.keys(file.attachments)[0] ?? '']: { data: 'AAAA' } }),
    ],
    [
      'a content in the clear',
      (file) => void (file.attachments = { [SHA]: { bytes: CONTENT.byteLength, data: CONTENT.toString('base64') } }),
    ],
    ['no content', (file) => void (file.attachments = {})],
  ])('A12 is refused with %s', async (_, change) => {
    const parsed = await read(forged(newer, change));

    expect(parsed).toMatchObject({ ok: false });
    expect(parsed.ok ? '' : parsed.failure.code).toMatch(/^(seal-broken|file-damaged)$/);
  });

  it('A12 is refused with the parts of another file under the same key', async () => {
    const other = serialiseProject(project({ fileId: 'another-file' }), new FileSealer('another-file', KEY));

    for (const part of ['manifest', 'blocks', 'attachments'] as const)
      expect((await read(forged(older, (file) => void (file[part] = shown(other)[part] as never)))).ok).toBe(false);
  });

  it('A12 A11 is refused when it is cut, doubled, or ends in zeros', async () => {
    const zeros = Buffer.concat([newer.subarray(0, -4096), Buffer.alloc(4096)]);

    for (const bytes of [newer.subarray(0, -5000), Buffer.concat([newer, newer]), zeros]) expect((await read(bytes)).ok).toBe(false);
  });

  it('A12 gives the same bytes for the same project, and others for each saving', () => {
    // another object is another moment
    expect(serialiseProject(project(), sealer).equals(serialiseProject(project(), sealer))).toBe(false);
    const same = project();
    expect(serialiseProject(same, sealer).equals(serialiseProject(same, sealer))).toBe(true);
  });

  it('A12 never uses a nonce twice, over 10,000 savings', () => {
    const used = new Set<string>();
    let seals = 0;
    const watched = new FileSealer(header.fileId, KEY, (length) => {
      const bytes = systemRandomness(length);
      if (length === 12) {
        seals += 1;
        used.add(bytes.toString('hex'));
      }
      return bytes;
    });
    for (let revision = 0; revision < 10_000; revision += 1)
      watched.seal(project({ revision }, revision % 100 === 0 ? withNeed(String(revision)) : document));

    expect([seals > 10_000, used.size]).toEqual([true, seals]);
  });
});

describe('what damage takes of a sealed file', () => {
  const flipped = (bytes: Buffer, at: number): Buffer => {
    const damaged = Buffer.from(bytes);
    damaged[at] = damaged[at] === 0x41 ? 0x42 : 0x41;
    return damaged;
  };
  const placeOf = (bytes: Buffer, text: string) => bytes.indexOf(text) + text.length + 40;

  it('A11 A12 is one block, where one is broken', async () => {
    const [, desk = ''] = names(shown(newer));
    const { project: kept, lost } = expectOk(await salvageProject(flipped(newer, placeOf(newer, desk)), { name: 'x', keyOf }));

    expect([kept.header.savedBy, kept.document.accompaniment, lost]).toEqual([
      'Sonia Nadir',
      withNeed('Un besoin').accompaniment,
      [{ part: 'desk', count: null }],
    ]);
  });

  it('A11 A12 is nothing but the proof that all is of one moment, where the manifest is', async () => {
    const { project: kept, lost } = expectOk(await salvageProject(flipped(newer, placeOf(newer, '"manifest": "')), { name: 'x', keyOf }));

    expect(kept.document).toEqual(withNeed('Un besoin'));
    expect([...kept.contents.keys()]).toEqual([SHA]);
    expect(lost.map(({ part }) => part)).toEqual(expect.arrayContaining(['header', 'moment']));
  });
});

describe('blocks', () => {
  const many = (count: number, note: string): Document => {
    const [first] = Object.values(document.accompaniment.organisations);
    const rows = Object.fromEntries(
      Array.from({ length: count }, (_, place) => {
        const id = `org-${String(place).padStart(6, '0')}`;
        return [id, { ...first, id, name: `Structure ${place}`, note }];
      }),
    );
    return {
      ...document,
      accompaniment: { ...document.accompaniment, organisations: { ...document.accompaniment.organisations, ...rows } },
    } as Document;
  };
  const blocksIn = (bytes: Buffer): readonly string[] => bytes.toString('latin1').match(/^"[0-9a-f]{32}": ".*"/gm) ?? [];

  it('A12 are of about 256 kB, and a change seals its own alone, also of a file that was just read', async () => {
    const large = many(6000, 'x'.repeat(300));
    const own = new FileSealer(header.fileId, KEY);
    const before = serialiseProject(project({}, large), own);
    const opened = expectOk(await read(before));
    const again = new FileSealer(header.fileId, KEY);
    again.remember(opened.sealing?.blocks ?? []);
    const { organisations } = opened.document.accompaniment;
    const changed = {
      ...opened.document,
      accompaniment: {
        ...opened.document.accompaniment,
        organisations: { ...organisations, 'org-003000': { ...organisations['org-003000'], name: 'Autre' } },
      },
    } as Document;

    const unchanged = serialiseProject({ ...opened, header: { ...opened.header, revision: 1 } }, again);
    const after = serialiseProject({ ...opened, document: changed, header: { ...opened.header, revision: 2 } }, again);

    const sizes = blocksIn(before).map((line) => line.length * 0.75);
    expect(blocksIn(before).length).toBeGreaterThan(8);
    expect(Math.max(...sizes)).toBeLessThan(600 * 1024);
    expect(blocksIn(unchanged)).toEqual(blocksIn(before));
    expect(blocksIn(after).filter((line) => !blocksIn(before).includes(line))).toHaveLength(1);
    expect(expectOk(await read(after)).document).toEqual(changed);
  });

  it('A12 A11 hold the same document whatever is added, changed and removed, from whatever they were cut before', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ count: fc.integer({ min: 0, max: 3000 }), note: fc.constantFrom('', 'y'.repeat(400)) }), {
          minLength: 1,
          maxLength: 4,
        }),
        async (states) => {
          const own = new FileSealer(header.fileId, KEY);
          for (const [revision, { count, note }] of states.entries()) {
            const held = many(count, note);
            expect(expectOk(await read(serialiseProject(project({ revision }, held), own))).document).toEqual(held);
          }
        },
      ),
      { numRuns: 15 },
    );
  });
});

describe('padding', () => {
  it('A12 adds 12 % at most, and gives every content back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 5000 }), (content) => {
        expect(withoutPadding(paddedContent(content))).toEqual(Buffer.from(content));
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (bytes) => {
        const padded = paddedLength(bytes);
        expect(padded >= bytes && padded <= bytes * 1.12 && paddedLength(padded) === padded).toBe(true);
      }),
    );
  });

  it('A12 makes neighbouring lengths one, the longer the coarser', () => {
    expect([9, 1000, 1001, 1_000_000, 1_015_808].map(paddedLength)).toEqual([10, 1024, 1024, 1_015_808, 1_015_808]);
  });

  it.each([Buffer.alloc(3), Buffer.from('ffffffff00', 'hex'), Buffer.concat([paddedContent(Buffer.from('abc')), Buffer.alloc(1)])])(
    'A12 takes nothing for a content that was never padded so',
    (bytes) => {
      expect(withoutPadding(bytes)).toBeNull();
    },
  );
});

describe('a manifest', () => {
  const head = { formatVersion: FORMAT_VERSION, kind: 'accompaniment' as const, fileId: header.fileId, revision: 3, keys: header.keys };
  const manifest = { copyOf: null, savedBy: '', savedAt: NOW, blocks: [], contents: [] };
  const hash = createHash('sha256').update('x').digest('hex');

  it.each([
    [
      'of more blocks than a file has',
      { ...manifest, blocks: Array.from({ length: 10_001 }, () => ({ stream: 'desk' as const, name: '0'.repeat(32), hash, parts: [] })) },
    ],
    ['with a word that it does not know', { ...manifest, more: 1 }],
    ['of an author of any length', { ...manifest, savedBy: 'x'.repeat(10_000) }],
  ])('A12 %s is refused', (_, wrong) => {
    expect(openManifest(KEY, head, sealManifest(KEY, head, wrong, systemRandomness))).toMatchObject({ failure: { code: 'seal-broken' } });
  });

  it('A7 of a newer version is left to a newer Tierce', async () => {
    const text = serialiseProject(project(), sealer)
      .subarray(0, -DIGEST_LINE_BYTES)
      .toString('utf8')
      .replace(`"formatVersion": ${FORMAT_VERSION}`, `"formatVersion": ${FORMAT_VERSION + 1}`);

    expect(await read(Buffer.from(`${text}${digestLine(digestOf(text))}`))).toMatchObject({ failure: { code: 'file-newer' } });
  });
});
