// A12: lengths that reveal little.
import { describe, expect, it } from 'vitest';
import { paddedContent, paddedLength, paddedText, withoutPadding } from '../../../../main/vault/padding.ts';

it.each([
  [0, 0],
  [1, 1],
  [2, 2],
  [3, 3],
  [9, 10],
  [10, 10],
  [17, 18],
  [100, 104],
  [105, 112],
  [1_000, 1_024],
  [1_025, 1_088],
  [100_000, 100_352],
])('A12 pads %i bytes up to %i, as Padmé says', (bytes, padded) => {
  expect(paddedLength(bytes)).toBe(padded);
});

it('A12 adds 12 % at most, and what is padded stays as it is', () => {
  for (let bytes = 2; bytes < 5_000; bytes += 1) {
    const padded = paddedLength(bytes);
    expect(padded >= bytes && padded <= bytes * 1.12 && paddedLength(padded) === padded).toBe(true);
  }
});

it('A12 pads a text of several parts with spaces', () => {
  expect(paddedText([Buffer.from('{"x":'), Buffer.from('1234}')]).toString()).toBe('{"x":1234}');
  expect(paddedText([Buffer.from('{"x":'), Buffer.from('12345678901}')]).toString()).toBe('{"x":12345678901} ');
});

describe('a content', () => {
  it('A12 A7 stands behind its length and before zeros, and comes back whole, whatever its length', () => {
    expect(paddedContent(Buffer.from('abcde')).toString('hex')).toBe('00000005616263646500');
    for (const length of [0, 1, 4, 5, 6, 100, 1_000]) {
      const content = Buffer.alloc(length, 7);
      expect(withoutPadding(paddedContent(content))).toEqual(content);
    }
  });

  it.each(['', '000000', '00000001', '0000000561626364650000', '000000056162636465', 'ffffffff00'])(
    'A12 that was never padded so is none (%s)',
    (hex) => {
      expect(withoutPadding(Buffer.from(hex, 'hex'))).toBeNull();
    },
  );
});
