// A1 A12: what surrounds the document in a file has exactly the form that the format defines, up to its limits and not beyond.
import { describe, expect, it } from 'vitest';
import { FORMAT_VERSION, LONGEST_SAVED_BY, MOST_REVISION } from '../../../../main/files/envelope.ts';
import {
  clearSchema,
  headerSchema,
  keysSchema,
  plainBodySchema,
  sealedBodySchema,
  sealedSectionsSchema,
} from '../../../../main/files/envelope-schema.ts';
import { HEADER, SYSTEM_RING } from '../../../support/header.ts';

const HEAD = { format: 'tierce', formatVersion: FORMAT_VERSION, kind: 'accompaniment', ...HEADER, digest: '' };
const BODY = { ...HEAD, accompaniment: {}, desk: {}, vault: {}, history: [], attachments: {} };
const { copyOf: _, savedBy: __, savedAt: ___, ...CLEAR } = HEAD;
const SEALED = { ...CLEAR, manifest: '', blocks: { ['a'.repeat(32)]: '' }, attachments: {} };
const SECTION = { sealedAt: 0, data: '' };
const SECTIONS = { ...HEAD, accompaniment: SECTION, desk: SECTION, vault: SECTION, history: SECTION, attachments: {} };
type Schema = { readonly safeParse: (data: unknown) => { readonly success: boolean } };
const takes = (schema: Schema, ...values: readonly unknown[]) => values.map((value) => schema.safeParse(value).success);
/** Whether such values are accepted in the place of that word. */
const withWord = (schema: Schema, whole: object, word: string, values: readonly unknown[]) =>
  takes(schema, ...values.map((value) => ({ ...whole, [word]: value })));
const all = (taken: boolean, count: number) => Array.from({ length: count }, () => taken);

describe('the head of a file', () => {
  it.each<readonly [string, readonly unknown[], readonly unknown[]]>([
    ['format', ['tierce'], ['Tierce', '', 1]],
    ['formatVersion', [1, FORMAT_VERSION], [0, FORMAT_VERSION + 1, 1.5, '4']],
    ['kind', ['accompaniment', 'person'], ['book', null]],
    ['fileId', ['a'.repeat(8), 'a-9'.padEnd(64, 'z')], ['a'.repeat(7), 'a'.repeat(65), 'ABCDEFGH', 'abc/defgh', ' abcdefgh', 'abcdefgh ']],
    ['revision', [0, MOST_REVISION], [-1, MOST_REVISION + 1, 0.5, '0']],
    ['digest', ['', 'x'], [1, undefined]],
  ])('A1 has a %s of its form', (word, right, wrong) => {
    expect([withWord(clearSchema, CLEAR, word, right), withWord(clearSchema, CLEAR, word, wrong)]).toEqual([
      all(true, right.length),
      all(false, wrong.length),
    ]);
  });

  it.each<readonly [string, readonly unknown[], readonly unknown[]]>([
    ['copyOf', [null, 'other-file'], ['', undefined]],
    ['savedBy', ['', 'x'.repeat(LONGEST_SAVED_BY)], ['x'.repeat(LONGEST_SAVED_BY + 1), null]],
    ['savedAt', ['2026-04-14T12:32:07Z'], ['2026-04-14', 1, undefined]],
  ])('A1 of a plain file has a %s of its form', (word, right, wrong) => {
    expect([withWord(headerSchema, HEAD, word, right), withWord(headerSchema, HEAD, word, wrong)]).toEqual([
      all(true, right.length),
      all(false, wrong.length),
    ]);
  });
});

