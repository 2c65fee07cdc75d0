// A12 E1 A16: what is remembered of each file, kept in a small file of its own that anything may have happened to.
import { describe, expect, it } from 'vitest';
import { FileMemory } from '../../../../main/memory/file-memory.ts';
import { type Remembered, rememberedText } from '../../../../main/memory/remembered.ts';
import { BUG, failing } from '../../../support/backup-world.ts';
import { countedIds } from '../../../support/context.ts';
import { troubledMemory } from '../../../support/troubled-memory.ts';

const FOLDER = '/own/memory';
const PATH = `${FOLDER}/test-file-1.json`;
const KNOWN: Remembered = { revision: 4, isSealed: false, vaultKey: null, newerJournal: null };

function computer() {
  const world = troubledMemory();
  const memory = new FileMemory({ files: world.files, folder: FOLDER, newId: countedIds('n') });
  const standing = async (text: string) => {
    await world.well.mkdir(FOLDER, { recursive: true });
    await world.well.writeFile(PATH, text);
  };
  const text = () => world.well.readFile(PATH, 'utf8').catch(() => null);
  const note = (known = KNOWN) => memory.note('test-file-1', () => known);
  return { ...world, memory, standing, text, note, read: () => memory.read('test-file-1') };
}

describe('what is remembered', () => {
  it('A12 is nothing at first, and what was noted last from then on, also after a power cut', async () => {
    const { note, read, cut } = computer();
    const before = await read();
    await note();
    await note({ ...KNOWN, revision: 9 });
    cut();

    expect([before, await read()]).toEqual([null, { ...KNOWN, revision: 9 }]);
  });

  it('A12 is of one file alone', async () => {
    const { memory, note } = computer();
    await note();

    expect(await memory.read('test-file-2')).toBeNull();
  });

  it('A12 is not written again when it is the same, nor when there is nothing to say', async () => {
    const { memory, note, trouble } = computer();
    await note();
    const calls: string[] = [];
    trouble.before = (call) => calls.push(call);
    await note();
    await memory.note('test-file-1', () => null);

    expect(calls.filter((call) => call !== 'stat')).toEqual(['readFile', 'readFile']);
  });

  it('A12 is nothing where it was damaged, and is written anew', async () => {
    const { standing, note, read } = computer();
    await standing('{"version":1,"revi');
    const damaged = await read();
    await note();

    expect([damaged, await read()]).toEqual([null, KNOWN]);
  });

  it('A12 is nothing where a newer Tierce has noted it, and that is left alone', async () => {
    const { standing, note, read, text } = computer();
    await standing('{"version":2,"revision":"zwölf"}');
    await note();

    expect([await read(), await text()]).toEqual([null, '{"version":2,"revision":"zwölf"}']);
  });

  it.each(['stat', 'readFile'])('A12 A10 is nothing while it cannot be read (%s)', async (call) => {
    const { note, read, trouble } = computer();
    await note();
    trouble.before = failing(call, 'EIO');

    expect(await read()).toBeNull();
  });

  it.each(['open', 'rename', 'mkdir'])('A12 A10 stays as it was when it cannot be written (%s)', async (call) => {
    const { standing, note, text, trouble } = computer();
    await standing(rememberedText(KNOWN));
    trouble.before = failing(call, 'ENOSPC');
    await note({ ...KNOWN, revision: 9 });
    trouble.before = () => undefined;

    expect([rememberedText(KNOWN), rememberedText({ ...KNOWN, revision: 9 })]).toContain(await text());
  });

  it('A12 has a bug told as a bug', async () => {
    const { read, trouble } = computer();
    trouble.before = () => {
      throw BUG;
    };

    await expect(read()).rejects.toBe(BUG);
  });
});

describe('forgetting', () => {
  it('A16 leaves nothing of it, whatever stands in its place, and of no other file', async () => {
    const { memory, note, read, well } = computer();
    await note();
    await memory.note('test-file-2', () => KNOWN);
    expect(await memory.forget('test-file-1')).toEqual({ ok: true, value: null });
    expect([await read(), await memory.read('test-file-2')]).toEqual([null, KNOWN]);

    await well.mkdir(PATH, { recursive: true });
    expect(await memory.forget('test-file-1')).toEqual({ ok: true, value: null });
    expect(await memory.forget('test-file-1')).toEqual({ ok: true, value: null });
  });

  it('A16 A10 says so when the disk does not let it', async () => {
    const { memory, note, trouble } = computer();
    await note();
    trouble.before = failing('rm', 'EIO');

    expect(await memory.forget('test-file-1')).toMatchObject({ ok: false, failure: { code: 'disk-failure' } });
  });
});
