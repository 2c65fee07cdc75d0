// A14: copies made for other programs to open, and removed later.
import { expectOk } from '@domain/result.ts';
import { expect, it } from 'vitest';
import { OpenedCopies } from '../../../../main/attachments/opened-copies.ts';
import { BUG, failing } from '../../../support/backup-world.ts';
import { countedIds } from '../../../support/context.ts';
import { CHARTER } from '../../../support/memory-office.ts';
import { troubledMemory } from '../../../support/troubled-memory.ts';

const FOLDER = '/own/opened';

function copiesInMemory() {
  const world = troubledMemory();
  return { ...world, copies: new OpenedCopies(world.files, FOLDER, countedIds('copy')) };
}

it('A14 lie under the name of the attachment, each in a folder of its own', async () => {
  const { copies, well } = copiesInMemory();
  const paths = [expectOk(await copies.make('charte.txt', CHARTER)), expectOk(await copies.make('charte.txt', Buffer.from('autre')))];

  expect(paths.every((path) => path.startsWith(`${FOLDER}/`) && path.endsWith('/charte.txt'))).toBe(true);
  expect(await Promise.all(paths.map((path) => well.readFile(path)))).toEqual([CHARTER, Buffer.from('autre')]);
});

it('A14 bear a name that every system takes, with its ending', async () => {
  const { copies } = copiesInMemory();

  expect(expectOk(await copies.make('a/b: compte?.PDF', CHARTER))).toMatch(/\/a b compte\.PDF$/);
});

it('A14 A10 say what the disk says, by the name of the attachment', async () => {
  const { copies, trouble } = copiesInMemory();
  trouble.before = failing('mkdir', 'ENOSPC');
  const noFolder = await copies.make('charte.txt', CHARTER);
  trouble.before = failing('rename', 'EROFS');
  const noFile = await copies.make('charte.txt', CHARTER);
  trouble.before = BUG;

  expect([noFolder, noFile]).toMatchObject([
    { failure: { code: 'disk-full', name: 'charte.txt' } },
    { failure: { code: 'disk-read-only', name: 'charte.txt' } },
  ]);
  await expect(copies.make('charte.txt', CHARTER)).rejects.toThrow('a bug');
});

it('A14 are all swept, and sweeping where there are none is no trouble', async () => {
  const { copies, well } = copiesInMemory();
  await copies.sweep();
  await copies.make('charte.txt', CHARTER);
  await copies.sweep();

  await expect(well.readdir(FOLDER)).rejects.toMatchObject({ code: 'ENOENT' });
});

it('A14 stay until the next time while a program holds one', async () => {
  const { copies, trouble, well } = copiesInMemory();
  const path = expectOk(await copies.make('charte.txt', CHARTER));
  trouble.before = failing('rm', 'EBUSY');
  await copies.sweep();
  trouble.before = BUG;

  expect(await well.readFile(path)).toEqual(CHARTER);
  await expect(copies.sweep()).rejects.toThrow('a bug');
});
