// A1 L2: a section of a file: one table after the other, one record per line, and no line made twice.
import { applyChanges, emptyDocument } from '@domain/document.ts';
import type { AnyRecord } from '@domain/tables/tables.ts';
import { describe, expect, it } from 'vitest';
import { makeLinesReady, recordLine, sectionBytes } from '../../../../main/files/section-bytes.ts';
import { BOUCLE, RELAIS } from '../../../support/loose-pieces.ts';

const changes = [BOUCLE, RELAIS].map((after) => ({ table: 'organisations' as const, id: after.id, before: null, after }));
const document = applyChanges(emptyDocument('accompaniment'), changes);
const text = (section: 'accompaniment' | 'desk' | 'vault', of = document) => Buffer.concat(sectionBytes(of, section)).toString('utf8');
const turn = () => new Promise((resolve) => void setImmediate(resolve));

describe('a section of a file', () => {
  it('A1 names every table of its class, and no other', () => {
    expect([text('desk'), text('vault')]).toEqual([
      '{\n"speakingTimes": {},\n"trustMarks": {}\n}',
      '{\n"privateNotes": {},\n"privateConflicts": {}\n}',
    ]);
    expect(text('accompaniment', emptyDocument('person'))).toBe('{\n\n}');
    expect(text('desk', emptyDocument('person'))).toBe('{\n"profile": {}\n}');
  });

  it('A1 has a record on each line, sorted by id, its fields in the order of their declaration', () => {
    const fields =
      '"shortName":"","legalForm":"","sector":"","jobs":null,"fteHundredths":null,' +
      '"territory":"","vat":"unknown","arrivedOn":null,"note":"","figuresLevel":null,"noteLevel":null';
    const lines = text('accompaniment').split('\n');
    const start = lines.indexOf('"organisations": {');

    expect(lines.slice(start, start + 4)).toEqual([
      '"organisations": {',
      `"org-1": {"id":"org-1","name":"Relais du Val",${fields}},`,
      `"org-2": {"id":"org-2","name":"La Boucle",${fields}}`,
      '},',
    ]);
    expect(JSON.parse(text('accompaniment'))).toEqual(document.accompaniment);
  });

  it('A1 writes the fields of a record in that order, whatever theirs is', () => {
    const { name, ...others } = RELAIS;

    expect(recordLine('organisations', { ...others, name } as AnyRecord)).toEqual(recordLine('organisations', RELAIS));
  });

  it('L2 makes the bytes of a table and of a record once', () => {
    const [first, second] = [sectionBytes(document, 'accompaniment'), sectionBytes(document, 'accompaniment')];

    expect(first.filter((part, place) => place % 2 === 1 && second[place] === part).length).toBeGreaterThan(20);
    expect(recordLine('organisations', RELAIS)).toBe(recordLine('organisations', RELAIS));
  });
});

describe('making lines ready', () => {
  /** Records that count how often they are made into a line. */
  function counting(count: number) {
    const made = new Set<string>();
    const rows = Array.from({ length: count }, (_, place): AnyRecord => {
      const id = `org-${String(place).padStart(4, '0')}`;
      return {
        ...RELAIS,
        id,
        get name() {
          made.add(id);
          return 'x';
        },
      };
    });
    const organisations = Object.fromEntries(rows.map((row) => [row.id, row]));
    const full = { ...document, accompaniment: { ...document.accompaniment, organisations } } as unknown as typeof document;
    return { full, made };
  }

  it('L2 is done in portions, between which others have their turn', async () => {
    const { full, made } = counting(1200);
    makeLinesReady(full);
    const seen = [made.size];
    for (let left = 4; left > 0; left -= 1) {
      await turn();
      seen.push(made.size);
    }

    expect(seen).toEqual([0, 500, 1000, 1200, 1200]);
  });

  it('L2 leaves out a table whose bytes are known', async () => {
    const { full, made } = counting(3);
    sectionBytes(full, 'accompaniment');
    made.clear();
    makeLinesReady(full);
    await turn();
    await turn();

    expect(made.size).toBe(0);
  });
});
