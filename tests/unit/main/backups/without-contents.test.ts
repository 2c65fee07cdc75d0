// A14: a backup without its attachments, which are kept once beside all of them; anything of another form is kept as it is.
import { describe, expect, it } from 'vitest';
import { withoutContents } from '../../../../main/backups/without-contents.ts';
import { withDigestLine } from '../../../support/backup-world.ts';

const [SHA, OTHER] = ['a1'.repeat(32), 'b2'.repeat(32)] as const;
const line = (sha256: string, bytes = '5', data = 'Q2hhcg==') => `"${sha256}": {"bytes":${bytes},"data":"${data}"}`;
const fileWith = (lines: string, head = '{\n"x": 1,\n') => withDigestLine(`${head}"attachments": {\n${lines}\n},\n`).bytes;

describe('a file with what is attached to it', () => {
  it('A14 is parted into itself without contents, under a digest that fits, and each content as it stood', () => {
    const { bytes, contents } = withoutContents(fileWith(`${line(SHA)},\n${line(OTHER, '3', 'YWJj')}`));

    expect(bytes.toString()).toBe(withDigestLine('{\n"x": 1,\n"attachments": {},\n').bytes.toString());
    expect(contents).toEqual([
      { bytes: 5, encoded: Buffer.from('Q2hhcg=='), name: SHA, isSealed: false },
      { bytes: 3, encoded: Buffer.from('YWJj'), name: OTHER, isSealed: false },
    ]);
  });

  it('A14 is parted at its last section, whatever a text before it says', () => {
    const text = `{\n"attachments": {\n${line(OTHER)}\n},\n`;

    const { bytes, contents } = withoutContents(fileWith(line(SHA), text));

    expect([bytes.toString().startsWith(text), contents.map(({ name }) => name)]).toEqual([true, [SHA]]);
  });

  it.each([
    ['nothing attached', withDigestLine('{\n"x": 1,\n"attachments": {},\n').bytes],
    ['no such section', withDigestLine(`{\n${line(SHA)}\n},\n`).bytes],
    ['a section that begins otherwise', fileWith(line(SHA), '')],
    ['a section that ends otherwise', withDigestLine(`{\n"attachments": {\n${line(SHA)}\n}\n`).bytes],
    ['a section that ends in other signs', withDigestLine(`{\n"attachments": {\n${line(SHA)}\n}}\n`).bytes],
    ['something after it', withDigestLine(`{\n"attachments": {\n${line(SHA)}\n},\n"y": 1,\n`).bytes],
    ['nothing in it', fileWith('')],
    ['something else beside a content', fileWith(`${line(SHA)},\n"y": 1`)],
    ['a fingerprint in other letters', fileWith(line(SHA.toUpperCase()))],
    ['a fingerprint that is too short', fileWith(line(SHA.slice(1)))],
    ['no size', fileWith(line(SHA, ''))],
    ['a size that is too large', fileWith(line(SHA, '1234567890'))],
    ['a size that is none', fileWith(line(SHA, 'x'))],
    ['a content that is not in Base64', fileWith(line(SHA, '5', 'Q2h&cg=='))],
    ['a content that ends otherwise', fileWith(line(SHA, '5', 'Q2hhcg==='))],
    ['something before a content', fileWith(` ${line(SHA)}`)],
    ['something after a content', fileWith(`${line(SHA)},,`)],
    ['no digest', Buffer.from('x')],
  ])('A14 A4 is kept as it is with %s', (_, bytes) => {
    const parted = withoutContents(bytes);

    expect([parted.bytes.equals(bytes), parted.contents.length]).toEqual([true, 0]);
  });

  it('A14 is parted also where a content is empty, or large', () => {
    expect(withoutContents(fileWith(`${line(SHA, '0', '')},\n${line(OTHER, '123456789', 'a+/Z09')}`)).contents).toEqual([
      { bytes: 0, encoded: Buffer.alloc(0), name: SHA, isSealed: false },
      { bytes: 123_456_789, encoded: Buffer.from('a+/Z09'), name: OTHER, isSealed: false },
    ]);
  });

  it('A12 A14 is parted of a sealed file, which says neither what a content is nor how long', () => {
    expect(withoutContents(fileWith(`"${SHA}": {"data":"Q2hhcg=="}`)).contents).toEqual([
      { bytes: 0, encoded: Buffer.from('Q2hhcg=='), name: SHA, isSealed: true },
    ]);
  });
});
