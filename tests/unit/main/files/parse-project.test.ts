// A1 A7 A11: a file is read strictly: all of it is understood, or a code says why not, and where.
import type { KeyFailure } from '@domain/failures.ts';
import { applyChanges, emptyDocument } from '@domain/document.ts';
import { historyOf } from '@domain/history/history.ts';
import { expectOk, ok } from '@domain/result.ts';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { digestOf, FORMAT_VERSION, serialiseProject } from '../../../../main/files/envelope.ts';
import { type KeyOf, parseProject } from '../../../../main/files/parse-project.ts';
import { FileSealer } from '../../../../main/vault/file-sealer.ts';
import { encodedContent } from '../../../../main/vault/reseal-contents.ts';
import { CHARTER, CHARTER_SHA, projectWithCharter } from '../../../support/attached-charter.ts';
import { withDigest } from '../../../support/forged-file.ts';
import { HEADER, SEALED_HEADER, SEALING_KEY } from '../../../support/header.ts';
import { recordFor, RENAMED, SMALL } from '../../../support/loose-pieces.ts';
import { sealedSection } from '../../../support/sealed-parts.ts';

const PROJECT = { ...projectWithCharter(SMALL), history: historyOf([RENAMED]) };
const FILE = serialiseProject(PROJECT, null).toString('utf8');
const read = (file: string | Buffer, keyOf?: KeyOf) =>
  parseProject(typeof file === 'string' ? Buffer.from(file) : file, { name: 'x.tierce', keyOf });
const failureOf = async (text: string | Buffer, keyOf?: KeyOf) => {
  const parsed = await read(text, keyOf);
  return parsed.ok ? null : parsed.failure;
};
const damagedAt = (where: string) => ({ code: 'file-damaged', name: 'x.tierce', where });
/** The refusal of the file after an edit, with a digest that fits. */
const refused = (from: string | RegExp, to: string, file = FILE) => {
  expect(file.replace(from, to)).not.toBe(file);
  return failureOf(withDigest(file.replace(from, to)));
};

describe('a whole file', () => {
  it('A1 is read with all that it holds', async () => {
    const { header, document, history, contents, sealing, digest, formatVersion } = expectOk(await read(FILE));

    expect([header, document, history.entries, [...contents.keys()]]).toEqual([HEADER, PROJECT.document, [RENAMED], [CHARTER_SHA]]);
    expect([sealing, digest, formatVersion]).toEqual([null, digestOf(FILE.slice(0, FILE.lastIndexOf('"digest"'))), FORMAT_VERSION]);
  });

  it('A1 may be a personal one, and may lie anywhere in memory', async () => {
    const profile = recordFor('profile', 'single', { name: 'Inès', minutesPerDay: 420 });
    const document = applyChanges(emptyDocument('person'), [{ table: 'profile', id: 'single', before: null, after: profile }]);
    const file = serialiseProject({ header: HEADER, document }, null);
    const within = Buffer.concat([Buffer.from('before'), file, Buffer.from('after')]);

    expect(expectOk(await read(file)).document).toEqual(document);
    expect(expectOk(await parseProject(within.subarray(6, 6 + file.byteLength), { name: 'x' })).document).toEqual(document);
  });

  it('A1 A14 may have its contents elsewhere, as a backup', async () => {
    const stored = encodedContent(CHARTER_SHA, CHARTER, { fileId: HEADER.fileId, key: null });
    const without = withDigest(FILE.replace(/"attachments": \{\n"[0-9a-f]{64}".*\n\}/, '"attachments": {}'));

    expect((await parseProject(Buffer.from(without), { name: 'x', stored: async () => stored })).ok).toBe(true);
    expect(await failureOf(without)).toEqual(damagedAt('attachments'));
  });
});

