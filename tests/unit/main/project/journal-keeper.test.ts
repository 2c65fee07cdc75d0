// A2 A10: what the journal of an open file holds and still lacks, and so whether a step is safe on this computer.
import type { FileFailure } from '@domain/failures.ts';
import { ok, refuse, type Result } from '@domain/result.ts';
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import type { ContentName } from '../../../../main/files/envelope.ts';
import { Journal } from '../../../../main/journal/journal.ts';
import { PLAIN_LINES } from '../../../../main/journal/journal-lines.ts';
import { sealedLines } from '../../../../main/journal/sealed-lines.ts';
import { JournalKeeper, type KeptJournal } from '../../../../main/project/journal-keeper.ts';
import { digest, stepAt } from '../../../support/journal-steps.ts';
import { troubledMemory } from '../../../support/troubled-memory.ts';
import { errno } from '../../../support/worlds.ts';

const FOLDER = '/data/journals';
const PATH = `${FOLDER}/test-file-1.jsonl`;
const BASE: ContentName = { revision: 4, digest: digest('a') };
const NEXT: ContentName = { revision: 5, digest: digest('b') };
const FULL: FileFailure = { code: 'disk-full', name: '/backup' };

function kept(but: Partial<KeptJournal> = {}) {
  const world = troubledMemory();
  const bases: ContentName[] = [];
  const say: { base: Result<ContentName, FileFailure> | null; lost: FileFailure | null } = { base: null, lost: null };
  const journal = new Journal(world.files, PATH, PLAIN_LINES, { token: 'mine', lost: async () => say.lost });
  const keeper = new JournalKeeper({
    journal,
    standing: BASE,
    unsaved: [],
    revision: 4,
    keepBase: async (standing) => (bases.push(standing), say.base ?? ok(standing)),
    ...but,
  });
  /** The entries of the journal, in short: `held 4`, `saved 4`, `step 5`. */
  const lines = async (codec = PLAIN_LINES) =>
    expectOk(await new Journal(world.well, PATH, codec).read()).map(
      (entry) => `${entry.kind} ${entry.kind === 'step' ? entry.step.revision : entry.revision}`,
    );
  const breaks = (call: string, code = 'EIO') =>
    void (world.trouble.before = (called) => (called === call ? Promise.reject(errno(code)) : undefined));
  const heals = () => void (world.trouble.before = () => undefined);
  return { ...world, bases, say, keeper, lines, breaks, heals };
}

