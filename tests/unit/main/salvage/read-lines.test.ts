// A11: a damaged file is read line by line, and each line gives what is intact on it.
import { everyRecord } from '@domain/document.ts';
import { historyOf } from '@domain/history/history.ts';
import type { AnyRecord } from '@domain/tables/tables.ts';
import { describe, expect, it } from 'vitest';
import { serialiseProject } from '../../../../main/files/envelope.ts';
import { Pieces } from '../../../../main/salvage/pieces.ts';
import { takeLines } from '../../../../main/salvage/read-lines.ts';
import { CHARTER_IN_FILE, CHARTER_SHA, projectWithCharter } from '../../../support/attached-charter.ts';
import { BOUCLE, brokenIn, NADIA, RELAIS, RENAMED, SMALL } from '../../../support/loose-pieces.ts';
import { HEADER } from '../../../support/header.ts';

const lineOf = (record: AnyRecord): string => `"${record.id}": ${JSON.stringify(record)}`;
const [relais, boucle] = [JSON.stringify(RELAIS), JSON.stringify(BOUCLE)];
const [org1, org2, per1, entry] = [lineOf(RELAIS), lineOf(BOUCLE), lineOf(NADIA), JSON.stringify(RENAMED)];

function read(bytes: Buffer): Pieces {
  const pieces = new Pieces();
  takeLines(bytes, pieces);
  return pieces;
}
const lines = (...all: readonly string[]): Pieces => read(Buffer.from(all.map((line) => `${line}\n`).join('')));
const cut = (...all: readonly string[]): Pieces => read(Buffer.from(all.join('\n')));
/** The heading under which each record was found. */
const where = ({ records }: Pieces) => records.map(({ table, id }) => [table, id]);
/** What is known to be lost: counted, and beyond counting. */
const lost = (pieces: Pieces) => [brokenIn(pieces), [...pieces.uncertain]];
const NOTHING = [{}, []];

