// The disk in memory answers as a real one does, to any calls in any order.
import { join } from 'node:path';
import * as promises from 'node:fs/promises';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { errnoOf } from '../../../main/files/disk-failure.ts';
import { realFileSystem } from '../../../main/files/file-system.ts';
import { memoryDisk, type WholeDisk } from '../../support/memory-disk.ts';
import { temporaryFolder } from '../../support/worlds.ts';

type Call = {
  readonly call: 'write' | 'read' | 'rename' | 'unlink' | 'mkdir' | 'rm' | 'stat' | 'readdir' | 'realpath' | 'link' | 'held';
  readonly a: string;
  readonly b: string;
  readonly how: number;
};

const NAMES = ['a', 'b', 'c', 'a/d', 'b/e', 'a/d/f', 'n'.repeat(256), 'a/b/c/d'];
const calls: fc.Arbitrary<readonly Call[]> = fc.array(
  fc.record({
    call: fc.constantFrom('write', 'read', 'rename', 'unlink', 'mkdir', 'rm', 'stat', 'readdir', 'realpath', 'link', 'held'),
    a: fc.constantFrom(...NAMES),
    b: fc.constantFrom(...NAMES),
    how: fc.nat(5),
  }),
  { maxLength: 40, size: 'max' },
);
const FLAGS = ['wx', 'a', 'w', 'r', 'r+', 'a+'];

async function answer(files: WholeDisk, root: string, { call, a, b, how }: Call): Promise<unknown> {
  const [first, second] = [join(root, a), join(root, b)];
  switch (call) {
    case 'write':
      return written(files, first, FLAGS[how] ?? 'a');
    case 'read':
      return files.readFile(first, 'utf8');
    case 'rename':
      return files.rename(first, second);
    case 'unlink':
      return files.unlink(first);
    case 'mkdir':
      return (await files.mkdir(first, { recursive: how > 2 })) === undefined;
    case 'rm':
      return files.rm(first, { recursive: how > 2, force: how % 2 === 1 });
    case 'stat':
      return looked(await files.stat(first));
    case 'readdir':
      return (await files.readdir(first)).toSorted();
    case 'realpath':
      return (await files.realpath(first)).slice(root.length);
    case 'link':
      return (files as unknown as typeof promises).link(first, second);
    case 'held':
      return held(files, first);
  }
}

const looked = (stat: { readonly size: number; readonly nlink: number; isFile(): boolean; isDirectory(): boolean }) => [
  stat.isFile(),
  stat.isDirectory(),
  ...(stat.isFile() ? [stat.size, stat.nlink] : []),
];

async function written(files: WholeDisk, path: string, flags: string): Promise<unknown> {
  const file = await files.open(path, flags);
  try {
    const { bytesWritten } = await file.write(Buffer.from('two words'), 2, 5, null);
    await file.write(Buffer.from('!'), 0, 1, null);
    await file.sync();
    return [bytesWritten, (await file.stat()).size, (await file.read(Buffer.alloc(9), 0, 9, 0)).bytesRead];
  } finally {
    await file.close();
  }
}

/** An open file outlives its name. */
async function held(files: WholeDisk, path: string): Promise<unknown> {
  const file = await files.open(path, 'a+');
  try {
    await files.unlink(path);
    await file.write(Buffer.from('more'), 0, 4, null);
    return [(await file.stat()).nlink, (await file.stat()).size, (await file.readFile()).byteLength];
  } finally {
    await file.close();
  }
}

const told = (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => errnoOf(error) ?? error);

it('answers as a real disk does', async () => {
  await fc.assert(
    fc.asyncProperty(calls, async (list) => {
      const memory = memoryDisk(() => Date.now());
      const root = await promises.mkdtemp(join(await temporaryFolder(), 'as-'));
      await memory.files.mkdir(root, { recursive: true });

      for (const each of list)
        expect(await told(answer(memory.files, root, each)), each.call).toEqual(
          await told(answer({ ...promises, ...realFileSystem }, root, each)),
        );
    }),
    { numRuns: 60 },
  );
});

it('leaves after a power cut what was flushed, names and contents apart', async () => {
  const { files, cut, surely } = memoryDisk(() => Date.now());
  await files.mkdir('/d', { recursive: true });
  const write = async (path: string, text: string, isFlushed: boolean): Promise<void> => {
    const file = await files.open(path, 'w');
    await file.write(Buffer.from(text));
    if (isFlushed) await file.sync();
    await file.close();
  };
  await write('/d/kept', 'whole', true);
  for (const folder of ['/d', '/']) await (await files.open(folder, 'r')).sync();
  await write('/d/nameless', 'whole', true);
  await write('/d/kept', 'whole and more', false);
  expect(surely('/d/kept')).toBeNull();

  cut(() => 0.75);

  expect(await files.readdir('/d')).toEqual(['kept']);
  expect((await files.readFile('/d/kept', 'utf8')).startsWith('whole')).toBe(true);
});
