// A11: a damaged file that is still JSON as a whole gives its content, as far as it is of the right kind.
import { describe, expect, it } from 'vitest';
import { Pieces } from '../../../../main/salvage/pieces.ts';
import type { JsonObject } from '../../../../main/files/json.ts';
import { dataOf, isSealed, takeBlock, takeWhole, textOf } from '../../../../main/salvage/read-whole.ts';
import { brokenIn, NADIA, RELAIS } from '../../../support/loose-pieces.ts';

const BLOCK = 'a'.repeat(32);

function taken(data: JsonObject): Pieces {
  const pieces = new Pieces();
  takeWhole(data, pieces);
  return pieces;
}

describe('the bytes of a damaged file', () => {
  it('A11 are data when they are a JSON object, and nothing else is', () => {
    expect(dataOf(Buffer.from('{"name":"été"}'))).toEqual({ name: 'été' });
    expect(['[]', 'null', '1', '"x"', '{', ''].map((text) => dataOf(Buffer.from(text)))).toEqual([null, null, null, null, null, null]);
  });

  it('A11 are no text with a single byte of another encoding, and keep a mark that another program put before them', () => {
    expect([textOf(Buffer.from('été')), textOf(Buffer.from('été', 'latin1')), dataOf(Buffer.from('{"name":"\xff"}', 'latin1'))]).toEqual([
      'été',
      null,
      null,
    ]);
    expect(textOf(Buffer.from('\ufeffx'))).toBe('\ufeffx');
  });
});

describe('a damaged file that is JSON', () => {
  it('A11 gives the records of every table, under its name, and tells what it has seen', () => {
    const pieces = taken({ accompaniment: { organisations: { 'org-1': RELAIS }, steps: {} }, desk: { trustMarks: {} }, vault: {} });

    expect(pieces.records).toEqual([{ table: 'organisations', id: 'org-1', value: RELAIS, isAsWritten: false }]);
    expect([...pieces.seen]).toEqual(['accompaniment', 'organisations', 'steps', 'desk', 'trustMarks', 'vault']);
    expect([[...pieces.empty], brokenIn(pieces), [...pieces.uncertain], [...pieces.head]]).toEqual([['steps', 'trustMarks'], {}, [], []]);
  });

  it('A11 gives the records of a table that it does not know, which may be one under a damaged name', () => {
    const pieces = taken({ accompaniment: { peopl: { 'per-1': NADIA }, gone: {} } });

    expect([pieces.records, [...pieces.seen], [...pieces.empty]]).toEqual([
      [{ table: null, id: 'per-1', value: NADIA, isAsWritten: false }],
      ['accompaniment'],
      [],
    ]);
  });

  it('A11 says of a table that is none that nobody knows what was in it; of one without a name, of the section', () => {
    const pieces = taken({ accompaniment: { people: [], organisations: { 'org-1': RELAIS } }, desk: { surprises: null } });

    expect([[...pieces.uncertain], pieces.seen.has('people'), pieces.records.length]).toEqual([['people', 'desk'], false, 1]);
  });

  it('A11 has not seen a section or a history that is none', () => {
    const pieces = taken({ accompaniment: 1, desk: null, vault: [], history: {} });

    expect([[...pieces.seen], pieces.records, pieces.history, [...pieces.head]]).toEqual([[], [], [], []]);
  });

  it('A11 gives entries of the history and contents as they stand there', () => {
    const pieces = taken({ history: [1, { at: 2 }], attachments: { one: { data: '' }, two: null } });

    expect([pieces.history, [...pieces.seen], pieces.contents]).toEqual([
      [1, { at: 2 }],
      ['history'],
      [
        ['one', { data: '' }],
        ['two', null],
      ],
    ]);
    expect(taken({ attachments: 'x', blocks: 'x' })).toEqual(new Pieces());
  });

  it('A11 gives all the rest as its head', () => {
    expect([...taken({ fileId: 'test-file-1', revision: 3, sneaky: [] }).head]).toEqual([
      ['fileId', 'test-file-1'],
      ['revision', 3],
      ['sneaky', []],
    ]);
  });
});

describe('a damaged file that is JSON and sealed', () => {
  it('A11 A12 gives its blocks, which have names and texts of one form', () => {
    const wrong = { ['a'.repeat(31)]: 'x', ['a'.repeat(33)]: 'x', ['A'.repeat(32)]: 'x', ['b'.repeat(32)]: 1 };

    expect([...taken({ blocks: { [BLOCK]: 'AAAA', ...wrong } }).blocks]).toEqual([[BLOCK, 'AAAA']]);
  });

  it('A11 A12 says of each whether it is one', () => {
    const pieces = new Pieces();

    expect([takeBlock(BLOCK, 'AAAA', pieces), takeBlock(BLOCK, 1, pieces), takeBlock('x', 'AAAA', pieces)]).toEqual([true, false, false]);
  });

  it('A11 A12 keeps the sections and the history of an earlier version aside until their key is there', () => {
    const sealed = { sealedAt: 1, data: 'AAAA' };
    const pieces = taken({ accompaniment: sealed, history: sealed });

    expect([[...pieces.head], pieces.records, [...pieces.seen]]).toEqual([
      [
        ['accompaniment', sealed],
        ['history', sealed],
      ],
      [],
      [],
    ]);
  });

  it('A11 A12 is known by what every sealed section of that version has', () => {
    const sealed = { sealedAt: 1, data: 'AAAA' };

    expect([sealed, { data: 'AAAA' }, { sealedAt: 1 }, { ...sealed, data: 1 }, null, [sealed], 'x'].map(isSealed)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