describe('a file that is none of ours', () => {
  it.each([
    ['', 'file-empty'],
    ['hello', 'file-not-tierce'],
    ['{}', 'file-not-tierce'],
    ['[]', 'file-not-tierce'],
    ['null', 'file-not-tierce'],
    ['{"format":"other"}', 'file-not-tierce'],
    ['{\n"format": "tierc', 'file-not-tierce'],
    ['x{\n"format": "tierce"', 'file-not-tierce'],
  ])('A11 is said to be so: %j', async (text, code) => {
    expect(await failureOf(text)).toEqual({ code, name: 'x.tierce' });
  });

  it('A11 is not looked at when it is larger than any that was written', async () => {
    const bytes = 256 * 1024 * 1024 + 1;

    expect(await failureOf(Buffer.alloc(bytes))).toEqual({ code: 'file-too-large', name: 'x.tierce', bytes });
  });

  it('L6 is not taken apart, however it is made', async () => {
    const parse = vi.spyOn(JSON, 'parse');

    expect([
      await failureOf('[]'.repeat(10_000)),
      await failureOf(`{"other": ${FILE}}`),
      await failureOf(FILE.replace('Relais', 'Relois')),
    ]).toEqual([{ code: 'file-not-tierce', name: 'x.tierce' }, { code: 'file-not-tierce', name: 'x.tierce' }, damagedAt('digest')]);
    expect(parse).not.toHaveBeenCalled();
    parse.mockRestore();
  });

  it('A11 is none where it only says so within another word', async () => {
    expect(await failureOf(withDigest(FILE.replace('"format": "tierce"', '"first": { "format": "tierce" }')))).toEqual({
      code: 'file-not-tierce',
      name: 'x.tierce',
    });
    expect(await refused('"revision":', '"format": "other",\n"revision":')).toEqual(damagedAt('format'));
  });

  it('A11 is refused whatever its bytes are', async () => {
    const anyBytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.json().map((text) => Buffer.from(text)),
    );
    await fc.assert(
      fc.asyncProperty(anyBytes, async (bytes) => {
        expect(await failureOf(Buffer.from(bytes))).not.toBeNull();
      }),
      { numRuns: 50 },
    );
  });
});

describe('a file of another version', () => {
  const said = (version: string) => FILE.replace(`"formatVersion": ${FORMAT_VERSION}`, `"formatVersion": ${version}`);

  it('A7 is left to the newer Tierce that wrote it, whatever else is wrong with it', async () => {
    const newer = { code: 'file-newer', name: 'x.tierce', version: FORMAT_VERSION + 1, supported: FORMAT_VERSION };

    const file = said(String(FORMAT_VERSION + 1));

    expect([await failureOf(file), await failureOf(withDigest(file))]).toEqual([newer, newer]);
  });

  it('A7 is damaged where it says none', async () => {
    for (const none of ['"4"', '0']) expect(await failureOf(withDigest(said(none)))).toEqual(damagedAt('formatVersion'));
  });

  it('A7 is brought up to date, and tells which it was', async () => {
    const { formatVersion, document } = expectOk(await read(withDigest(said('2').replace('"means":"",', ''))));

    expect([formatVersion, document]).toEqual([2, PROJECT.document]);
    expect(await refused('"attachments": {\n"id-', '"gone": {\n"id-')).toMatchObject({ code: 'file-damaged' });
  });
});

