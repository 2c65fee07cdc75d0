// A8 A12: questions about a file that somebody else holds are asked while they still hold it.
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import type { Remembered } from '../../../../main/memory/remembered.ts';
import { keyBy } from '../../../../main/project/attempts.ts';
import type { OpeningOptions } from '../../../../main/project/open-session.ts';
import {
  failing,
  FOLDER,
  JOURNAL,
  JOURNALS,
  KEY,
  NEWER_JOURNAL,
  office,
  PATH,
  retitle,
  SECRET,
  titleIn,
  well,
  WRONG,
} from '../../../support/memory-office.ts';
import { HEADER } from '../../../support/projects.ts';

const KNOWN: Remembered = { revision: 0, isSealed: false, vaultKey: null, newerJournal: null };
const LOCKS = [`${FOLDER}/.mission.tierce.tierce-lock`, `${JOURNALS}/.${HEADER.fileId}.jsonl.tierce-lock`];

/** A window has a file open, and another one wants to take it over. */
async function heldFile(key: Uint8Array | null = null) {
  const world = office();
  await world.write({ key });
  const holder = await world.session(key === null ? {} : { keyOf: keyBy(SECRET) });
  const second = world.processOf({ areOthersGone: false });
  const takeOver = (how: OpeningOptions = {}) =>
    second.open(PATH, { how: 'take-over', ...(key === null ? {} : { keyOf: keyBy(SECRET) }), ...how });
  const locks = () => Promise.all(LOCKS.map((path) => world.well.readFile(path, 'utf8')));
  const before = await locks();
  /** Nothing of its holder's was touched, and their work goes on. */
  const isUntouched = async (title = 'Un') => {
    const isStill = JSON.stringify(await locks()) === JSON.stringify(before);
    expectOk(await holder.run(`c-${title}`, retitle(title)));
    const { where, isSafeHere } = await holder.save();
    return isStill && where === 'file' && isSafeHere && titleIn((await world.read(PATH, key)).document) === title;
  };
  return { ...world, holder, second, takeOver, isUntouched };
}

describe('a taking-over that has something to ask', () => {
  const QUESTIONS = [
    ['file-older', { ...KNOWN, revision: 7 }, false],
    ['protection-lost', { ...KNOWN, isSealed: true }, false],
    ['journal-newer', KNOWN, true],
  ] as const;

  it.each(QUESTIONS)(
    'A8 A12 asks first, and leaves the other one untouched whatever is answered: %s',
    async (code, remembered, isNewerBeside) => {
      const { services, takeOver, isUntouched, well: disk } = await heldFile();
      await services.memory.note(HEADER.fileId, () => remembered);
      if (isNewerBeside) await disk.writeFile(NEWER_JOURNAL, 'x');

      expect([await takeOver(), await isUntouched()]).toMatchObject([{ failure: { code } }, true]);
    },
  );

  it.each(QUESTIONS)('A8 A12 takes it over once that is accepted: %s', async (code, remembered, isNewerBeside) => {
    const { services, takeOver, holder, well: disk } = await heldFile();
    await services.memory.note(HEADER.fileId, () => remembered);
    if (isNewerBeside) await disk.writeFile(NEWER_JOURNAL, 'x');
    const taken = await takeOver({ accepted: [code] });
    expectOk(await holder.run('c-1', retitle('Un')));

    expect([taken.ok, (await holder.save()).failure?.code]).toEqual([true, 'file-lock-lost']);
  });

  it('A8 A12 asks about everything before it takes anything', async () => {
    const { services, takeOver, isUntouched, well: disk } = await heldFile();
    await services.memory.note(HEADER.fileId, () => ({ ...KNOWN, revision: 7, isSealed: true }));
    await disk.writeFile(NEWER_JOURNAL, 'x');
    const asked = [
      await takeOver(),
      await takeOver({ accepted: ['protection-lost'] }),
      await takeOver({ accepted: ['protection-lost', 'journal-newer'] }),
    ];

    expect(asked).toMatchObject([
      { failure: { code: 'protection-lost' } },
      { failure: { code: 'journal-newer' } },
      { failure: { code: 'file-older' } },
    ]);
    expect(await isUntouched()).toBe(true);
  });

  it('A8 A12 asks nothing about a file from which the journal leads on, nor of what its holder saves meanwhile', async () => {
    const { services, takeOver, holder, trouble } = await heldFile();
    expectOk(await holder.run('c-1', retitle('Un')));
    let isSaved = false;
    trouble.before = async (call, path) => {
      if (isSaved || call !== 'readFile' || path !== PATH) return;
      isSaved = true;
      await holder.save();
      await services.memory.note(HEADER.fileId, () => ({ ...KNOWN, revision: 1 }));
    };
    const taken = await takeOver();

    expect([isSaved, taken.ok]).toEqual([true, true]);
  });
});

describe('a taking-over that cannot be', () => {
  it('A8 A12 leaves the other one untouched for a wrong secret, or none', async () => {
    const { takeOver, isUntouched } = await heldFile(KEY);
    const refused = [await takeOver({ keyOf: keyBy(WRONG) }), await takeOver({ keyOf: undefined })];

    expect([refused, await isUntouched()]).toMatchObject([
      [{ failure: { code: 'passphrase-wrong' } }, { failure: { code: 'file-sealed' } }],
      true,
    ]);
    expect((await takeOver()).ok).toBe(true);
  });

  it.each([
    ['the file', (path: string) => path === PATH],
    ['its journal', (path: string) => path === JOURNAL],
  ])('A8 A10 leaves the other one untouched while %s cannot be read', async (_, isSuch) => {
    const { takeOver, isUntouched, trouble, holder } = await heldFile();
    expectOk(await holder.run('c-1', retitle('Zéro')));
    failing(trouble, 'readFile', isSuch);
    const refused = await takeOver();
    well(trouble);

    expect([refused, await isUntouched()]).toMatchObject([{ failure: { code: 'disk-failure' } }, true]);
  });

  it('A8 A10 leaves the other one untouched while nobody can tell whether a newer version has noted anything', async () => {
    const { takeOver, isUntouched, trouble } = await heldFile();
    failing(trouble, 'readdir', (path) => path === JOURNALS);
    const refused = await takeOver();
    well(trouble);

    expect([refused, await isUntouched()]).toMatchObject([{ failure: { code: 'disk-failure' } }, true]);
  });
});

it('A8 A2 what is found out beforehand changes nothing: lines in the clear beside a sealed file stay until it is taken over', async () => {
  const { takeOver, services, well: disk, isUntouched } = await heldFile(KEY);
  const line = '{"kind":"held","revision":0}\n';
  await disk.mkdir(JOURNALS, { recursive: true });
  await disk.writeFile(JOURNAL, line);
  await services.memory.note(HEADER.fileId, () => ({ ...KNOWN, revision: 7, isSealed: true }));
  const names = (await disk.readdir(JOURNALS)).toSorted();
  const asked = await takeOver();

  expect([asked, await disk.readFile(JOURNAL, 'utf8'), (await disk.readdir(JOURNALS)).toSorted()]).toMatchObject([
    { failure: { code: 'file-older' } },
    line,
    names,
  ]);
  expect(await isUntouched()).toBe(true);
});
