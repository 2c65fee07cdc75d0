// A14 A12: a content is read if it matches its name, and a file only with everything that its records name.
import { describe, expect, it } from 'vitest';
import type { AttachedContent } from '../../../../main/files/attached-contents.ts';
import { readContent, readContents, type StoredContent, withNamed } from '../../../../main/files/read-contents.ts';
import { encodedContent } from '../../../../main/vault/reseal-contents.ts';
import { seal } from '../../../../main/vault/seal.ts';
import { CHARTER, CHARTER_IN_FILE, CHARTER_SHA, projectWithCharter } from '../../../support/attached-charter.ts';
import { HEADER, SEALING_KEY } from '../../../support/header.ts';
import { SMALL } from '../../../support/loose-pieces.ts';

const PLAIN = { fileId: HEADER.fileId, key: null };
const SEALED = { fileId: HEADER.fileId, key: SEALING_KEY };
const WHOLE = { bytes: CHARTER.byteLength, data: CHARTER_IN_FILE };
const { document } = projectWithCharter(SMALL);
const OTHER_SHA = 'b'.repeat(64);
const data = ({ encoded }: AttachedContent) => ({ data: encoded.toString('latin1') });

describe('a plain content', () => {
  it('A14 is as the file holds it', () => {
    const content = { bytes: 6, encoded: Buffer.from(CHARTER_IN_FILE), name: CHARTER_SHA, isSealed: false };

    expect(readContent(CHARTER_SHA, WHOLE, PLAIN)).toEqual({ sha256: CHARTER_SHA, content });
  });

  it.each<readonly [string, string, unknown]>([
    ['another name', OTHER_SHA, WHOLE],
    ['a name that is no hash', 'charte', WHOLE],
    ['another length', CHARTER_SHA, { ...WHOLE, bytes: 7 }],
    ['no length', CHARTER_SHA, { data: CHARTER_IN_FILE }],
    ['a word too many', CHARTER_SHA, { ...WHOLE, more: 1 }],
    ['no data', CHARTER_SHA, { bytes: 6 }],
    ['other data', CHARTER_SHA, { ...WHOLE, data: 'AAAAAAAA' }],
    ['data that is no Base64', CHARTER_SHA, { ...WHOLE, data: '!' }],
    ['null', CHARTER_SHA, null],
    ['a word', CHARTER_SHA, 'x'],
  ])('A14 is none with %s', (_, name, value) => {
    expect(readContent(name, value, PLAIN)).toBeNull();
  });
});

describe('a sealed content', () => {
  const sealed = encodedContent(CHARTER_SHA, CHARTER, SEALED);

  it('A14 A12 goes by its own hash once its key has told it', () => {
    expect(readContent(sealed.name, data(sealed), SEALED)).toEqual({ sha256: CHARTER_SHA, content: sealed });
  });

  it('A14 A12 is none without its key, under another, in another file or under another name', () => {
    const other = encodedContent(OTHER_SHA, CHARTER, SEALED); // sealed for a name that is not its own

    expect([
      readContent(sealed.name, data(sealed), PLAIN),
      readContent(sealed.name, data(sealed), { ...SEALED, key: Buffer.alloc(32, 8) }),
      readContent(sealed.name, data(sealed), { ...SEALED, fileId: 'test-file-2' }),
      readContent(CHARTER_SHA, data(sealed), SEALED),
      readContent(other.name, data(other), SEALED),
      readContent(sealed.name, { data: 'AAAA' }, SEALED),
    ]).toEqual([null, null, null, null, null, null]);
  });

  it('A14 A12 A7 of a version before 4 stands under its hash, and is sealed anew as this one has it', () => {
    const earlier = seal(SEALING_KEY, CHARTER, `tierce/file/${HEADER.fileId}/attachment/${CHARTER_SHA}`).toString('base64');
    const read = readContent(CHARTER_SHA, { bytes: 6, data: earlier }, SEALED);

    expect(read).toMatchObject({ sha256: CHARTER_SHA, content: { bytes: 6, name: sealed.name, isSealed: true } });
    expect(read === null ? null : readContent(read.content.name, data(read.content), SEALED)?.sha256).toBe(CHARTER_SHA);
  });

  it('A14 A12 A7 of a version before 4 is none with another length, another name, or other bytes', () => {
    const earlier = (bytes: Buffer, name = CHARTER_SHA) =>
      seal(SEALING_KEY, bytes, `tierce/file/${HEADER.fileId}/attachment/${name}`).toString('base64');

    expect(readContent(CHARTER_SHA, { bytes: 7, data: earlier(CHARTER) }, SEALED)).toBeNull();
    expect(readContent(OTHER_SHA, { bytes: 6, data: earlier(CHARTER, OTHER_SHA) }, SEALED)).toBeNull();
    expect(readContent(CHARTER_SHA, { bytes: 6, data: earlier(Buffer.from('charte')) }, SEALED)).toBeNull();
    expect(readContent(CHARTER_SHA, WHOLE, SEALED)).toBeNull();
  });
});

describe('the contents of a file', () => {
  const stored = encodedContent(CHARTER_SHA, CHARTER, PLAIN);

  it('A14 are all that stand there, by their hash', async () => {
    expect([...((await readContents({ [CHARTER_SHA]: WHOLE }, document, PLAIN)) ?? [])]).toEqual([[CHARTER_SHA, stored]]);
    for (const nothing of [{}, null, 1]) expect((await readContents(nothing, SMALL, PLAIN))?.size).toBe(0);
  });

  it('A14 are none where one is not what its name says, or one is missing that a record names', async () => {
    expect([await readContents({ [OTHER_SHA]: WHOLE }, SMALL, PLAIN), await readContents({}, document, PLAIN)]).toEqual([null, null]);
  });

  it('A14 A4 may lie elsewhere, as those of a backup', async () => {
    const asked: unknown[] = [];
    const find: StoredContent = async (...args) => (asked.push(args), stored);

    expect([...((await readContents({}, document, PLAIN, find)) ?? [])]).toEqual([[CHARTER_SHA, stored]]);
    expect(asked).toEqual([[CHARTER_SHA, PLAIN]]);
  });

  it('A14 are looked for elsewhere only where they are missing', async () => {
    const contents = new Map([[CHARTER_SHA, stored]]);

    expect(await withNamed(document, contents, () => Promise.reject(new Error('not asked')))).toBe(contents);
    const both = await withNamed(document, new Map([[OTHER_SHA, stored]]), async () => stored);
    expect([...(both?.keys() ?? [])]).toEqual([OTHER_SHA, CHARTER_SHA]);
    expect(await withNamed(document, new Map(), async () => null)).toBeNull();
  });
});