describe('a step', () => {
  it('A2 is safe once it stands in the journal, behind who holds it and the content that it was made on, which is kept', async () => {
    const { keeper, lines, bases } = kept();
    const before = keeper.isNoted;
    const noting = keeper.note(stepAt(5));
    const meanwhile = [keeper.isNoted, keeper.unsaved.length];
    await noting;
    await keeper.note(stepAt(6));

    expect([before, meanwhile, keeper.isNoted, keeper.failure, bases]).toEqual([true, [false, 1], true, null, [BASE]]);
    expect(await lines()).toEqual(['held 4', 'saved 4', 'step 5', 'step 6']);
  });

  it('A2 is not safe in the journal alone of a file that does not exist yet: there is nothing that it was made on', async () => {
    const { keeper, lines, bases } = kept({ standing: null });
    await keeper.note(stepAt(5));

    expect([keeper.isNoted, bases, await lines()]).toEqual([false, [], ['held 4', 'step 5']]);
  });

  it('A2 comes behind those that were brought back, which only the journal has', async () => {
    const { keeper, lines } = kept({ unsaved: [stepAt(5), stepAt(6)], revision: 6 });
    const before = keeper.isNoted;
    await keeper.note(stepAt(7));

    expect([before, keeper.isNoted, await lines()]).toEqual([false, true, ['held 4', 'saved 4', 'step 5', 'step 6', 'step 7']]);
  });

  it('A2 is not safe while the journal fails, and comes into it with the next, once and in order', async () => {
    const { keeper, lines, breaks, heals } = kept();
    await keeper.note(stepAt(5));
    breaks('datasync');
    await keeper.note(stepAt(6));
    const failing = [keeper.isNoted, keeper.failure?.code];
    heals();
    await keeper.note(stepAt(7));

    expect([failing, keeper.isNoted, keeper.failure]).toEqual([[false, 'disk-failure'], true, null]);
    const all = await lines();
    expect(all.slice(0, 3)).toEqual(['held 4', 'saved 4', 'step 5']);
    expect(all.slice(-5)).toEqual(['held 4', 'saved 4', 'step 5', 'step 6', 'step 7']);
  });

  it('A2 A4 is not safe while what it was made on is kept nowhere, which is asked again with each', async () => {
    const { keeper, say, bases } = kept();
    say.base = refuse(FULL);
    await keeper.note(stepAt(5));
    const failing = [keeper.isNoted, keeper.failure];
    say.base = null;
    await keeper.note(stepAt(6));
    await keeper.note(stepAt(7));

    expect([failing, keeper.isNoted, keeper.failure, bases.length]).toEqual([[false, FULL], true, null, 2]);
  });

  it('A2 A4 has a mark of its own for what it was made on, when that had to be made again and goes by another name', async () => {
    const { keeper, say, lines, breaks, heals } = kept();
    say.base = ok({ revision: 4, digest: digest('c') });
    await keeper.note(stepAt(5));
    await keeper.note(stepAt(6));

    expect([keeper.isNoted, await lines()]).toEqual([true, ['held 4', 'saved 4', 'step 5', 'saving 4', 'step 6']]);
    breaks('datasync');
    await keeper.note(stepAt(7));
    heals();
    await keeper.note(stepAt(8));
    expect([keeper.isNoted, (await lines()).at(-1)]).toEqual([true, 'saving 4']);
  });

  it('A2 is not safe before that mark is flushed', async () => {
    const { keeper, say, trouble } = kept();
    say.base = ok({ revision: 4, digest: digest('c') });
    let flushes = 0;
    trouble.before = (call) => (call === 'datasync' && (flushes += 1) === 2 ? Promise.reject(errno('EIO')) : undefined);
    await keeper.note(stepAt(5));

    expect([flushes, keeper.isNoted, keeper.failure?.code]).toEqual([2, false, 'disk-failure']);
  });

  it('A2 A4 keeps nothing more once somebody else has the file: that could take the place of what they keep', async () => {
    const { keeper, say, bases } = kept();
    say.lost = { code: 'file-lock-lost', name: 'mission.tierce', holder: { machine: '', person: '', since: null, where: 'elsewhere' } };
    await keeper.note(stepAt(5));
    const first = bases.length;
    await keeper.note(stepAt(6));
    await keeper.note(stepAt(7));

    expect([first, bases.length, keeper.isNoted, keeper.failure?.code]).toEqual([1, 1, false, 'file-lock-lost']);
  });

  it('A2 says what the journal says, where both fail', async () => {
    const { keeper, say, breaks } = kept();
    say.base = refuse(FULL);
    breaks('datasync');
    await keeper.note(stepAt(5));

    expect(keeper.failure?.code).toBe('disk-failure');
  });

  it('A2 A4 is noted anew with what it was made on, in a journal whose folder was removed', async () => {
    const { keeper, lines, bases, well } = kept();
    await keeper.note(stepAt(5));
    await well.rm(FOLDER, { recursive: true });
    await keeper.note(stepAt(6));

    expect([keeper.isNoted, bases.length, await lines()]).toEqual([true, 2, ['held 4', 'saved 4', 'step 5', 'step 6']]);
  });

  it('A8 is not safe once somebody else has the say, and is not noted a second time for that', async () => {
    const { keeper, lines, say } = kept();
    await keeper.note(stepAt(5));
    say.lost = { code: 'file-lock-lost', name: 'mission.tierce', holder: { machine: '', person: '', since: null, where: 'elsewhere' } };
    await keeper.note(stepAt(6));

    expect([keeper.isNoted, keeper.failure?.code, await lines()]).toEqual([
      false,
      'file-lock-lost',
      ['held 4', 'saved 4', 'step 5', 'step 6'],
    ]);
  });

  it('A2 is told once by whichever turn comes first, when several are asked for at once', async () => {
    const { keeper, lines } = kept();
    await Promise.all([keeper.note(stepAt(5)), keeper.note(stepAt(6)), keeper.announce(NEXT)]);

    expect((await lines()).toSorted()).toEqual(['held 4', 'saved 4', 'saving 5', 'step 5', 'step 6']);
  });
});

