// A7 A2: what an older Tierce noted under the old name is read and brought along before anything is added. No kill loses any of it.
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { Journal } from '../../../../main/journal/journal.ts';
import type { JournalEntry } from '../../../../main/journal/journal-entry.ts';
import { type LineCodec, PLAIN_LINES } from '../../../../main/journal/journal-lines.ts';
import { JOURNAL_ENDING, journalPath, setAsideName } from '../../../../main/journal/journal-names.ts';
import { bringAlong } from '../../../../main/journal/journal-of-before.ts';
import { lineageOf } from '../../../../main/journal/lineage.ts';
import { sealedLines } from '../../../../main/journal/sealed-lines.ts';
import { digest, held, mark, noted, stepAt } from '../../../support/journal-steps.ts';
import { troubledMemory } from '../../../support/troubled-memory.ts';
import { errno } from '../../../support/worlds.ts';

const ID = 'test-file-1';
const FOLDER = '/data/journals';
const OWN = journalPath(FOLDER, ID);
const BEFORE = `${FOLDER}/${ID}.jsonl`;
const SEALED = sealedLines(ID, Buffer.alloc(32, 7));
const [ONE, TWO, THREE] = [1, 2, 3].map((revision) => noted(stepAt(revision), 'old')) as [JournalEntry, JournalEntry, JournalEntry];
/** What a newer Tierce noted of the same content, unknown to the older one. */
const OURS = [held('ours', 1), mark('saved', 1, digest('a'), 'ours'), noted(stepAt(2, { by: 'Léa Martin' }), 'ours')] as const;
const THEIRS = [held('theirs', 1), mark('saved', 1, digest('a'), 'theirs'), noted(stepAt(2), 'theirs')] as const;

type Found = { readonly before?: readonly JournalEntry[]; readonly own?: readonly JournalEntry[]; readonly codec?: LineCodec };

async function standing({ before = [], own = [], codec = PLAIN_LINES }: Found) {
  const world = troubledMemory();
  await world.well.mkdir(FOLDER, { recursive: true });
  const put = async (entries: readonly JournalEntry[], path: string) => {
    if (entries.length === 0) return;
    // elsewhere first: written directly, nothing is brought along
    expectOk(await new Journal(world.well, `${FOLDER}/made.jsonl`, codec).append(entries));
    await world.well.rename(`${FOLDER}/made.jsonl`, path);
  };
  await put(own, OWN);
  await put(before, BEFORE);
  world.flushAll();
  const journal = new Journal(world.files, OWN, codec, { token: 'anew', lost: async () => null });
  return {
    ...world,
    journal,
    names: () => world.well.readdir(FOLDER),
    entries: async (read = codec) => expectOk(await new Journal(world.well, OWN, read).read()),
  };
}

describe('a journal under the name of before', () => {
  it('A7 A2 is read, and nothing of it is changed by that', async () => {
    const { journal, names } = await standing({ before: [ONE, TWO] });

    expect([expectOk(await journal.read()), await names()]).toEqual([[ONE, TWO], [`${ID}.jsonl`]]);
  });

  it('A7 A2 bears the name of today once something is noted, behind what stands there', async () => {
    const { journal, names, entries } = await standing({ before: [ONE, TWO] });

    expectOk(await journal.append([THREE]));

    expect([await entries(), await names()]).toEqual([[ONE, TWO, THREE], [`${ID}${JOURNAL_ENDING}`]]);
  });

  it('A7 A2 is read behind that of today: whoever noted there had not read it, and went on without', async () => {
    const { journal, names, entries } = await standing({ own: [ONE, ...OURS], before: THEIRS });
    const read = expectOk(await journal.read());
    expectOk(await journal.append([held('anew', 2)]));

    expect([read, await entries(), await names()]).toEqual([
      [ONE, ...OURS, ...THEIRS],
      [ONE, ...OURS, ...THEIRS, held('anew', 2)],
      [`${ID}${JOURNAL_ENDING}`],
    ]);
    expect(lineageOf(read)).toMatchObject({ steps: [{ revision: 1 }, { by: 'Sonia Nadir' }], displaced: [{ by: 'Léa Martin' }] });
  });

  it('A7 A8 tells whoever works here that an older Tierce has taken the file over', async () => {
    const { journal, well } = await standing({ own: [ONE, held('anew', 1)] });
    expectOk(await journal.read());
    const wasTaken = await journal.isTaken();
    expectOk(await new Journal(well, BEFORE).append([held('theirs', 1)]));

    expect([wasTaken, await journal.isTaken()]).toEqual([false, true]);
  });

  it.each([
    ['own', OWN],
    ['before', BEFORE],
  ])('A7 A2 loses nothing by half a line at the end (%s)', async (_which, path) => {
    const { journal, well, entries } = await standing({ own: [ONE], before: [TWO] });
    await well.writeFile(path, Buffer.concat([await well.readFile(path), Buffer.from('0123456789abcdef {"kind"')]));
    const read = expectOk(await journal.read());

    expectOk(await journal.append([THREE]));

    expect([read, await entries()]).toEqual([
      [ONE, TWO],
      [ONE, TWO, THREE],
    ]);
  });

  it('A7 A2 is let go without being noted twice where a kill has left it after it was brought along', async () => {
    const { journal, well, names, entries } = await standing({ own: [ONE, TWO] });
    await well.writeFile(BEFORE, await well.readFile(OWN));
    const read = expectOk(await journal.read());
    expectOk(await journal.append([THREE]));

    expect([read, await entries(), await names()]).toEqual([[ONE, TWO], [ONE, TWO, THREE], [`${ID}${JOURNAL_ENDING}`]]);
  });

  it('A7 A2 comes along with what is written anew, and does not come back', async () => {
    const { journal, names, entries } = await standing({ own: [ONE], before: [TWO] });
    const all = expectOk(await journal.read());

    expectOk(await journal.rewrite([...all, THREE], 'n-1'));

    expect([await entries(), await names()]).toEqual([[ONE, TWO, THREE], [`${ID}${JOURNAL_ENDING}`]]);
  });

  it('A7 A12 comes along under the seal that is put on', async () => {
    const { journal, names, entries, well } = await standing({ before: [ONE, TWO] });

    expectOk(await journal.recode(SEALED, 'n-1'));

    expect([await entries(SEALED), await names(), (await well.readFile(OWN, 'utf8')).includes('kind')]).toEqual([
      [ONE, TWO],
      [`${ID}${JOURNAL_ENDING}`],
      false,
    ]);
  });

  it('A7 A2 is put aside beside that of today, each under its own ending', async () => {
    const { journal, names } = await standing({ own: [ONE], before: [TWO] });

    expectOk(await journal.setAside('n-1'));
    expectOk(await journal.setAside('n-2'));

    expect(await names()).toEqual([setAsideName(OWN, 'n-1'), setAsideName(BEFORE, 'n-1')].toSorted());
  });

  it('A7 A2 leaves a line of today that cannot be read here the last: it is in no file that was written since', async () => {
    const { journal, well } = await standing({ own: [ONE], before: THEIRS });
    expectOk(await new Journal(well, `${FOLDER}/made.jsonl`, SEALED).append([TWO]));
    await well.writeFile(OWN, Buffer.concat([await well.readFile(OWN), await well.readFile(`${FOLDER}/made.jsonl`)]));

    const read = expectOk(await journal.read());

    expect([read, journal.holdsForeignAfter(read.length - 1)]).toEqual([[ONE, ...THEIRS], true]);
  });
});

