// A11: every sound value in the head of a damaged file is kept; the others get safe values, and the loss is reported.
import { describe, expect, it } from 'vitest';
import { FORMAT_VERSION, LONGEST_SAVED_BY, MOST_REVISION } from '../../../../main/files/envelope.ts';
import { Pieces } from '../../../../main/salvage/pieces.ts';
import { NO_FILE_ID, soundHeader } from '../../../../main/salvage/sound-header.ts';
import { HEADER, SYSTEM_RING as RING } from '../../../support/header.ts';

const LONG_AGO = '2000-01-01T00:00:00.000Z';
const VAULT = { id: 'vault-0001', slots: RING.slots, publicKey: `${'A'.repeat(43)}=`, privateKey: 'AAAA' };
const OWN = { ...HEADER, copyOf: 'other-file', revision: 12, keys: { file: RING, vault: VAULT } };
const WHOLE = { formatVersion: FORMAT_VERSION, kind: 'accompaniment', ...OWN };

function read(head: Readonly<Record<string, unknown>>) {
  const pieces = new Pieces();
  for (const [name, value] of Object.entries(head)) pieces.head.set(name, value);
  return soundHeader(pieces);
}

describe('the head of a damaged file', () => {
  it('A11 is taken as it is where it is whole', () => {
    expect(read(WHOLE)).toEqual({ header: OWN, kind: 'accompaniment', version: FORMAT_VERSION, lost: [] });
  });

  it('A11 of which nothing is left has safe values: no id, no author, the first revision and version, no keys', () => {
    expect(read({})).toEqual({
      header: { fileId: 'unknown-file', copyOf: null, revision: 0, savedBy: '', savedAt: LONG_AGO, keys: { file: null, vault: null } },
      kind: null,
      version: 1,
      lost: ['header'],
    });
  });

  it.each([
    ['fileId', '../../etc', NO_FILE_ID],
    ['copyOf', 1, null],
    ['revision', -1, 0],
    ['revision', MOST_REVISION + 1, 0],
    ['revision', 1.5, 0],
    ['savedBy', 'x'.repeat(LONGEST_SAVED_BY + 1), ''],
    ['savedAt', 'yesterday', LONG_AGO],
  ])('A11 has a safe %s in the place of %j, and its other values', (name, wrong, safe) => {
    const { header, lost } = read({ ...WHOLE, [name]: wrong });

    expect([header, lost]).toEqual([{ ...read(WHOLE).header, [name]: safe }, ['header']]);
  });

  it('A11 says nothing of its kind or version where these are none', () => {
    expect(read({ ...WHOLE, kind: 'book' })).toMatchObject({ kind: null, version: FORMAT_VERSION, lost: ['header'] });
    expect([FORMAT_VERSION + 1, 0, '1'].map((formatVersion) => read({ ...WHOLE, formatVersion }))).toMatchObject(
      Array.from({ length: 3 }, () => ({ version: 1, lost: ['header'] })),
    );
  });

  it('A11 A12 keeps the keys of the file and of the notebook each by itself, whole or not at all', () => {
    const keys = (wrong: unknown) => {
      const { header, lost } = read({ ...WHOLE, keys: wrong });
      return [header.keys, lost];
    };

    const oneWrong = [{ file: { ...RING, more: 1 }, vault: VAULT }, { file: RING, vault: { ...VAULT, publicKey: 'x' } }, { file: RING }];

    expect(oneWrong.map(keys)).toEqual([
      [{ file: null, vault: VAULT }, ['header']],
      [{ file: RING, vault: null }, ['header']],
      [{ file: RING, vault: null }, ['header']],
    ]);
    expect([null, [], 'x'].map(keys)).toEqual(Array.from({ length: 3 }, () => [{ file: null, vault: null }, ['header']]));
  });

  it('A11 of a file without any keys is whole', () => {
    expect(read({ ...WHOLE, keys: { file: null, vault: null } }).lost).toEqual([]);
  });
});
