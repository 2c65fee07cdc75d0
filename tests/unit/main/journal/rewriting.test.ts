// A2 A12: a journal that is rewritten, sealed or set aside. What may be in no file stays, and so does what belongs to somebody else.
import { UNDO_DEPTH } from '@domain/commands/step.ts';
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { Journal, keptEntries } from '../../../../main/journal/journal.ts';
import type { JournalEntry } from '../../../../main/journal/journal-entry.ts';
import { type LineCodec, lineOf, PLAIN_LINES } from '../../../../main/journal/journal-lines.ts';
import { lineageOf } from '../../../../main/journal/lineage.ts';
import { sealedLines } from '../../../../main/journal/sealed-lines.ts';
import { digest, held, mark, noted, stepAt } from '../../../support/journal-steps.ts';
import { type TroubledMemory, troubledMemory } from '../../../support/troubled-memory.ts';
import { errno } from '../../../support/worlds.ts';

const FOLDER = '/data/journals';
const PATH = `${FOLDER}/test-file-1.jsonl`;
const [ONE, TWO] = [noted(stepAt(1), 'first'), noted(stepAt(2), 'first')] as const;
const LOST = {
  code: 'file-lock-lost',
  name: 'mission.tierce',
  holder: { machine: '', person: '', since: null, where: 'elsewhere' },
} as const;
const SEALED = sealedLines('test-file-1', Buffer.alloc(32, 7));
const HUGE = 4 * 1024 * 1024;

async function standing(entries: readonly JournalEntry[], codec: LineCodec = PLAIN_LINES) {
  const world = troubledMemory();
  const say = { lost: false };
  const journal = new Journal(world.files, PATH, codec, { token: 'second', lost: async () => (say.lost ? LOST : null) });
  expectOk(await new Journal(world.well, PATH, codec).append(entries));
  return { ...world, journal, say };
}

const entriesOn = async ({ well }: Pick<TroubledMemory, 'well'>, codec: LineCodec = PLAIN_LINES) =>
  expectOk(await new Journal(well, PATH, codec).read());
const denied =
  (wanted: string): TroubledMemory['trouble']['before'] =>
  (call) =>
    call === wanted ? Promise.reject(errno('EROFS')) : undefined;

