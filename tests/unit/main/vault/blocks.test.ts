// A12: a document and its history cut into blocks: each change rewrites only its own block.
import type { Document } from '@domain/document.ts';
import { type History, type HistoryEntry, historyOf, NO_HISTORY } from '@domain/history/history.ts';
import type { AnyRecord, TableName } from '@domain/tables/tables.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sectionBytes } from '../../../../main/files/section-bytes.ts';
import { type Block, blocksOf, isSame, LARGEST_BLOCK, membersOf, type Start, type Stream } from '../../../../main/vault/blocks.ts';
import { NOW } from '../../../support/context.ts';
import { firstId, startedDocument } from '../../../support/documents.ts';

const STARTED = startedDocument();
const SESSION = STARTED.accompaniment.sessions[firstId(STARTED.accompaniment.sessions)] as unknown as AnyRecord;
const KB = 1024;

/** A session of about so many bytes. */
const session = (id: string, bytes: number, mark = 'x'): AnyRecord => ({ ...SESSION, id, place: mark.repeat(bytes) });
const withSessions = (...rows: readonly AnyRecord[]): Document =>
  ({
    ...STARTED,
    accompaniment: { ...STARTED.accompaniment, sessions: Object.fromEntries(rows.map((row) => [row.id, row])) },
  }) as unknown as Document;
const cut = (document: Document, before: readonly Block[] = [], history: History = NO_HISTORY, stream: Stream = 'accompaniment') =>
  blocksOf(stream, { document, history }, before);
const textOf = (block: Block | undefined): string => Buffer.concat(block?.bytes() ?? []).toString();
const sizesOf = (blocks: readonly Block[]): readonly number[] => blocks.map((block) => Math.round(textOf(block).length / KB));
/** Ids of the sessions in each block. */
const sessionsIn = (blocks: readonly Block[]) =>
  blocks.map((block) => Object.keys((JSON.parse(textOf(block)) as { readonly sessions?: object }).sessions ?? {}));
const NOWHERE: Start = { part: 'history', key: '' };
const inHistory = (first: object | undefined): Start => ({ part: 'history', key: first ?? '' });
const entry = (bytes: number, by: string): HistoryEntry => ({
  at: NOW,
  by,
  kind: 'do',
  command: 'record.update',
  table: 'sessions',
  id: 's-1',
  before: { place: '' },
  after: { place: 'x'.repeat(bytes) },
});

describe('a document that is small', () => {
  it('A12 is one block for each of its streams, which a plain file would have so too', () => {
    for (const stream of ['accompaniment', 'desk', 'vault'] as const) {
      const [block, ...others] = cut(STARTED, [], NO_HISTORY, stream);
      expect([textOf(block), others]).toEqual([
        Buffer.concat([...sectionBytes(STARTED, stream)])
          .toString()
          .replaceAll(': {}', ': {\n}'),
        [],
      ]);
    }
  });

  it('A12 has every table of its stream, the empty ones too', () => {
    const [block] = cut(STARTED, [], NO_HISTORY, 'desk');

    expect([block?.parts, block?.start, JSON.parse(textOf(block))]).toEqual([
      ['speakingTimes', 'trustMarks'],
      { part: 'speakingTimes', key: { table: 'speakingTimes' } },
      { speakingTimes: {}, trustMarks: {} },
    ]);
  });

  it('A12 has no block for a history that is empty', () => {
    expect(cut(STARTED, [], NO_HISTORY, 'history')).toEqual([]);
  });

  it('A12 has its history in the order of its entries', () => {
    const history = historyOf([entry(1, 'Sonia'), entry(2, 'Paul')]);
    const [block, ...others] = cut(STARTED, [], history, 'history');

    expect([block?.parts, block?.start, JSON.parse(textOf(block)), others]).toEqual([
      ['history'],
      inHistory(history.entries[0]),
      { history: history.entries },
      [],
    ]);
  });
});