describe('bringing a journal along', () => {
  const CASES: readonly (readonly [string, Found])[] = [
    ['alone', { before: [ONE, TWO] }],
    ['beside one of today', { own: [ONE, ...OURS], before: THEIRS }],
    ['sealed', { own: [ONE, ...OURS], before: THEIRS, codec: SEALED }],
  ];

  it.each(
    CASES.flatMap(
      ([name, found]) =>
        [
          [name, 'killed', found],
          [name, 'without power', found],
        ] as const,
    ),
  )('A7 A2 keeps all of it (%s) wherever it is %s', async (_name, how, found) => {
    const wanted = [...(found.own ?? []), ...(found.before ?? [])];
    const tried: string[] = [];
    for (let at = 1, isDone = false; !isDone; at += 1) {
      const world = await standing(found);
      let calls = 0;
      world.trouble.before = (call) => ((calls += 1) >= at ? (calls === at && tried.push(call), Promise.reject(errno('EIO'))) : undefined);
      isDone = (await world.journal.append([THREE])).ok;
      if (how === 'without power') world.cut();

      expect((await world.entries()).slice(0, wanted.length)).toEqual(wanted);
    }

    expect(tried).toEqual(expect.arrayContaining(['rename', 'write', 'datasync']));
  });

  it.each(['stat', 'rename', 'readFile', 'unlink'])(
    'A7 A2 tells nothing as noted while the disk refuses it (%s), and goes on once it is well',
    async (wanted) => {
      const { trouble, journal, entries, names } = await standing({ own: [ONE], before: [TWO] });
      trouble.before = (call, path) => (call === wanted && path.startsWith(FOLDER) ? Promise.reject(errno('EROFS')) : undefined);
      const refused = await journal.append([THREE]);
      trouble.before = () => undefined;
      expectOk(await journal.append([THREE]));

      expect(refused).toMatchObject({ failure: { code: 'disk-read-only' } });
      expect([await entries(), await names()]).toEqual([[ONE, TWO, THREE], [`${ID}${JOURNAL_ENDING}`]]);
    },
  );

  it('A7 A8 is left to whoever has taken the file over', async () => {
    const { files, names } = await standing({ before: [ONE] });
    const lost = {
      code: 'file-lock-lost',
      name: 'mission.tierce',
      holder: { machine: '', person: '', since: null, where: 'elsewhere' },
    } as const;
    const journal = new Journal(files, OWN, PLAIN_LINES, { token: 'before', lost: async () => lost });

    expect([
      (await journal.append([TWO])).ok,
      (await journal.rewrite([TWO], 'n-1')).ok,
      (await journal.setAside('n-2')).ok,
      await names(),
    ]).toEqual([false, false, true, [`${ID}.jsonl`]]);
  });

  it('A7 A8 tells nothing as written anew while nobody can tell who holds the file', async () => {
    const { files, names } = await standing({ before: [ONE] });
    const journal = new Journal(files, OWN, PLAIN_LINES, { token: 'anew', lost: () => Promise.reject(errno('EIO')) });

    expect(await journal.rewrite([TWO], 'n-1')).toMatchObject({ failure: { code: 'disk-failure', name: '/journal' } });
    expect(await names()).toEqual([`${ID}.jsonl`]);
  });

  it('A7 does nothing where there is none, nor for one that was put aside, and throws a bug', async () => {
    const { files, names, trouble } = await standing({ own: [ONE] });
    expectOk(await bringAlong(files, OWN, 'n-1'));
    expectOk(await bringAlong(files, `${FOLDER}/${setAsideName(OWN, 'n-1')}`, 'n-1'));
    expect(await names()).toEqual([`${ID}${JOURNAL_ENDING}`]);
    trouble.before = () => Promise.reject(new TypeError('a bug'));

    await expect(bringAlong(files, OWN, 'n-1')).rejects.toThrow('a bug');
  });
});
