// A2 A12: what reading a journal gives, and what it reports of lines that cannot be read here.
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { Journal } from '../../../../main/journal/journal.ts';
import { lineOf } from '../../../../main/journal/journal-lines.ts';
import { digest, mark, noted, stepAt } from '../../../support/journal-steps.ts';
import { troubledMemory } from '../../../support/troubled-memory.ts';
import { errno } from '../../../support/worlds.ts';

const PATH = '/data/journals/test-file-1.jsonl';
const [ONE, TWO] = [noted(stepAt(1), ''), noted(stepAt(2), '')] as const;

function begun() {
  const world = troubledMemory();
  return { ...world, journal: new Journal(world.files, PATH) };
}

describe('a journal that is read', () => {
  it('A2 is empty where none was begun, and unknown where the disk does not answer', async () => {
    const { journal, trouble } = begun();
    expect(journal.holdsForeign).toBe(false);
    const none = await journal.read();
    trouble.before = () => Promise.reject(errno('EIO'));
    const failed = await journal.read();
    trouble.before = () => Promise.reject(new TypeError('a bug'));

    await expect(journal.read()).rejects.toThrow('a bug');
    expect([none, failed]).toEqual([
      { ok: true, value: [] },
      { ok: false, failure: { code: 'disk-failure', name: '/journal', cause: 'EIO' } },
    ]);
  });

  it('A2 A12 tells whether whole lines that cannot be read here stand in it, and after which entry', async () => {
    const { journal, well } = begun();
    expectOk(await journal.append([ONE, mark('saved', 1, digest('a'), '')]));
    await journal.read();
    const none = [journal.holdsForeign, journal.holdsForeignAfter(-1)];
    await well.writeFile(PATH, Buffer.concat([await well.readFile(PATH), Buffer.from(`${lineOf('sealed')}torn${lineOf('sealed')}`)]));
    expectOk(await journal.append([TWO]));
    const read = expectOk(await journal.read());

    expect([none, read.length, journal.holdsForeign]).toEqual([[false, false], 3, true]);
    expect([-1, 0, 1, 2, 3].map((index) => journal.holdsForeignAfter(index))).toEqual([true, true, true, false, false]);
  });
});