describe('a document that is large', () => {
  it('A12 is one block up to 512 kB, and cut beyond', () => {
    const rest = textOf(cut(withSessions(session('s-1', 0)))[0]).length;
    const lines = (bytes: number) => cut(withSessions(session('s-1', bytes), session('s-2', 0))).length;
    const room = LARGEST_BLOCK - 2 * rest;

    expect([lines(room), lines(LARGEST_BLOCK + 1)]).toEqual([1, 2]);
  });

  it('A12 is cut after each 256 kB, between records, in the order of their ids', () => {
    const ids = ['s-3', 's-1', 's-2', 's-4', 's-5', 's-6', 's-7'];
    const blocks = cut(withSessions(...ids.map((id) => session(id, 100 * KB))));

    expect(sessionsIn(blocks)).toEqual([['s-1', 's-2', 's-3'], ['s-4', 's-5', 's-6'], ['s-7']]);
    expect(sizesOf(blocks).every((size) => size < 350)).toBe(true);
  });

  it('A12 A11 is whole JSON in each block, of which the tables make the document', () => {
    const document = withSessions(...['s-1', 's-2', 's-3', 's-4', 's-5', 's-6'].map((id) => session(id, 100 * KB)));
    const joined: Record<string, object> = {};
    for (const block of cut(document)) {
      for (const [table, rows] of Object.entries(JSON.parse(textOf(block)) as Record<string, object>))
        joined[table] = { ...joined[table], ...rows };
    }

    expect(joined).toEqual(document.accompaniment);
  });

  it('A12 has a history that is cut as well', () => {
    const history = historyOf(['a', 'b', 'c', 'd', 'e', 'f'].map((by) => entry(100 * KB, by)));
    const blocks = cut(STARTED, [], history, 'history');

    expect(
      blocks.map((block) => (JSON.parse(textOf(block)) as { readonly history: readonly HistoryEntry[] }).history.map(({ by }) => by)),
    ).toEqual([
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ]);
  });
});

describe('a document that has changed', () => {
  const rows = ['s-1', 's-2', 's-3', 's-4', 's-5'].map((id) => session(id, 110 * KB));
  const before = cut(withSessions(...rows));
  /** Which blocks are unchanged. */
  const kept = (after: readonly Block[]) => after.map((block) => before.includes(block));

  it('A12 keeps its blocks where nothing changed, also those that were only read', () => {
    const read = before.map(({ start: { part, key }, whats }) => ({ start: { part, key }, whats: [...whats] }));

    expect(kept(cut(withSessions(...rows), before))).toEqual([true, true]);
    expect(blocksOf('accompaniment', { document: withSessions(...rows), history: NO_HISTORY }, read)).toEqual(read);
  });

  it('A12 changes the block of a record that changed, and no other', () => {
    expect(kept(cut(withSessions(...rows.map((row) => (row.id === 's-5' ? session('s-5', 90 * KB, 'y') : row))), before))).toEqual([
      true,
      false,
    ]);
    expect(kept(cut(withSessions(...rows.map((row) => (row.id === 's-1' ? session('s-1', 90 * KB, 'y') : row))), before))).toEqual([
      false,
      true,
    ]);
  });

  it('A12 keeps the cuts where a record came or went', () => {
    const more = cut(withSessions(...rows, session('s-0', 10)), before);
    const fewer = cut(withSessions(...rows.filter(({ id }) => id !== 's-2')), before);

    expect([sessionsIn(more), kept(more)]).toEqual([
      [
        ['s-0', 's-1', 's-2', 's-3'],
        ['s-4', 's-5'],
      ],
      [false, true],
    ]);
    expect([sessionsIn(fewer), kept(fewer)]).toEqual([
      [
        ['s-1', 's-3'],
        ['s-4', 's-5'],
      ],
      [false, true],
    ]);
  });

  it('A12 cuts a block again that has grown too large, and joins one with the one above that lost its beginning', () => {
    const grown = cut(withSessions(...rows, ...['s-11', 's-12', 's-13'].map((id) => session(id, 100 * KB))), before);
    const headless = cut(withSessions(...rows.filter(({ id }) => id !== 's-4').map((row) => session(row.id, 10))), before);

    expect(sessionsIn(grown)).toEqual([
      ['s-1', 's-11', 's-12'],
      ['s-13', 's-2', 's-3'],
      ['s-4', 's-5'],
    ]);
    expect(sessionsIn(headless)).toEqual([['s-1', 's-2', 's-3', 's-5']]);
  });

  it('A12 keeps the first of several where the one after it has lost its beginning, and the cut falls where it fell', () => {
    const after = cut(withSessions(...rows.filter(({ id }) => id !== 's-4'), session('s-6', 120 * KB)), before);

    expect([sessionsIn(after), kept(after)]).toEqual([
      [
        ['s-1', 's-2', 's-3'],
        ['s-5', 's-6'],
      ],
      [true, false],
    ]);
  });

  it('A12 knows a record from one of another table that has the same id, and from a heading', () => {
    const twin = (id: string) =>
      ({ ...withSessions(...rows), desk: { ...STARTED.desk, trustMarks: { [id]: { id, note: 'x' } } } }) as unknown as Document;
    const own = cut(twin('s-4'), [], NO_HISTORY, 'desk');

    expect(cut(twin('s-4'), before, NO_HISTORY, 'desk')).toHaveLength(own.length);
    expect(kept(cut(twin('s-4'), before))).toEqual([true, true]);
    expect(textOf(cut(twin(''), [], NO_HISTORY, 'desk')[0])).toContain('"": {"id":""');
  });

  it('A12 leaves a block as it was cut once, also one that is larger than it would be cut now', () => {
    const whole = [{ start: before[0]?.start ?? NOWHERE, whats: before.flatMap(({ whats }) => whats) }];

    expect(blocksOf('accompaniment', { document: withSessions(...rows), history: NO_HISTORY }, whole)).toHaveLength(1);
  });

  it('A12 keeps the blocks of a history to which an entry was added, or of which the oldest were let go', () => {
    const entries = ['a', 'b', 'c', 'd', 'e', 'f'].map((by) => entry(100 * KB, by));
    const first = cut(STARTED, [], historyOf(entries), 'history');
    const later = cut(STARTED, first, historyOf([...entries.slice(1), entry(1, 'g')]), 'history');

    expect(first.map(({ start }) => start)).toEqual([inHistory(entries[0]), inHistory(entries[3])]);
    expect(later.map(({ start, whats }) => [start, whats.length])).toEqual([
      [inHistory(entries[1]), 2],
      [inHistory(entries[3]), 4],
    ]);
  });
});

