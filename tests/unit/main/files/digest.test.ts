// A digest computed in portions is the same however the bytes are cut, and gives way to other work.
import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { digestInPortions } from '../../../../main/files/digest.ts';

const MB = 1024 * 1024;
const atOnce = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('the digest of a content', () => {
  it.each([[[]], [[0]], [[1]], [[MB]], [[MB - 1, 2]], [[MB, 1]], [[3 * MB + 5]], [[0, 5, 2 * MB, 0, MB]]])(
    'A3 of parts of %j bytes is that of all of them',
    async (lengths) => {
      const parts = lengths.map((length) => randomBytes(length));

      expect(await digestInPortions(parts)).toBe(atOnce(Buffer.concat(parts)));
    },
  );

  it.each([
    [[4 * MB], 3],
    [[MB, MB, MB, MB], 3],
    [[MB], 0],
  ])('A3 L2 of parts of %j bytes lets others have their turn %i times', async (lengths, expected) => {
    let turns = 0;
    let isOver = false;
    const turn = (): void => {
      if (isOver) return;
      turns += 1;
      setImmediate(turn);
    };
    setImmediate(turn);
    await digestInPortions(lengths.map((length) => Buffer.alloc(length)));
    isOver = true;

    expect(turns).toBe(expected);
  });
});