describe('the keys of a file', () => {
  const vault = { ...SYSTEM_RING, publicKey: `${'A'.repeat(43)}=`, privateKey: 'AAAA' };
  const passphrase = { kind: 'passphrase', salt: 'AAAA', n: 1, r: 1, p: 1, wrapped: 'AAAA' };
  const ofFile = (...rings: readonly unknown[]) => takes(keysSchema, ...rings.map((file) => ({ file, vault: null })));
  const withSlot = (...slots: readonly unknown[]) => ofFile(...slots.map((slot) => ({ id: 'ring-0001', slots: [slot] })));

  it('A12 are rings, or none', () => {
    const none = { file: null, vault: null };

    expect(takes(keysSchema, none, { file: SYSTEM_RING, vault })).toEqual([true, true]);
    expect(takes(keysSchema, { file: vault, vault: null }, { file: null }, {}, { ...none, more: 1 })).toEqual([false, false, false, false]);
    expect(ofFile({ ...SYSTEM_RING, id: 'short' }, { ...SYSTEM_RING, more: 1 }, { id: 'ring-0001' })).toEqual([false, false, false]);
  });

  it('A12 have one to eight slots', () => {
    const ring = (count: number) => ({ id: 'ring-0001', slots: Array.from({ length: count }, () => SYSTEM_RING.slots[0]) });

    expect(ofFile(ring(0), ring(1), ring(8), ring(9))).toEqual([false, true, true, false]);
  });

  it('A12 have one to eight keys of before, or no such word', () => {
    const key = { id: 'ring-0000', wrapped: 'A'.repeat(200) };
    const ring = (count: number) => ({ ...SYSTEM_RING, earlier: Array.from({ length: count }, () => key) });

    expect(ofFile(ring(0), ring(1), ring(8), ring(9))).toEqual([false, true, true, false]);
    const wrong = [{ ...key, wrapped: 'A'.repeat(201) }, { wrapped: 'A' }, { ...key, more: 1 }];
    expect(ofFile(...wrong.map((each) => ({ ...SYSTEM_RING, earlier: [each] })))).toEqual([false, false, false]);
  });

  it('A12 of the notebook have a pair beside them', () => {
    const ofVault = (...keys: readonly object[]) => takes(keysSchema, ...keys.map((but) => ({ file: null, vault: { ...vault, ...but } })));

    expect(ofVault({}, { privateKey: 'A'.repeat(400) })).toEqual([true, true]);
    expect(ofVault({ privateKey: 'A'.repeat(401) }, { more: 1 })).toEqual([false, false]);
    expect(ofVault(...['A'.repeat(43), `${'!'.repeat(43)}=`, 'A'.repeat(44)].map((publicKey) => ({ publicKey })))).toEqual([
      false,
      false,
      false,
    ]); // the last is 33 bytes
  });

  it('A12 open by a passphrase at a cost that a number can say', () => {
    const cost = (...costs: readonly object[]) => withSlot(...costs.map((but) => ({ ...passphrase, ...but })));

    expect(cost({}, { n: 2 ** 24, r: 64, p: 64 }, { salt: 'A'.repeat(64), wrapped: 'A'.repeat(200) })).toEqual([true, true, true]);
    expect(cost({ n: 0 }, { n: 2 ** 24 + 1 }, { r: 0 }, { r: 65 }, { p: 0 }, { p: 65 })).toEqual(all(false, 6));
    expect(cost({ salt: 'A'.repeat(65) }, { wrapped: 'A'.repeat(201) }, { more: 1 })).toEqual(all(false, 3));
  });

  it('A12 open by a printed key, or by the system', () => {
    const recovery = { kind: 'recovery', salt: 'A'.repeat(64), wrapped: 'A'.repeat(200) };
    const system = { kind: 'system', wrapped: 'A'.repeat(4000) };

    expect(withSlot(recovery, system)).toEqual([true, true]);
    expect(
      withSlot(
        { ...recovery, salt: 'A'.repeat(65) },
        { ...recovery, wrapped: 'A'.repeat(201) },
        { ...recovery, more: 1 },
        { ...system, wrapped: 'A'.repeat(4001) },
        { ...system, more: 1 },
        { kind: 'other', wrapped: '' },
      ),
    ).toEqual(all(false, 6));
  });

  it('A12 are in Base64', () => {
    const written = ['', 'Ab9+/', 'AA=', 'AA=='].map((wrapped) => ({ kind: 'system', wrapped }));
    const wrong = ['AA===', '-_', 'A A', '=A', 'A=A'].map((wrapped) => ({ kind: 'system', wrapped }));

    expect([withSlot(...written), withSlot(...wrong)]).toEqual([all(true, 4), all(false, 5)]);
  });
});

describe('the body of a file', () => {
  it('A1 that is plain has its sections, its history and its attachments, and nothing else', () => {
    const sections = ['accompaniment', 'desk', 'vault', 'attachments'].flatMap((word) =>
      withWord(plainBodySchema, BODY, word, [[], null, 1, undefined]),
    );

    expect([takes(plainBodySchema, BODY, { ...BODY, more: 1 }), sections]).toEqual([[true, false], all(false, 16)]);
    expect(withWord(plainBodySchema, BODY, 'history', [[1], {}, null])).toEqual([true, false, false]);
  });

  it('A12 that is sealed has a manifest, blocks by their names, and attachments, and nothing else', () => {
    const named = (name: string, block: unknown = '') => ({ [name]: block });

    expect(takes(sealedBodySchema, SEALED, { ...SEALED, more: 1 }, { ...SEALED, manifest: 1 }, { ...SEALED, attachments: [] })).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(
      withWord(sealedBodySchema, SEALED, 'blocks', [
        {},
        named('0123456789abcdef'.repeat(2)),
        named('a'.repeat(31)),
        named('a'.repeat(33)),
        named('A'.repeat(32)),
        named('a'.repeat(32), 1),
      ]),
    ).toEqual([true, true, false, false, false, false]);
  });

  it('A12 of a version before 4 has sealed sections, and a history that is sealed or a list', () => {
    const wrong = [{ sealedAt: -1, data: '' }, { sealedAt: MOST_REVISION + 1, data: '' }, { sealedAt: 0 }, { ...SECTION, more: 1 }, {}];
    const sections = ['accompaniment', 'desk', 'vault'].flatMap((word) => withWord(sealedSectionsSchema, SECTIONS, word, wrong));

    expect([takes(sealedSectionsSchema, SECTIONS, { ...SECTIONS, more: 1 }), sections]).toEqual([[true, false], all(false, 15)]);
    expect(withWord(sealedSectionsSchema, SECTIONS, 'desk', [{ sealedAt: MOST_REVISION, data: 'x' }])).toEqual([true]);
    expect(withWord(sealedSectionsSchema, SECTIONS, 'history', [[], {}, null])).toEqual([true, false, false]);
  });
});