describe('a document that changes again and again', () => {
  const ids = Array.from({ length: 12 }, (_none, index) => `s-${String(index).padStart(2, '0')}`);
  const edit = fc.record({ id: fc.constantFrom(...ids), bytes: fc.integer({ min: -60, max: 300 }) });
  const rowsOfBlocks = (blocks: readonly Block[]) =>
    blocks.flatMap((block) => Object.entries((JSON.parse(textOf(block)) as { readonly sessions?: object }).sessions ?? {}));

  it('A12 A7 has every record in its blocks after any edits, in order and once', () => {
    fc.assert(
      fc.property(fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { maxLength: 5 }), (savings) => {
        const standing = new Map(ids.slice(0, 8).map((id) => [id, session(id, 100 * KB)]));
        let blocks = cut(withSessions(...standing.values()));
        for (const edits of savings) {
          for (const { id, bytes } of edits) {
            if (bytes < 0) standing.delete(id);
            else standing.set(id, session(id, bytes * KB));
          }
          const document = withSessions(...standing.values());
          const after = cut(document, blocks);
          expect(rowsOfBlocks(after)).toEqual(Object.entries(document.accompaniment.sessions).toSorted(([a], [b]) => (a < b ? -1 : 1)));
          blocks = after;
        }
      }),
      { numRuns: 15 },
    );
  });
});

describe('a block that was read', () => {
  it('A12 is found again by its first item, with what it holds', () => {
    const [first, second] = cut(withSessions(...['s-1', 's-2', 's-3', 's-4', 's-5'].map((id) => session(id, 110 * KB))));
    const tablesOf = (block: Block | undefined, isBegunHere: (table: string) => boolean) =>
      (block?.parts ?? []).map((part): [TableName | 'history', readonly object[], boolean] => [
        part,
        (block?.whats ?? []).filter((what) => 'id' in what && ownTable(what) === part),
        isBegunHere(part),
      ]);
    const ownTable = (what: object) =>
      Object.entries(STARTED.accompaniment).find(([, rows]) => Object.values(rows as object).includes(what))?.[0] ?? 'sessions';

    expect(membersOf(tablesOf(first, () => true))).toEqual({ start: first?.start, whats: first?.whats });
    expect(membersOf(tablesOf(second, (table) => table !== 'sessions'))).toEqual({ start: second?.start, whats: second?.whats });
  });

  it('A12 of the history begins with its first entry, and one of nothing with nothing', () => {
    const entries = [entry(1, 'Sonia'), entry(2, 'Paul')];

    expect(membersOf([['history', entries, false]])).toEqual({ start: inHistory(entries[0]), whats: entries });
    expect(membersOf([['history', entries, true]])).toEqual({ start: inHistory(entries[0]), whats: entries });
    expect(membersOf([])).toEqual({ start: NOWHERE, whats: [] });
  });

  it('A12 is the same by its very objects, in their order, and by nothing less', () => {
    const [a, b] = [{}, {}];

    const held = (...whats: readonly object[]) => ({ start: NOWHERE, whats });

    expect([isSame(held(a, b), [a, b]), isSame(held(), []), isSame(held(b), [a, b, a], 1, 2)]).toEqual([true, true, true]);
    expect([
      isSame(held(a), [a, b]),
      isSame(held(a, b), [a]),
      isSame(held(a, b), [b, a]),
      isSame(held(a), [{}]),
      isSame(held(a), [b, a, b], 0, 1),
    ]).toEqual([false, false, false, false, false]);
  });
});