describe('the file', () => {
  it('A2 is announced before it holds a content, and its steps are owed no more once it does', async () => {
    const { keeper, lines } = kept();
    await keeper.note(stepAt(5));
    await keeper.note(stepAt(6));
    await keeper.announce(NEXT);
    await keeper.confirm(NEXT);

    expect([keeper.unsaved.map(({ revision }) => revision), keeper.isNoted, await lines()]).toEqual([
      [6],
      true,
      ['held 4', 'saved 4', 'step 5', 'step 6', 'saving 5', 'saved 5'],
    ]);
  });

  it('A2 holds everything: nothing is left that could be unsafe, and no content need be kept', async () => {
    const { keeper, bases, say } = kept();
    say.base = refuse(FULL);
    await keeper.announce(NEXT);
    await keeper.confirm(NEXT);

    expect([keeper.isNoted, keeper.failure, bases]).toEqual([true, null, []]);
  });

  it('A2 A4 is what later steps are made on', async () => {
    const { keeper, bases, lines } = kept();
    await keeper.announce(NEXT);
    await keeper.confirm(NEXT);
    await keeper.note(stepAt(6));

    expect([bases, await lines()]).toEqual([[NEXT], ['held 4', 'saved 4', 'saving 5', 'saved 5', 'step 6']]);
  });

  it('A2 was written while the journal failed: the marks go before the next step', async () => {
    const { keeper, lines, breaks, heals } = kept();
    breaks('open');
    await keeper.announce(NEXT);
    await keeper.confirm(NEXT);
    const failing = [keeper.failure?.code, keeper.isNoted];
    heals();
    await keeper.note(stepAt(6));

    expect([failing, keeper.isNoted, await lines()]).toEqual([
      ['disk-failure', true],
      true,
      ['held 5', 'saved 5', 'saving 5', 'saved 5', 'step 6'],
    ]);
  });

  it('A2 is confirmed without a flush', async () => {
    const { keeper, trouble } = kept();
    const calls: string[] = [];
    await keeper.announce(NEXT);
    trouble.before = (call) => calls.push(call);
    await keeper.confirm(NEXT);

    expect([calls.includes('write'), calls.includes('datasync')]).toEqual([true, false]);
  });
});

describe('looking again whether steps are where they were noted', () => {
  it('A2 notes them anew where they are not', async () => {
    const { keeper, lines, well } = kept();
    await keeper.note(stepAt(5));
    await keeper.note(stepAt(6));
    await well.unlink(PATH);
    await keeper.assure();

    expect([keeper.isNoted, await lines()]).toEqual([true, ['held 4', 'saved 4', 'step 5', 'step 6']]);
  });

  it('A2 notes nothing twice, and nothing at all while there is no such step', async () => {
    const { keeper, lines } = kept();
    await keeper.assure();
    await keeper.note(stepAt(5));
    await keeper.assure();

    expect(await lines()).toEqual(['held 4', 'saved 4', 'step 5']);
  });

  it('A2 keeps the marks that are owed, behind the steps', async () => {
    const { keeper, lines, breaks, heals } = kept();
    await keeper.note(stepAt(5));
    breaks('datasync');
    await keeper.note(stepAt(6));
    await keeper.announce(NEXT);
    heals();
    await keeper.assure();

    expect([keeper.isNoted, (await lines()).slice(-5)]).toEqual([true, ['held 4', 'saved 4', 'step 5', 'step 6', 'saving 5']]);
  });

  it('A2 A10 says that they are safe nowhere while they cannot be noted anew', async () => {
    const { keeper, well, breaks } = kept();
    await keeper.note(stepAt(5));
    await well.rm(FOLDER, { recursive: true });
    breaks('open');
    await keeper.assure();

    expect([keeper.isNoted, keeper.failure?.code]).toEqual([false, 'disk-failure']);
  });
});

describe('the journal itself', () => {
  it('A12 is written under another seal, and goes on under it', async () => {
    const { keeper, lines } = kept();
    const sealed = sealedLines('test-file-1', Buffer.alloc(32, 7));
    await keeper.note(stepAt(5));
    expectOk(await keeper.recode(sealed, 'nonce'));
    await keeper.note(stepAt(6));

    expect([await lines(), (await lines(sealed)).includes('step 5'), (await lines(sealed)).at(-1)]).toEqual([[], true, 'step 6']);
  });

  it('A2 is put aside whole, and is closed', async () => {
    const { keeper, well } = kept();
    await keeper.note(stepAt(5));
    expectOk(await keeper.setAside('nonce'));
    await keeper.close();

    expect(await well.readdir(FOLDER)).toEqual(['set-aside-test-file-1~nonce.jsonl']);
  });
});
