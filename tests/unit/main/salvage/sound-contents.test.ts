// A11 A14: attached contents come back if they match their hash, with the records that name them.
import { describe, expect, it } from 'vitest';
import { Pieces } from '../../../../main/salvage/pieces.ts';
import { dropLostContents, soundContents } from '../../../../main/salvage/sound-contents.ts';
import { CHARTER, CHARTER_IN_FILE, CHARTER_SHA } from '../../../support/attached-charter.ts';
import { NOW } from '../../../support/moment.ts';
import { placedWith, recordFor, RELAIS } from '../../../support/loose-pieces.ts';

const PLAIN = { fileId: 'test-file-1', key: null };
const WHOLE = { bytes: CHARTER.byteLength, data: CHARTER_IN_FILE };
const BROKEN = { ...WHOLE, data: 'AAAA' };
const LOST_SHA = 'b'.repeat(64);
const attached = (id: string, sha256: string) => recordFor('attachments', id, { name: 'charte.txt', sha256, addedAt: NOW });

function contentsOf(...contents: Pieces['contents']) {
  const pieces = new Pieces();
  pieces.contents.push(...contents);
  return soundContents(pieces, PLAIN);
}

describe('attached contents', () => {
  it('A11 A14 come back when they are what their hash says, and no others do', () => {
    const contents = contentsOf([LOST_SHA, WHOLE], [CHARTER_SHA, WHOLE], ['x', null]);

    expect([...contents]).toEqual([[CHARTER_SHA, { bytes: 6, encoded: Buffer.from(CHARTER_IN_FILE), name: CHARTER_SHA, isSealed: false }]]);
  });

  it('A11 A14 come back from wherever they are whole, whatever else stands under the same hash', () => {
    expect([
      contentsOf([CHARTER_SHA, BROKEN], [CHARTER_SHA, WHOLE]).size,
      contentsOf([CHARTER_SHA, WHOLE], [CHARTER_SHA, BROKEN]).size,
    ]).toEqual([1, 1]);
  });
});

describe('records of what is attached', () => {
  it('A11 A14 are dropped and counted where their content is lost', () => {
    const attachments = [attached('att-1', LOST_SHA), attached('att-2', CHARTER_SHA), attached('att-3', LOST_SHA)];
    const placed = placedWith({ attachments, organisations: [RELAIS] });

    expect(dropLostContents(placed, contentsOf([CHARTER_SHA, WHOLE]))).toBe(2);
    expect([[...(placed.get('attachments')?.keys() ?? [])], placed.get('organisations')?.size]).toEqual([['att-2'], 1]);
  });

  it('A11 A14 are none where nothing is attached', () => {
    expect(dropLostContents(placedWith({}), new Map())).toBe(0);
  });
});
