// A11: a salvaged file has the records of which each file has exactly one; a lost one is blank.
import type { AnyRecord, TableName } from '@domain/tables/tables.ts';
import { isSoundRecord } from '@domain/tables/sound-record.ts';
import { describe, expect, it } from 'vitest';
import { FORMAT_VERSION } from '../../../../main/files/envelope.ts';
import { addBlankSingles } from '../../../../main/salvage/blank-singles.ts';
import { Pieces } from '../../../../main/salvage/pieces.ts';
import { placedWith, recordFor } from '../../../support/loose-pieces.ts';

const MISSION = recordFor('mission', 'single', { title: 'Offre commune' });
const PORTRAIT = recordFor('portrait', 'single', { story: 'Nés d’une rencontre' });

type Case = {
  readonly rows?: Parameters<typeof placedWith>[0];
  readonly kind?: 'accompaniment' | 'person';
  readonly version?: number;
  readonly name?: string;
  readonly empty?: readonly TableName[];
};

function added({ rows = {}, kind = 'accompaniment', version = FORMAT_VERSION, name = 'Offre.tierce', empty = [] }: Case) {
  const placed = placedWith(rows);
  const pieces = new Pieces();
  for (const table of empty) pieces.empty.add(table);
  const lost = addBlankSingles(placed, { kind, version, pieces, name });
  const filled = [...placed].flatMap(([table, records]) => [...records.values()].map((record) => [table, record] as const));
  return { lost, filled, single: (table: TableName): AnyRecord | undefined => placed.get(table)?.get('single') };
}

describe('the only record of a table', () => {
  it('A11 stays as it came back', () => {
    const { lost, filled } = added({ rows: { mission: [MISSION], portrait: [PORTRAIT] } });

    expect([lost, filled]).toEqual([
      [],
      [
        ['mission', MISSION],
        ['portrait', PORTRAIT],
      ],
    ]);
  });

  it('A11 is blank where it was lost, in every such table of the kind of file and in no other', () => {
    const { lost, filled } = added({});

    expect([lost, filled.map(([table]) => table)]).toEqual([
      ['mission', 'portrait'],
      ['mission', 'portrait'],
    ]);
    expect(filled.every(([table, record]) => isSoundRecord(table, 'single', record))).toBe(true);
    expect(added({ kind: 'person' })).toMatchObject({
      lost: ['profile'],
      filled: [['profile', { id: 'single', name: 'Offre', email: '' }]],
    });
  });

  it('A11 A7 is blank, and was not lost, where the version of the file had no such table', () => {
    const { lost, single } = added({ version: 1 });

    expect([lost, single('portrait')?.['story']]).toEqual([['mission'], '']);
  });

  it('A11 is blank, and was not lost, where its table stands there empty', () => {
    expect(added({ empty: ['mission'] }).lost).toEqual(['portrait']);
  });
});

describe('what must have a name', () => {
  const title = (name: string) => added({ name }).single('mission')?.['title'];

  it('A11 is called as the file is, without its ending', () => {
    expect(['Offre commune.tierce', 'Offre.TIERCE', 'Offre.tierce.tierce', 'a.tierce b'].map(title)).toEqual([
      'Offre commune',
      'Offre',
      'Offre.tierce',
      'a.tierce b',
    ]);
  });

  it('A11 takes no letter that a record may not hold', () => {
    expect(['un\r\ndeux', 'a\u2028b\u2029c\vd', 'a\0b', 'a\ud800b', ' a\n'].map(title)).toEqual(['un deux', 'a b c d', 'a b', 'a b', 'a']);
  });

  it('A11 has a name even where the file’s is none, and never too long a one', () => {
    expect([title('.tierce'), title('\n'), title('x'.repeat(400))]).toEqual(['Tierce', 'Tierce', 'x'.repeat(300)]);
  });
});
