// A1 A11: Base64 is read strictly, whatever is done to it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { base64Bytes, fromBase64 } from '../../../main/files/base64.ts';

describe('Base64 in a file', () => {
  it('A14 gives back the bytes that were written', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(fromBase64(base64Bytes(bytes).toString('latin1'))).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it('A11 is refused when a letter is put in, left out or is none of its own', () => {
    const text = fc.uint8Array({ minLength: 3, maxLength: 60 }).map((bytes) => base64Bytes(bytes).toString('latin1'));
    fc.assert(
      fc.property(text, fc.nat(), fc.constantFrom(' ', '\n', '!', 'é', '=', '-', '_', '\u{1f600}'), (whole, at, letter) => {
        const place = at % (whole.length - 2);
        expect(fromBase64(whole.slice(0, place) + whole.slice(place + 1))).toBeNull();
        expect(fromBase64(whole.slice(0, place) + letter + whole.slice(place))).toBeNull();
        expect(fromBase64(whole.slice(0, place) + letter + whole.slice(place + 1))).toBeNull();
      }),
    );
  });
});