describe('a file of which every line is whole', () => {
  const project = { ...projectWithCharter(SMALL), history: historyOf([RENAMED, { ...RENAMED, by: 'Inès' }]) };
  const written = serialiseProject(project, null);

  it('A11 gives all that it holds, each record from under its heading and as it was written', () => {
    const pieces = read(written);
    const all = everyRecord(project.document).map(({ table, record }) => ({ table, id: record.id, value: record, isAsWritten: true }));

    expect(pieces.records.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(all.toSorted((a, b) => a.id.localeCompare(b.id)));
    expect(pieces.history).toEqual(project.history.entries);
    expect(pieces.contents).toEqual([[CHARTER_SHA, { bytes: 6, data: CHARTER_IN_FILE }]]);
    expect(Object.fromEntries(pieces.head)).toMatchObject({ format: 'tierce', kind: 'accompaniment', ...HEADER });
    expect(lost(pieces)).toEqual(NOTHING);
  });

  it('A11 tells which tables stand there, and which of them are empty', () => {
    const { seen, empty } = read(written);

    expect([seen.has('people'), seen.has('actions'), seen.has('vault'), seen.has('history')]).toEqual([true, true, true, true]);
    expect([empty.has('people'), empty.has('actions'), empty.has('vault')]).toEqual([false, true, false]);
  });

  it('A11 gives as much where another program has put other ends to its lines, or blank ones between them', () => {
    const text = written.toString('utf8').replaceAll('\n', '\r\n \n');
    const pieces = read(Buffer.from(text));

    expect([pieces.records, lost(pieces)]).toEqual([read(written).records, NOTHING]);
  });

  it('A11 is read alike wherever its bytes lie in memory', () => {
    const within = Buffer.concat([Buffer.from(`${org2}\n`), written, Buffer.from(`${org1}\n`)]);
    const start = Buffer.byteLength(`${org2}\n`);

    expect(read(within.subarray(start, start + written.byteLength))).toEqual(read(written));
  });
});

describe('headings', () => {
  it('A11 say to which table the records below belong, up to the bracket that closes it', () => {
    expect(where(lines('"organisations": {', org1, '},', org2, '"people": {', per1, ']', org2))).toEqual([
      ['organisations', 'org-1'],
      [null, 'org-2'],
      ['people', 'per-1'],
      [null, 'org-2'],
    ]);
  });

  it('A11 end what stood above them, also where its bracket is lost', () => {
    expect(where(lines('"organisations": {', org1, '"desk": {', org2, '"people": {', '"history": [', per1, '"people": {},', org1))).toEqual(
      [
        ['organisations', 'org-1'],
        [null, 'org-2'],
        [null, 'per-1'],
        [null, 'org-1'],
      ],
    );
  });

  it('A11 that name no table leave their records without one', () => {
    expect(where(lines('"organisations": {', org1, '"surprises": {', org2))).toEqual([
      ['organisations', 'org-1'],
      [null, 'org-2'],
    ]);
  });

  it('A11 are known with a bracket of another kind, which one wrong bit makes of it', () => {
    const pieces = lines('"organisations": [', org1, ']', '"people": []', '"steps": {}', '}');

    expect([where(pieces), [...pieces.seen], [...pieces.empty]]).toEqual([
      [['organisations', 'org-1']],
      ['organisations', 'people', 'steps'],
      ['people', 'steps'],
    ]);
  });

  it.each(['x"people": {', '"people": {x', '"people":{', '"peo-ple": {', '"people": {}}'])('A11 are not taken from %s', (line) => {
    expect([...lines(line).seen]).toEqual([]);
  });
});

describe('lines of the head', () => {
  it('A11 count as they first stand there: a later one is part of something else', () => {
    expect([...lines('"fileId": "one"', '"revision": 3,', '"fileId": "two"').head]).toEqual([
      ['fileId', 'one'],
      ['revision', 3],
    ]);
  });

  it('A11 are those that a file has, and no others', () => {
    const names = ['format', 'formatVersion', 'kind', 'fileId', 'copyOf', 'revision', 'savedBy', 'savedAt', 'keys', 'manifest', 'digest'];
    const pieces = lines(...names.map((name) => `"${name}": 1,`), '"sneaky": 1');

    expect([...pieces.head.keys()]).toEqual(names);
  });

  it('A11 A12 give the sections of a sealed file of an earlier version, and its history', () => {
    const sealed = { sealedAt: 3, data: 'AAAA' };
    const parts = ['accompaniment', 'desk', 'vault', 'history'];

    expect([...lines(...parts.map((part) => `"${part}": ${JSON.stringify(sealed)},`)).head]).toEqual(parts.map((part) => [part, sealed]));
  });

  it('A11 A12 give the blocks of a sealed file by their names', () => {
    const name = 'a'.repeat(32);
    const { blocks, head } = lines('"manifest": "AAAA",', '"blocks": {', `"${name}": "BBBB",`, `"${name}0": "CCCC"`, '},');

    expect([[...blocks], [...head]]).toEqual([[[name, 'BBBB']], [['manifest', 'AAAA']]]);
  });

  it('A11 that are broken are lost with the head, not with the table or section above', () => {
    expect(lost(lines('"savedBy": "Sonia', '"keys": {"file"'))).toEqual(NOTHING);
    expect(lost(lines('"vault": {', '}', '"history": {"sealedAt"', '"digest": {"', '}'))).toEqual(NOTHING);
  });
});

describe('records', () => {
  it('A11 are told from those that were not written so: damage may have made one of two', () => {
    const isAsWritten = (line: string) => lines('"organisations": {', line, '}').records.map((record) => record.isAsWritten);

    expect([org1, `${org1},`, org1.replace('":', '" :'), org1.replace('{"id"', '{ "id"')].map(isAsWritten)).toEqual([
      [true],
      [true],
      [false],
      [false],
    ]);
  });

  it('A11 need an id, and attached contents their data', () => {
    const sha = 'b'.repeat(64);
    const pieces = lines('"organisations": {', '"org-1": {"name":"x"}', '"org-2": "x"', '}', `"${sha}": {"id":"${sha}"}`);

    expect([where(pieces), pieces.contents, lost(pieces)[0]]).toEqual([[[null, sha]], [], { organisations: 2 }]);
  });

  it('A11 are told as lost by the id under which they stood, where one can still be read', () => {
    const broken = lines('"organisations": {', org1.replace('"id"', '"id'), org2.replace('"org-2": ', '"org-2" '), '}');
    const isFound = (_: string, id: string): boolean => id === 'org-1';

    expect([Object.fromEntries(broken.brokenCounts(isFound)), brokenIn(broken)]).toEqual([{ organisations: 1 }, { organisations: 2 }]);
  });

  it('A11 are told as lost when their first bracket is, or the line that they stand on was cut in two', () => {
    const isBroken = (...broken: readonly string[]) => brokenIn(lines('"organisations": {', ...broken, '}'));

    expect([isBroken(org1.replace('{"id', '#"id')), isBroken('"org-1":', relais), isBroken('"org-1": ', relais.slice(1))]).toEqual([
      { organisations: 1 },
      { organisations: 1 },
      { organisations: 1 },
    ]);
    expect(isBroken('"ORG": #')).toEqual({});
    expect(brokenIn(lines('"desk": {', '"people": #'))).toEqual({});
  });

  it('A11 with an id that none can have are told as lost all the same, each by itself', () => {
    const broken = lines('"organisations": {', '"ORG": {"id', '"ORG": {"id', '"constructor": {"id', '#"org-1": {"id', '}');

    expect(broken.brokenCounts(() => true)).toEqual(new Map([['organisations', 4]]));
  });

  it('A11 are lost with a letter that is no UTF-8: it must not come in as another one', () => {
    const bytes = Buffer.from(`"organisations": {\n${org1}\n${org2}\n}\n`);
    bytes.writeUInt8(0xff, bytes.indexOf('Relais'));
    const pieces = read(bytes);

    expect([where(pieces), lost(pieces)]).toEqual([[['organisations', 'org-2']], [{ organisations: 1 }, []]]);
  });

  it('A11 that ran together on one line are all found, and it is said that more may be lost', () => {
    const pieces = lines('"organisations": {', `${org1}#${org2}`, '}');

    expect([where(pieces), lost(pieces)[1]]).toEqual([
      [
        ['organisations', 'org-1'],
        ['organisations', 'org-2'],
      ],
      ['organisations'],
    ]);
    expect(where(lines('"organisations": {', `${org1},${org2}`, '}'))).toEqual([
      ['organisations', 'org-1'],
      ['organisations', 'org-2'],
    ]);
    expect(pieces.brokenCounts((_, id) => id === 'org-1').get('organisations')).toBe(0);
  });

  it('A11 are found behind whatever damage has put before them, as they were written or not', () => {
    const pieces = lines('"organisations": {', `\0${org1}`, `#${org2.replace(',"name"', ', "name"')}`, '}');

    expect(pieces.records.map(({ id, isAsWritten }) => [id, isAsWritten])).toEqual([
      ['org-1', true],
      ['org-2', false],
    ]);
  });

  it('A11 keep their letters when they are cut out of a broken line', () => {
    const accented = { ...RELAIS, name: 'Été {"à"} \\ l’œuvre " }' };
    const [first] = lines('"organisations": {', `#"org-1": ${JSON.stringify(accented)}#`).records;

    expect(first?.value).toEqual(accented);
  });

  it('A11 are not made of halves: neither one that goes on within itself nor one without an end', () => {
    const within = `"org-1": {"id":"org-1","x":{"y":1}}`;

    expect(where(lines('"organisations": {', `#${within}`, `#${org1.slice(0, -1)}`, '}'))).toEqual([]);
  });

  it('A11 whose line was cut or filled with zeros leave no count: more may have stood there', () => {
    const uncertain = (line: string) => lost(lines('"organisations": {', line, '}'))[1];

    expect(uncertain(org1.slice(0, -9))).toEqual(['organisations']);
    expect(uncertain('"org-1": {"id":1},"org')).toEqual(['organisations']);
    expect(uncertain('\0\0\0')).toEqual(['organisations']);
    expect(['}}', '}],', '}\r'].map((end) => uncertain(`"org-1": {"id":1${end}`))).toEqual([[], [], []]);
    expect(uncertain('noise')).toEqual([]);
  });

  it('A11 of which nothing tells a table are told as lost with the section', () => {
    expect(lost(lines('"desk": {', '"org-1": {"id', '}'))).toEqual([{ desk: 1 }, ['desk']]);
    expect(lost(lines('"org-1": {"id', '}'))).toEqual(NOTHING);
  });

  it('A11 may be called as lines of the head are', () => {
    expect(lost(lines('"organisations": {', '"digest": {"id":"digest",}', '}'))).toEqual([{ organisations: 1 }, []]);
  });
});

describe('attached contents', () => {
  const sha = 'c'.repeat(64);

  it('A11 A14 are found on a broken line too', () => {
    const pieces = lines('"attachments": {', `#"${sha}": {"bytes":3,"data":"AAAA"}#`);

    expect([pieces.contents, pieces.records]).toEqual([[[sha, { bytes: 3, data: 'AAAA' }]], []]);
  });
});

describe('the history', () => {
  it('A11 A13 is read entry by entry, also where its first bracket is not alone on its line', () => {
    const by = { ...RENAMED, by: '[S]' };
    const pieces = lines('"history": [', `[${entry},`, `${JSON.stringify(by)},`, entry, ']');

    expect([pieces.history, lost(pieces)]).toEqual([[RENAMED, by, RENAMED], NOTHING]);
  });

  it('A11 A13 counts an entry that is broken, and finds those that ran together', () => {
    const pieces = lines('"history": [', entry.replace('"by"', '"by'), `${entry}${entry}`, ']');

    expect([pieces.history, lost(pieces)]).toEqual([
      [RENAMED, RENAMED],
      [{ history: 2 }, ['history']],
    ]);
  });

  it('A11 A13 takes no list and no word for an entry', () => {
    expect(lines('"history": [', '[[{"at":1}]]', '1', '"x"', ']').history).toEqual([]);
  });

  it('A11 A13 follows an entry no deeper than one goes', () => {
    expect(lines('"history": [', `#${entry.replace('{"name":"N"}', '{"name":{"x":1}}')}`, ']').history).toEqual([]);
  });
});

describe('the end of a file', () => {
  it('A11 within a table, a list or a line says that nobody knows what followed', () => {
    expect(lost(lines('"organisations": {', org1))[1]).toEqual(['organisations']);
    expect(lost(lines('"history": [', entry))[1]).toEqual(['history']);
    expect(lost(cut('"desk": {', '}'))[1]).toEqual(['desk']);
    expect(lost(cut('"organisations": {', org1, '}'))[1]).toEqual([]);
  });

  it('A11 behind the last bracket of a section says nothing of the kind', () => {
    expect(lost(lines('"desk": {', '}'))).toEqual(NOTHING);
    expect(lost(lines('"history": []'))).toEqual(NOTHING);
  });
});

describe('one wrong letter', () => {
  const text = `"organisations": {\n${org1},\n${org2}\n}\n`;

  it('A11 takes one record at most, wherever it is, and never in silence', () => {
    const places = ['#', '"', '{', '}', '\\', '\n', '\0', ' '].flatMap((letter) => Array.from(text, (_, at) => [letter, at] as const));
    const wrong = places.filter(([letter, at]) => {
      const pieces = read(Buffer.from(text.slice(0, at) + letter + text.slice(at + 1)));
      const isOneWhole = pieces.records.some(({ value }) => [relais, boucle].includes(JSON.stringify(value)));
      const isTold = pieces.uncertain.size > 0 || Object.keys(brokenIn(pieces)).length > 0;
      return !isOneWhole || (pieces.records.length < 2 && !isTold);
    });

    expect(wrong).toEqual([]);
  });
});