describe('a damaged file', () => {
  it('A11 is told by where it was cut', async () => {
    const truncated = { code: 'file-truncated', name: 'x.tierce' };
    const body = FILE.slice(0, FILE.lastIndexOf(',\n"digest"'));

    expect([await failureOf(FILE.slice(0, 500)), await failureOf(FILE.slice(0, 30)), await failureOf(`${body}\n}\n`)]).toEqual([
      truncated,
      truncated,
      truncated,
    ]);
  });

  it('A11 is damaged, not cut, once an editor has saved it anew: its end is there', async () => {
    const edited = [FILE.replaceAll('\n', '\r\n'), `\ufeff${FILE}`, FILE.trimEnd(), `${FILE}\n\n`];

    for (const bytes of edited) expect(await failureOf(bytes)).toEqual(damagedAt('digest'));
    expect(await failureOf(FILE.replaceAll('\n', '\r\n').slice(0, -90))).toMatchObject({ code: 'file-truncated' });
  });

  it('A11 is told by its digest, or by its form where it is no JSON any more', async () => {
    expect(await failureOf(FILE.replace('Relais', 'Relois'))).toEqual(damagedAt('digest'));
    expect(await failureOf(FILE.replace('"people"', 'people'))).toEqual(damagedAt('digest'));
    expect(await refused('"people"', 'people')).toEqual(damagedAt('JSON'));
  });

  it.each<readonly [string, string | RegExp, string, string]>([
    ['an unknown field', '"name":"Relais', '"more":1,"name":"Relais', 'organisations org-1'],
    ['a field too few', ',"noteLevel":null}', '}', 'organisations org-1'],
    ['a record under another id', '"org-1": {"id":"org-1"', '"org-3": {"id":"org-1"', 'organisations org-3'],
    ['a second single record', '"single": {"id":"single","title"', '"mis-1": {"id":"mis-1","title"', 'mission mis-1'],
    ['an unknown table', '"phases":', '"surprises": {},\n"phases":', 'surprises'],
    ['a table of the other kind', '"phases":', '"profile": {},\n"phases":', 'profile'],
    ['a missing table', '"steps": {},\n', '', 'steps'],
    ['a table that is a list', '"steps": {}', '"steps": []', 'steps'],
    ['a table that is null', '"steps": {}', '"steps": null', 'steps'],
    ['a reference to nobody', '"officerId":"per-1"', '"officerId":"per-9"', 'mission'],
    ['a prototype as a record', '"steps": {}', '"steps": {"__proto__": {}}', 'steps __proto__'],
    ['a prototype as a table', '"steps": {}', '"steps": {},\n"__proto__": {}', '__proto__'],
    ['a prototype as a word of the head', '"revision":', '"__proto__": {},\n"revision":', '__proto__'],
    ['a word too many', '"revision":', '"extra": 1,\n"revision":', 'header'],
    ['a wrong id', '"test-file-1"', '"../../etc"', 'fileId'],
    ['a wrong kind', '"kind": "accompaniment"', '"kind": "book"', 'kind'],
    ['a wrong author', '"Sonia Nadir"', '1', 'savedBy'],
    ['a wrong moment', '"savedAt": "2026-04', '"savedAt": "2026-14', 'savedAt'],
    ['wrong keys', '"file":null', '"file":1', 'keys'],
    ['a section that is none', /"vault": \{[^]*?\n\}(?=,\n"history")/, '"vault": []', 'vault'],
    ['a history that is none', /"history": \[\n.*\n\]/, '"history": {}', 'history'],
    ['an unsound entry', '"by":"Sonia"', '"by":1', 'history'],
    ['a content that is none', '"bytes":6', '"bytes":7', 'attachments'],
    ['no attachments', /"attachments": \{\n"[0-9a-f]{64}".*\n\}/, '"attachments": []', 'attachments'],
  ])('A1 is refused for %s, though its digest fits', async (_, from, to, where) => {
    expect(await refused(from, to)).toEqual(damagedAt(where));
  });

  it('A11 is told by its place at no great length', async () => {
    expect(await refused('"phases":', `"${'x'.repeat(90)}": {},\n"phases":`)).toEqual(damagedAt('x'.repeat(40)));
    expect(await refused('"org-1": {"id"', `"${'x'.repeat(90)}": {"id"`)).toEqual(damagedAt(`organisations ${'x'.repeat(64)}`));
  });
});

