// A12 A14: attached contents are re-encrypted from one file's seal to another's, or unsealed.
import { expectOk, ok } from '@domain/result.ts';
import { expect, it } from 'vitest';
import { contentOf, encodedContent, isSameKey, resealedContents } from '../../../../main/vault/reseal-contents.ts';
import { CHARTER, CHARTER_SHA } from '../../../support/memory-office.ts';

const [KEY, OTHER] = [Buffer.alloc(32, 7), Buffer.alloc(32, 8)];
const PLAIN = { fileId: 'file-1', key: null };
const SEALED = { fileId: 'file-1', key: KEY };
const BROKEN = { ok: false, failure: { code: 'seal-broken' } };
const under = (origin: typeof PLAIN | typeof SEALED) => new Map([[CHARTER_SHA, encodedContent(CHARTER_SHA, CHARTER, origin)]]);

it('A14 stands in the clear under its hash, with its length', () => {
  expect(encodedContent(CHARTER_SHA, CHARTER, PLAIN)).toEqual({
    bytes: CHARTER.byteLength,
    encoded: Buffer.from(CHARTER.toString('base64')),
    name: CHARTER_SHA,
    isSealed: false,
  });
  expect(contentOf(encodedContent(CHARTER_SHA, CHARTER, PLAIN), PLAIN)).toEqual(ok(CHARTER));
});

it('A12 A14 opens where it was sealed, and nowhere else', () => {
  const sealed = encodedContent(CHARTER_SHA, CHARTER, SEALED);

  expect([sealed.isSealed, sealed.bytes, sealed.name === CHARTER_SHA]).toEqual([true, CHARTER.byteLength, false]);
  expect(contentOf(sealed, SEALED)).toEqual(ok(CHARTER));
  expect([contentOf(sealed, { ...SEALED, key: OTHER }), contentOf(sealed, { ...SEALED, fileId: 'file-2' })]).toEqual([BROKEN, BROKEN]);
});

it.each([
  ['a key', PLAIN, SEALED],
  ['another key', SEALED, { fileId: 'file-1', key: OTHER }],
  ['none', SEALED, PLAIN],
  ['another file', SEALED, { fileId: 'file-2', key: KEY }],
])('A12 A14 goes to %s', (_, from, to) => {
  const moved = expectOk(resealedContents(under(from), from, to)).get(CHARTER_SHA);

  expect(moved === undefined ? null : contentOf(moved, to)).toEqual(ok(CHARTER));
});

it('A12 A14 stays the very same where it goes nowhere, and is refused where it does not open', () => {
  const contents = under(SEALED);

  expect(expectOk(resealedContents(contents, SEALED, { ...SEALED, key: Buffer.from(KEY) }))).toBe(contents);
  expect(resealedContents(contents, { ...SEALED, key: OTHER }, PLAIN)).toEqual(BROKEN);
});

it('A12 knows one key from another, and from none', () => {
  expect([
    isSameKey(KEY, Buffer.from(KEY)),
    isSameKey(KEY, OTHER),
    isSameKey(null, null),
    isSameKey(KEY, null),
    isSameKey(null, KEY),
  ]).toEqual([true, false, true, false, false]);
});
