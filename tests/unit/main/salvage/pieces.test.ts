// A11: an unreadable piece of a damaged file is counted once, and not at all if it is intact elsewhere.
import { describe, expect, it } from 'vitest';
import { Pieces } from '../../../../main/salvage/pieces.ts';
import { brokenIn } from '../../../support/loose-pieces.ts';

describe('what cannot be read', () => {
  it('A11 is counted by part, once for each id, and each time where not even that can be read', () => {
    const pieces = new Pieces();
    for (const id of ['per-1', 'per-1', 'per-2', null, null]) pieces.lose('people', id);
    pieces.lose('history', null);

    expect(brokenIn(pieces)).toEqual({ people: 4, history: 1 });
  });

  it('A11 is not lost when it is found whole elsewhere, in its own part', () => {
    const pieces = new Pieces();
    for (const id of ['per-1', 'per-2', null]) pieces.lose('people', id);
    pieces.lose('steps', 'per-1');

    expect(Object.fromEntries(pieces.brokenCounts((part, id) => part === 'people' && id === 'per-1'))).toEqual({ people: 2, steps: 1 });
  });

  it('A11 is nothing where nothing was lost', () => {
    expect(brokenIn(new Pieces())).toEqual({});
  });
});