describe('a sealed file', () => {
  const contents = new Map([[CHARTER_SHA, encodedContent(CHARTER_SHA, CHARTER, { fileId: HEADER.fileId, key: SEALING_KEY })]]);
  const project = { ...PROJECT, header: SEALED_HEADER, contents };
  const sealed = serialiseProject(project, new FileSealer(HEADER.fileId, SEALING_KEY)).toString('utf8');
  const keyOf: KeyOf = async () => ok(SEALING_KEY);

  it('A12 is read with its key, which is asked for by what it says in the clear', async () => {
    const asked: unknown[] = [];
    const parsed = expectOk(await read(sealed, async ({ fileId, keys }) => (asked.push(fileId, keys), ok(SEALING_KEY))));

    expect([parsed.header, parsed.document, parsed.history.entries]).toEqual([SEALED_HEADER, PROJECT.document, [RENAMED]]);
    expect([...parsed.contents.keys()]).toEqual([CHARTER_SHA]);
    expect([parsed.sealing?.key, parsed.sealing?.blocks.length, asked]).toEqual([SEALING_KEY, 4, [HEADER.fileId, SEALED_HEADER.keys]]);
  });

  it('A12 is told as sealed without one, and opens with no other', async () => {
    const failure: KeyFailure = { code: 'passphrase-wrong' };

    expect(await failureOf(sealed)).toEqual({ code: 'file-sealed', name: 'x.tierce' });
    expect(await failureOf(sealed, async () => ({ ok: false, failure }))).toEqual(failure);
    expect(await failureOf(sealed, async () => ok(Buffer.alloc(32, 8)))).toEqual({ code: 'seal-broken' });
  });

  it('A12 is damaged where its form is not that of one, before its key is asked for', async () => {
    expect(await refused('"blocks": {', '"more": 1,\n"blocks": {', sealed)).toEqual(damagedAt('sections'));
    expect(await refused('"manifest"', '"manifezt"', sealed)).toEqual(damagedAt('sections'));
  });

  it('A12 is refused where a block is another', async () => {
    expect(await failureOf(withDigest(sealed.replace(/^("[0-9a-f]{32}": ")..../m, '$1AAAA')), keyOf)).toEqual({ code: 'seal-broken' });
  });
});

describe('a sealed file of a version before 4', () => {
  const keyOf: KeyOf = async () => ok(SEALING_KEY);
  const plain = JSON.parse(serialiseProject({ header: HEADER, document: SMALL }, null).toString('utf8')) as Record<string, unknown>;
  const sealed = (name: string, content = plain[name]) => ({ [name]: sealedSection(name, content) });
  const whole = {
    format: 'tierce',
    formatVersion: 3,
    kind: 'accompaniment',
    ...SEALED_HEADER,
    ...sealed('accompaniment'),
    ...sealed('desk'),
    ...sealed('vault'),
    ...sealed('history', [RENAMED]),
    attachments: {},
  };
  const file = (but: object = {}) => {
    const lines = Object.entries({ ...whole, ...but }).map(([name, value]) => `"${name}": ${JSON.stringify(value)},\n`);
    return withDigest(`{\n${lines.join('')}"digest": ""\n}\n`);
  };

  it('A12 A7 is read section by section, and none of its ciphertext is used again', async () => {
    const parsed = expectOk(await read(file(), keyOf));

    expect([parsed.header, parsed.document, parsed.history.entries]).toEqual([SEALED_HEADER, SMALL, [RENAMED]]);
    expect([parsed.sealing, parsed.formatVersion]).toEqual([{ key: SEALING_KEY, blocks: [] }, 3]);
  });

  it('A12 A7 may have a history in the clear, as before version 3', async () => {
    expect(expectOk(await read(file({ history: [] }), keyOf)).history.entries).toEqual([]);
  });

  it.each<readonly [string, object, object]>([
    ['a section that does not open', { desk: sealedSection('vault', {}) }, { code: 'seal-broken' }],
    ['a section that is none', { desk: sealedSection('desk', []) }, damagedAt('desk')],
    ['a history that does not open', { history: sealedSection('desk', []) }, { code: 'seal-broken' }],
    ['a history that is none', { history: sealedSection('history', {}) }, damagedAt('history')],
    ['a section in the clear', { desk: {} }, damagedAt('sections')],
    ['the form of version 4', { manifest: 'AAAA' }, damagedAt('sections')],
  ])('A12 is refused with %s', async (_, but, failure) => {
    expect(await failureOf(file(but), keyOf)).toEqual(failure);
  });
});
