// A12: the lines of a sealed file open with its key, in its own journal, and nowhere else.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sealedLines } from '../../../../main/journal/sealed-lines.ts';

const KEY = Buffer.alloc(32, 7);
const lines = sealedLines('test-file-1', KEY);

describe('sealed lines', () => {
  it('A12 A2 are read as they were written, never twice in the same form, and tell nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 4, maxLength: 60 }), (text) => {
        const [once, again] = [lines.encode(text), lines.encode(text)];

        expect(lines.decode(once)).toBe(text);
        expect(once).not.toBe(again);
        expect(once).toMatch(/^[A-Za-z0-9+/]+=*$/);
        expect(Buffer.from(once, 'base64').includes(text)).toBe(false);
      }),
      { numRuns: 30 },
    );
  });

  it('A12 A2 of another file do not open, though its key is the same: a line cannot be carried from one journal into another', () => {
    expect(sealedLines('test-file-2', KEY).decode(lines.encode('{"kind":"held"}'))).toBeNull();
  });

  it('A12 do not open under another key, nor do lines in the clear', () => {
    expect(sealedLines('test-file-1', Buffer.alloc(32, 8)).decode(lines.encode('x'))).toBeNull();
    expect([lines.decode('{"v":3,"by":"h","kind":"held","revision":0}'), lines.decode('')]).toEqual([null, null]);
  });

  it('A7 A12 open as every Tierce has sealed them', () => {
    const frozen = sealedLines('test-file-1', KEY, (length) => Buffer.alloc(length, 1)).encode('{"kind":"held"}');

    expect(frozen).toBe(FROZEN);
    expect(lines.decode(FROZEN)).toBe('{"kind":"held"}');
  });
});

/** AES-256-GCM with a key of 32 bytes of 7 and a nonce of 12 bytes of 1, bound to `tierce/journal/test-file-1`. */
const FROZEN = 'AQEBAQEBAQEBAQEBDcPi3v7bzjTzvLlNFBUNaSejXAa0SZsXzQujmEtnzg==';
