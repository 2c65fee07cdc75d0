// A8 A16: the small files that Tierce keeps for itself are read within their limits, and nothing else is read.
import { describe, expect, it } from 'vitest';
import { readSmallFile } from '../../../../main/files/read-small-file.ts';
import { failing, troubledMemory } from '../../../support/troubled-memory.ts';

const PATH = '/small';
async function holding(content: string) {
  const world = troubledMemory();
  await world.well.writeFile(PATH, content);
  return { ...world, read: () => readSmallFile(world.files, PATH) };
}

describe('a small file', () => {
  it('A8 is read as text', async () => {
    expect(await (await holding('été')).read()).toEqual({ text: 'été' });
  });

  it('A8 has 64 kB at most', async () => {
    const [fits, more] = [await holding('x'.repeat(65_536)), await holding('x'.repeat(65_537))];

    expect([await fits.read(), await more.read()]).toEqual([{ text: 'x'.repeat(65_536) }, 'too-large']);
  });

  it('A8 is none where nothing stands, or a file in the place of its folder', async () => {
    const { files, trouble, read } = await holding('x');

    expect([await readSmallFile(files, '/gone'), await readSmallFile(files, `${PATH}/below`)]).toEqual(['none', 'none']);
    trouble.before = failing('readFile', 'ENOENT');
    expect(await read()).toBe('none');
  });

  it('A8 is no folder, also where one takes its place at that very moment', async () => {
    const { files, trouble, read } = await holding('x');
    trouble.before = failing('readFile', 'EISDIR');

    expect([await readSmallFile(files, '/'), await read()]).toEqual(['no-file', 'no-file']);
  });

  it('A10 is not read where the disk says something else', async () => {
    const { trouble, read } = await holding('x');
    trouble.before = failing('stat', 'EIO');

    await expect(read()).rejects.toThrow('EIO');
  });
});
