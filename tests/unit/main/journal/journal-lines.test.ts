// A2: the lines of a journal. A torn or altered line is left out, and takes no other line with it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTornAt, lineOf, PLAIN_LINES, wholeLinesIn } from '../../../../main/journal/journal-lines.ts';

const anyContent = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replaceAll('\n', ' '));
const journalOf = (contents: readonly string[]): Buffer => Buffer.from(contents.map(lineOf).join(''), 'utf8');

describe('the lines of a journal', () => {
  it('A2 hold the first sixteen digits of the SHA-256 before their content', () => {
    expect(lineOf('abc')).toBe('ba7816bf8f01cfea abc\n'); // the example of FIPS 180-2, B.1
    expect(lineOf('été')).toBe('bd010c64132bf5ca été\n');
  });

  it('A2 are read in the order in which they were written, each as it was', () => {
    fc.assert(
      fc.property(fc.array(anyContent, { maxLength: 8 }), (contents) => {
        expect(wholeLinesIn(journalOf(contents))).toEqual(contents);
      }),
    );
  });

  it('A2 are read as far as the journal is whole, wherever it is cut', () => {
    fc.assert(
      fc.property(fc.array(anyContent, { minLength: 1, maxLength: 5 }), fc.nat(), (contents, at) => {
        const whole = journalOf(contents);
        const cut = whole.subarray(0, at % whole.byteLength);

        expect(contents.slice(0, wholeLinesIn(cut).length)).toEqual(wholeLinesIn(cut));
        expect(wholeLinesIn(Buffer.concat([cut, Buffer.from('\n'), journalOf(['après'])])).at(-1)).toBe('après');
        expect(isTornAt(cut.at(-1))).toBe(cut.byteLength > 0 && !cut.toString('latin1').endsWith('\n'));
      }),
    );
  });

  it('A2 leave out the one that is altered, in its content or its sum, and no other', () => {
    fc.assert(
      fc.property(
        fc.array(anyContent, { minLength: 2, maxLength: 5 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (contents, where, flip) => {
          const [first = '', ...others] = contents;
          const line = Buffer.from(lineOf(first), 'utf8');
          const at = where % (line.byteLength - 1);
          line.writeUInt8(line.readUInt8(at) ^ flip, at);
          fc.pre(at !== 16); // the space between both is not read

          expect(wholeLinesIn(Buffer.concat([line, journalOf(others)]))).toEqual(others);
        },
      ),
    );
  });

  it('A2 are whole without the sign at the end of the last one, and are none where nothing stands', () => {
    expect(wholeLinesIn(journalOf(['un', 'deux']).subarray(0, -1))).toEqual(['un', 'deux']);
    expect(wholeLinesIn(Buffer.from('\n\n\n'))).toEqual([]);
    expect(isTornAt(undefined)).toBe(false);
  });

  it('A2 of a file in the clear are the text itself', () => {
    expect([PLAIN_LINES.encode('été'), PLAIN_LINES.decode('été')]).toEqual(['été', 'été']);
  });
});
