// A12 A14: names of attached contents that reveal nothing without the key.
import { createHmac, hkdfSync } from 'node:crypto';
import { expect, it } from 'vitest';
import { contentName } from '../../../../main/vault/content-names.ts';

const [KEY, OTHER] = [Buffer.alloc(32, 7), Buffer.alloc(32, 8)];
const SHA = 'a1'.repeat(32);

it('A12 A14 are the same for one key and one content, and others for any other', () => {
  const names = [contentName(KEY, SHA), contentName(OTHER, SHA), contentName(KEY, 'b2'.repeat(32))];

  expect([contentName(KEY, SHA) === names[0], new Set([...names, SHA]).size]).toEqual([true, 4]);
  for (const name of names) expect(name).toMatch(/^[0-9a-f]{64}$/);
});

it('A12 A7 are those that files written before have', () => {
  const naming = Buffer.from(hkdfSync('sha256', KEY, '', 'tierce attachment names', 32));

  expect(contentName(KEY, SHA)).toBe(createHmac('sha256', naming).update(SHA).digest('hex'));
});