describe('what is kept of a long journal', () => {
  const many = (count: number): readonly JournalEntry[] => Array.from({ length: count }, (_, index) => noted(stepAt(index + 1)));
  const last = mark('saved', 1000, digest('d'));

  it('A6 A2 is every step that can be undone, each of which may have been undone and made again, with what stands between them', () => {
    const [marked, other] = [mark('saved', 3, digest('a')), held('b', 3)];
    const entries = [
      ...many(3),
      marked,
      other,
      ...many(2 * UNDO_DEPTH).map((entry, index) => (index === 5 ? marked : entry)),
      noted(stepAt(9)),
      last,
    ];

    const kept = keptEntries(entries, entries.length - 1);

    expect(kept).toEqual([...entries.slice(0, 5).filter(({ kind }) => kind === 'held'), ...entries.slice(5)]);
    expect(kept.filter(({ kind }) => kind === 'step')).toHaveLength(2 * UNDO_DEPTH);
  });

  it('A10 A2 is everything from the content on that the file holds, however much that is', () => {
    const entries = [...many(10), last, ...many(3 * UNDO_DEPTH)];

    expect(keptEntries(entries, 10)).toEqual(entries.slice(10));
    expect(keptEntries(entries, 0)).toEqual(entries);
  });

  it('A2 A8 keeps who held it before the cut, so that a line of one who was displaced counts as little as before', () => {
    const step = (revision: number, token: string) => noted(stepAt(revision), token);
    const late = (revision: number) => noted(stepAt(revision, { by: 'Paul' }), 'a');
    const many = Array.from({ length: 2 * UNDO_DEPTH }, (_, place) => step(place + 4, 'b'));
    const entries = [
      held('a', 0),
      step(1, 'a'),
      held('b', 1),
      step(2, 'b'),
      mark('saving', 2, digest('b'), 'b'),
      late(2),
      late(3),
      step(3, 'b'),
      ...many,
    ];

    const kept = keptEntries(entries, 4);

    expect(lineageOf(kept).steps.slice(0, 2)).toEqual([3, 4].map((revision) => stepAt(revision)));
    expect(lineageOf(kept).displaced).toEqual(lineageOf(entries).displaced);
  });

  it('A2 begins at that content where there is no step at all, and is everything while there are few', () => {
    const marks = [mark('saving', 1, digest('a')), last, held('b', 1)];

    expect([keptEntries(marks, 1), keptEntries([...many(5), last], 5)]).toEqual([marks.slice(1), [...many(5), last]]);
  });

  it('A2 is shortened only once the journal has grown above four megabytes', async () => {
    const small = await standing([ONE, TWO]);
    const title = (length: number) => [
      ...many(2 * UNDO_DEPTH + 1),
      noted(stepAt(999, { label: { command: '', table: null, title: 'x'.repeat(length) } }), 'first'),
    ];
    const large = await standing(title(HUGE));
    const read = await entriesOn(large);

    expectOk(await small.journal.compact([TWO], 0, 'n-1'));
    expectOk(await large.journal.compact(read, read.length - 1, 'n-1'));

    expect(await entriesOn(small)).toEqual([ONE, TWO]);
    expect(await entriesOn(large)).toEqual(read.slice(2));
  });

  it('A2 is not shortened at exactly that length', async () => {
    const world = await standing([]);
    await world.well.writeFile(PATH, Buffer.alloc(HUGE, 'x'));

    expectOk(await world.journal.compact([ONE], 0, 'n-1'));

    expect((await world.well.stat(PATH)).size).toBe(HUGE);
  });

  it('A2 is nothing where none was begun, and a disk that does not answer is said', async () => {
    const { journal, well, trouble } = await standing([ONE]);
    await well.unlink(PATH);
    expectOk(await journal.compact([], 0, 'n-1'));
    trouble.before = denied('stat');

    expect(await journal.compact([], 0, 'n-1')).toMatchObject({ failure: { code: 'disk-read-only', name: '/journal' } });
    trouble.before = () => Promise.reject(new TypeError('a bug'));
    await expect(journal.compact([], 0, 'n-1')).rejects.toThrow('a bug');
  });
});

describe('a journal that is rewritten', () => {
  it('A2 A8 leaves each line under the token of whoever noted it, what is new under its own, and is for its owner alone', async () => {
    const world = await standing([ONE, TWO]);

    expectOk(await world.journal.rewrite([TWO, { kind: 'held', revision: 2 }], 'n-1'));

    expect(await entriesOn(world)).toEqual([TWO, held('second', 2)]);
    expect([(await world.well.stat(PATH)).mode & 0o777, await world.well.readdir(FOLDER)]).toEqual([0o600, ['test-file-1.jsonl']]);
  });

  it('A2 is begun anew: what is appended afterwards stands in the new file', async () => {
    const world = await standing([ONE]);
    expectOk(await world.journal.append([TWO]));
    expectOk(await world.journal.rewrite([ONE], 'n-1'));
    const isBegun = world.journal.isBegun;
    expectOk(await world.journal.append([TWO]));

    expect([isBegun, await entriesOn(world)]).toEqual([false, [ONE, { ...TWO, token: 'first' }]]);
  });

  it('A2 makes the folder that has gone', async () => {
    const world = await standing([ONE]);
    await world.well.rm('/data', { recursive: true });

    expectOk(await world.journal.rewrite([ONE], 'n-1'));

    expect(await entriesOn(world)).toEqual([ONE]);
  });

  it('A2 A12 holds nothing any more that cannot be read here, once it stands', async () => {
    const world = await standing([ONE]);
    await world.well.writeFile(PATH, Buffer.concat([await world.well.readFile(PATH), Buffer.from(lineOf('sealed'))]));
    await world.journal.read();
    world.trouble.before = denied('rename');
    const failed = await world.journal.rewrite([ONE], 'n-1');
    const during = world.journal.holdsForeign;
    world.trouble.before = denied('mkdir');
    const barred = await world.journal.rewrite([ONE], 'n-1');
    world.trouble.before = () => undefined;
    expectOk(await world.journal.rewrite([ONE], 'n-1'));

    expect([failed, barred]).toMatchObject([
      { failure: { code: 'disk-read-only' } },
      { failure: { code: 'disk-read-only', name: '/journal' } },
    ]);
    expect([during, world.journal.holdsForeign]).toEqual([true, false]);
  });

  it('A8 A2 is left to whoever has taken it over', async () => {
    const world = await standing([ONE, TWO]);
    world.say.lost = true;

    expect(await world.journal.rewrite([], 'n-1')).toEqual({ ok: false, failure: LOST });
    expectOk(await world.journal.setAside('n-1'));
    expect(await entriesOn(world)).toEqual([ONE, TWO]);
  });
});

