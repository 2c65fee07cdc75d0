// A11: what is reported lost of a file: how much if that is known, and otherwise that nobody knows.
import { type TableName, tablesOfKind } from '@domain/tables/tables.ts';
import { describe, expect, it } from 'vitest';
import { FORMAT_VERSION } from '../../../../main/files/envelope.ts';
import { type Found, lostParts } from '../../../../main/salvage/lost-parts.ts';
import { Pieces } from '../../../../main/salvage/pieces.ts';
import { NADIA, placedWith, recordFor, RELAIS } from '../../../support/loose-pieces.ts';

const MISSION = recordFor('mission', 'single', { title: 'Offre commune' });
const PARTS_SEEN = ['accompaniment', 'desk', 'vault', 'history', ...tablesOfKind('accompaniment')] as const;

/** A file of which everything was seen, except what the test says. */
function seen(note: (pieces: Pieces) => void = () => undefined): Pieces {
  const pieces = new Pieces();
  for (const part of PARTS_SEEN) pieces.seen.add(part);
  note(pieces);
  return pieces;
}
function lost(pieces: Pieces, but: Partial<Found> = {}, singles: readonly TableName[] = []) {
  const origin = { kind: 'accompaniment' as const, version: FORMAT_VERSION };
  const nothing = { placed: placedWith({}), dropped: new Map(), withoutContent: 0, unsound: 0, parts: [] };
  return lostParts({ ...origin, ...nothing, pieces, ...but }, singles);
}
const unseen = (...parts: (typeof PARTS_SEEN)[number][]) => seen((pieces) => parts.forEach((part) => void pieces.seen.delete(part)));

describe('what is lost of a file', () => {
  it('A11 is nothing where nothing is', () => {
    expect(lost(seen())).toEqual([]);
  });

  it('A11 is counted by table: what is broken, what needed it, and what is attached and told no more', () => {
    const pieces = seen((each) => {
      each.lose('people', 'per-9');
      each.lose('people', null);
      each.lose('attachments', null);
    });
    const counted = lost(pieces, {
      dropped: new Map([
        ['people', 2],
        ['mandates', 1],
      ]),
      withoutContent: 3,
      unsound: 4,
    });

    expect(counted.map(({ part, count }) => [part, count])).toEqual([
      ['people', 4],
      ['mandates', 1],
      ['attachments', 4],
      ['history', 4],
    ]);
  });

  it('A11 is not what stands whole elsewhere, in whatever table', () => {
    const pieces = seen((each) => each.lose('people', 'org-1'));

    expect([
      lost(pieces, { placed: placedWith({ organisations: [RELAIS] }) }),
      lost(pieces, { placed: placedWith({ people: [NADIA] }) }),
    ]).toEqual([[], [{ part: 'people', count: 1 }]]);
  });

  it('A11 is the only record of a table where that was lost, once, whether or not it was seen broken', () => {
    const pieces = seen((each) => each.lose('mission', 'single'));
    const blank = { placed: placedWith({ mission: [MISSION] }) };

    expect([lost(seen(), blank, ['mission']), lost(pieces, blank, ['mission'])]).toEqual([
      [{ part: 'mission', count: 1 }],
      [{ part: 'mission', count: 1 }],
    ]);
  });

  it('A11 is not the only record of a table that stands whole elsewhere; that of another table is not meant', () => {
    const pieces = seen((each) => each.lose('mission', 'single'));
    const portrait = recordFor('portrait', 'single');

    expect(lost(pieces, { placed: placedWith({ mission: [MISSION] }) })).toEqual([]);
    expect(lost(pieces, { placed: placedWith({ portrait: [portrait] }) })).toEqual([{ part: 'mission', count: 1 }]);
  });

  it('A11 has no count where nobody can tell it, though something of it was counted', () => {
    const pieces = seen((each) => {
      each.uncertain.add('people');
      each.lose('people', null);
    });

    expect(lost(pieces, { parts: ['header', 'vault'] })).toEqual([
      { part: 'header', count: null },
      { part: 'vault', count: null },
      { part: 'people', count: null },
    ]);
  });

  it('A11 is told in the order of a file: its head, its sections, its tables, its history', () => {
    const unsure = ['moment', 'history', 'steps', 'mission', 'vault', 'accompaniment', 'attachments'] as const;
    const pieces = seen((each) => unsure.forEach((part) => void each.uncertain.add(part)));

    expect(lost(pieces, { parts: ['header'] }).map(({ part }) => part)).toEqual([
      'header',
      'accompaniment',
      'vault',
      'mission',
      'steps',
      'attachments',
      'history',
      'moment',
    ]);
  });
});

describe('what was never seen of a file', () => {
  it('A11 is told by its section, since nobody knows what stood in it', () => {
    expect(lost(unseen('people', 'steps'))).toEqual([{ part: 'accompaniment', count: null }]);
    expect(lost(unseen('trustMarks', 'privateNotes'))).toEqual([
      { part: 'desk', count: null },
      { part: 'vault', count: null },
    ]);
  });

  it('A11 is nothing when its records were found by their form', () => {
    expect(lost(unseen('people'), { placed: placedWith({ people: [NADIA] }) })).toEqual([]);
  });

  it('A11 A7 is nothing where the version of the file had no such table, nor a history', () => {
    const pieces = unseen('mandates', 'tools', 'history');

    expect([1, 2, 3].map((version) => lost(pieces, { version }))).toEqual([
      [],
      [{ part: 'accompaniment', count: null }],
      [
        { part: 'accompaniment', count: null },
        { part: 'history', count: null },
      ],
    ]);
  });

  it('A11 is told of a personal file by its own tables alone', () => {
    const pieces = seen((each) => void each.seen.add('profile'));

    expect([lost(pieces, { kind: 'person' }), lost(unseen('people'), { kind: 'person' })]).toEqual([[], [{ part: 'desk', count: null }]]);
  });
});
