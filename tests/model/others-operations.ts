// What other programs and persons do to the folders, as operations of a sequence.
import fc from 'fast-check';
import { type Operation, operation } from './operation.ts';
import { Others } from './others.ts';
import type { World } from './world.ts';

/** @param act what is done if there is a file */
function toFile<T extends object>(act: (others: Others, world: World, how: T) => Promise<unknown>): Operation<T>['run'] {
  return async (world, how) => {
    const others = new Others(world);
    if (await others.isThere()) await act(others, world, how);
  };
}

const touch = operation<object>({ name: 'touch', weight: 2, arbitrary: fc.constant({}), run: toFile((others) => others.touch()) });
const rewriteSame = operation<{ readonly isInPlace: boolean }>({
  name: 'rewriteSame',
  weight: 2,
  arbitrary: fc.record({ isInPlace: fc.boolean() }),
  run: toFile((others, _, { isInPlace }) => others.rewriteSame(isInPlace)),
});
const rename = operation<object>({ name: 'rename', weight: 1, arbitrary: fc.constant({}), run: toFile((others) => others.rename()) });
const remove = operation<object>({ name: 'remove', weight: 1, arbitrary: fc.constant({}), run: toFile((others) => others.removeFile()) });

/** An older content of ours is put back. @source a sync client, or a person with a copy */
const putBack = operation<{ readonly which: number }>({
  name: 'putBack',
  weight: 2,
  arbitrary: fc.record({ which: fc.nat({ max: 9 }) }),
  run: toFile(async (others, world, { which }) => {
    const earlier = await world.earlierOfFile();
    const bytes = earlier[which % Math.max(1, earlier.length)];
    if (bytes !== undefined) await others.replace(bytes);
  }),
});

/** Another person has changed the file. `isTwin`: with size, date and inode unchanged. */
const edit = operation<{ readonly isTwin: boolean }>({
  name: 'edit',
  weight: 6,
  arbitrary: fc.record({ isTwin: fc.boolean() }),
  run: toFile(async (others, world, { isTwin }) => {
    const bytes = await others.edited(isTwin);
    const isSameSize = bytes?.byteLength === (await world.disk.stat(world.path)).size;
    if (bytes !== null && (!isTwin || isSameSize)) await others.replace(bytes, { isInPlace: isTwin, isDated: isTwin });
  }),
});

/** Another computer has protected the file, or given it a new key, and written to it. */
const rekey = operation<object>({
  name: 'rekey',
  weight: 3,
  arbitrary: fc.constant({}),
  run: toFile(async (others) => {
    const bytes = await others.rekeyed();
    if (bytes !== null) await others.replace(bytes);
  }),
});

const removeFolder = operation<{ readonly place: 'journals' | 'data' }>({
  name: 'removeFolder',
  weight: 2,
  arbitrary: fc.record({ place: fc.constantFrom('journals', 'data') }),
  run: (world, { place }) => new Others(world).removeFolder(world.folderOf(place)),
});

export const OTHERS: readonly Operation[] = [touch, rewriteSame, rename, remove, putBack, edit, rekey, removeFolder];