describe('a journal whose file is sealed, or no more', () => {
  it('A12 A2 holds the same entries under the seal, nothing of them in the clear, and goes on under it', async () => {
    const world = await standing([ONE, TWO]);
    const foreign = lineOf('under yet another seal');
    await world.well.writeFile(PATH, Buffer.concat([Buffer.from(foreign), await world.well.readFile(PATH)]));

    expectOk(await world.journal.recode(SEALED, 'n-1'));
    expectOk(await world.journal.append([{ kind: 'held', revision: 2 }]));

    expect(await entriesOn(world, SEALED)).toEqual([ONE, TWO, held('second', 2)]);
    expect(await world.well.readFile(PATH, 'utf8')).not.toContain('Pas ');
    expect((await world.well.readFile(PATH, 'utf8')).startsWith(foreign)).toBe(true);
  });

  it('A12 notes nothing in the clear any more, also when what stands there could not be sealed', async () => {
    const world = await standing([ONE]);
    expectOk(await world.journal.append([TWO]));
    world.trouble.before = denied('readFile');
    const failed = await world.journal.recode(SEALED, 'n-1');
    const isBegun = world.journal.isBegun;
    world.trouble.before = () => undefined;
    expectOk(await world.journal.append([TWO]));

    expect([failed, isBegun]).toMatchObject([{ failure: { code: 'disk-read-only', name: '/journal' } }, false]);
    expect(await entriesOn(world, SEALED)).toEqual([TWO]);
  });
});

describe('a journal that is put aside', () => {
  it('A2 keeps every line under a name of its own, and leaves its place to another', async () => {
    const world = await standing([ONE]);
    expectOk(await world.journal.append([TWO]));
    const before = await world.well.readFile(PATH, 'utf8');

    expectOk(await world.journal.setAside('n-1'));

    expect([await world.well.readdir(FOLDER), world.journal.isBegun]).toEqual([['set-aside-test-file-1~n-1.jsonl'], false]);
    expect(await world.well.readFile(`${FOLDER}/set-aside-test-file-1~n-1.jsonl`, 'utf8')).toBe(before);
  });

  it('A2 is done where none was begun; where it cannot be, that is said and it stays', async () => {
    const none = troubledMemory();
    expectOk(await new Journal(none.files, PATH).setAside('n-1'));
    const { journal, trouble, well } = await standing([ONE]);
    trouble.before = denied('rename');

    expect(await journal.setAside('n-1')).toMatchObject({ failure: { code: 'disk-read-only', name: '/journal' } });
    expect(await entriesOn({ well })).toEqual([ONE]);
    trouble.before = () => Promise.reject(new TypeError('a bug'));
    await expect(journal.setAside('n-1')).rejects.toThrow('a bug');
  });
});
