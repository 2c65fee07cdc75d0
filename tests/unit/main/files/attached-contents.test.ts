// A14: attached contents as a file holds them: those that a record names, each once, sorted by name.
import { applyChanges, type Document } from '@domain/document.ts';
import { describe, expect, it } from 'vitest';
import { contentBytes, contentForm, fingerprintOf } from '../../../../main/files/attached-contents.ts';
import { recordFor, SMALL } from '../../../support/loose-pieces.ts';
import { NOW } from '../../../support/moment.ts';

const [A, B, C] = ['a', 'b', 'c'].map((digit) => digit.repeat(64)) as [string, string, string];
const content = (name: string, isSealed = false) => ({ bytes: 3, encoded: Buffer.from('YWJj'), name, isSealed });
const naming = (...shas: readonly string[]): Document =>
  applyChanges(
    SMALL,
    shas.map((sha256, place) => {
      const after = recordFor('attachments', `att-${place}`, { name: 'charte.txt', sha256, addedAt: NOW });
      return { table: 'attachments', id: after.id, before: null, after };
    }),
  );
const text = (document: Document, contents: ReturnType<typeof content>[]) =>
  Buffer.concat(contentBytes(document, new Map(contents.map((each) => [each.name, each])))).toString('utf8');

describe('attached contents', () => {
  it('A14 stand in the file once, whatever the number of records that name them, sorted by name', () => {
    expect(text(naming(B, A, B), [content(B), content(A)])).toBe(
      `{\n"${A}": {"bytes":3,"data":"YWJj"},\n"${B}": {"bytes":3,"data":"YWJj"}\n}`,
    );
  });

  it('A14 are left out when no record names them, and are none where none is there', () => {
    expect(text(naming(A, C), [content(A), content(B)])).toBe(`{\n"${A}": {"bytes":3,"data":"YWJj"}\n}`);
    expect([text(SMALL, [content(A)]), text(naming(A), [])]).toEqual(['{}', '{}']);
  });

  it('A14 A12 say nothing of their length under a seal', () => {
    expect([false, true].map((isSealed) => Buffer.concat(contentForm(content(A, isSealed))).toString('utf8'))).toEqual([
      '{"bytes":3,"data":"YWJj"}',
      '{"data":"YWJj"}',
    ]);
  });

  it('A14 go by their SHA-256', () => {
    expect(fingerprintOf(Buffer.from('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'); // FIPS 180-2, B.1
  });
});
