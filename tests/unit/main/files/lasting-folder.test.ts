// A2 A3: folders whose names survive a power cut.
import { describe, expect, it } from 'vitest';
import {
  closeQuietly,
  flushFolder,
  flushFolderIfPossible,
  flushUpwards,
  makeFolder,
  makeFolderIfPossible,
} from '../../../../main/files/lasting-folder.ts';
import { BUG, failing, troubledMemory } from '../../../support/troubled-memory.ts';

const FOLDER = '/own/data/journals';
const isThere = ({ well }: ReturnType<typeof troubledMemory>, path: string) =>
  well.stat(path).then(
    () => true,
    () => false,
  );

describe('a folder', () => {
  it('A2 A3 is made with those above it, and is there after a power cut', async () => {
    const world = troubledMemory();
    await makeFolder(world.files, FOLDER);
    world.cut();

    expect(await isThere(world, FOLDER)).toBe(true);
  });

  it('A2 A3 lasts also where somebody made it who was killed before it was flushed', async () => {
    const world = troubledMemory();
    await world.well.mkdir(FOLDER, { recursive: true });
    await makeFolder(world.files, FOLDER);
    world.cut();

    expect(await isThere(world, FOLDER)).toBe(true);
  });

  it('A2 A3 is flushed up to the very first one, and no further', async () => {
    const world = troubledMemory();
    await world.well.mkdir(FOLDER, { recursive: true });
    const opened: string[] = [];
    world.trouble.before = (call, path) => void (call === 'open' && opened.push(path));
    await flushUpwards(world.files, FOLDER);

    expect(opened).toEqual(['/own/data/journals', '/own/data', '/own', '/']);
  });

  it('A10 that cannot be made is said, or left to the first thing that is written there', async () => {
    const { files, trouble } = troubledMemory();
    trouble.before = failing('mkdir', 'EROFS');

    await expect(makeFolder(files, FOLDER)).rejects.toThrow('EROFS');
    await expect(makeFolderIfPossible(files, FOLDER)).resolves.toBeUndefined();
    trouble.before = BUG;
    await expect(makeFolderIfPossible(files, FOLDER)).rejects.toThrow('a bug');
  });

  it('A2 is made where it can be', async () => {
    const world = troubledMemory();
    await makeFolderIfPossible(world.files, FOLDER);

    expect(await isThere(world, FOLDER)).toBe(true);
  });
});

describe('flushing a folder', () => {
  it.each(['EPERM', 'EISDIR', 'EACCES', 'EINVAL', 'ENOTSUP', 'EBADF'])(
    'A3 is left out where the system cannot do it (%s)',
    async (code) => {
      const { files, trouble } = troubledMemory();
      for (const call of ['open', 'sync']) {
        trouble.before = failing(call, code);
        await expect(flushFolder(files, '/')).resolves.toBeUndefined();
      }
    },
  );

  it('A3 A10 says of any other error that what was done there may not last', async () => {
    const { files, trouble } = troubledMemory();
    for (const call of ['open', 'sync']) {
      trouble.before = failing(call, 'EIO');
      await expect(flushFolder(files, '/')).rejects.toThrow('EIO');
      await expect(flushFolderIfPossible(files, '/')).resolves.toBeUndefined();
    }
    trouble.before = BUG;
    await expect(flushFolder(files, '/')).rejects.toThrow('a bug');
    await expect(flushFolderIfPossible(files, '/')).rejects.toThrow('a bug');
  });

  it('A3 lets go of the folder, whatever came of it', async () => {
    const { files, trouble } = troubledMemory();
    const calls: string[] = [];
    trouble.before = (call, path) => (calls.push(call), failing('sync', 'EINVAL')(call, path));
    await flushFolder(files, '/');

    expect(calls).toEqual(['open', 'sync', 'close']);
  });
});

describe('letting go of a file', () => {
  it('A3 is never an error of the disk, while a bug is one', async () => {
    const { files, trouble } = troubledMemory();
    const [one, other] = [await files.open('/', 'r'), await files.open('/', 'r')];
    trouble.before = failing('close', 'EIO');
    await expect(closeQuietly(one)).resolves.toBeUndefined();
    trouble.before = BUG;
    await expect(closeQuietly(other)).rejects.toThrow('a bug');
  });
});
