// C9: no list ends with a single other, whose name takes no more room than the words for it.
import { firstOf } from '@domain/first-of.ts';
import { expect, it } from 'vitest';

it('C9 names the last one rather than to say that there is one other', () => {
  const all = ['a', 'b', 'c', 'd', 'e', 'f'];

  expect(firstOf(all.slice(0, 4), 4)).toEqual({ shown: ['a', 'b', 'c', 'd'], others: 0 });
  expect(firstOf(all.slice(0, 5), 4)).toEqual({ shown: ['a', 'b', 'c', 'd', 'e'], others: 0 });
  expect(firstOf(all, 4)).toEqual({ shown: ['a', 'b', 'c', 'd'], others: 2 });
});
