// A7 A12: sealed files of versions before 4 open as they were written.
import { ok } from '@domain/result.ts';
import { expect, it } from 'vitest';
import { seal } from '../../../../main/vault/seal.ts';
import { openSection, openSectionContent } from '../../../../main/vault/sealed-sections.ts';

const KEY = Buffer.alloc(32, 7);
const BROKEN = { ok: false, failure: { code: 'seal-broken' } };
const sealedAs = (place: string) => seal(KEY, Buffer.from('x'), place).toString('base64');

it('A7 A12 opens a section in its file, at its revision, under its own name alone', () => {
  const section = { sealedAt: 4, data: sealedAs('tierce/file/file-1/desk/4') };

  expect(openSection('file-1', KEY, 'desk', section)).toEqual(ok(Buffer.from('x')));
  expect([
    openSection('file-2', KEY, 'desk', section),
    openSection('file-1', KEY, 'vault', section),
    openSection('file-1', KEY, 'desk', { ...section, sealedAt: 5 }),
  ]).toEqual([BROKEN, BROKEN, BROKEN]);
});

it('A7 A12 opens a content in its file, under its own hash alone', () => {
  const data = sealedAs('tierce/file/file-1/attachment/a1');

  expect(openSectionContent('file-1', KEY, 'a1', data)).toEqual(ok(Buffer.from('x')));
  expect([openSectionContent('file-2', KEY, 'a1', data), openSectionContent('file-1', KEY, 'b2', data)]).toEqual([BROKEN, BROKEN]);
});

it('A7 A12 takes nothing that is no Base64', () => {
  expect(openSection('file-1', KEY, 'desk', { sealedAt: 4, data: '*' })).toEqual(BROKEN);
});
