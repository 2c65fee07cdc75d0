// A11 C-5: only regular files are read, and never more of one than allowed.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readHead } from '../../../../main/files/file-head.ts';
import { realFileSystem } from '../../../../main/files/file-system.ts';
import { bytesOfFile, readRegularFile } from '../../../../main/machine/regular-file.ts';
import { troubledMemory } from '../../../support/troubled-memory.ts';

const folder = mkdtempSync(join(tmpdir(), 'regular-'));
const read = (name: string, most = 10) => readRegularFile(realFileSystem, join(folder, name), most);
writeFileSync(join(folder, 'ten'), '0123456789');

it('A11 a file is read whole, up to what may be read', async () => {
  symlinkSync('ten', join(folder, 'link'));

  expect([await read('ten'), await read('link')]).toEqual([Buffer.from('0123456789'), Buffer.from('0123456789')]);
  expect(await read('ten', 9)).toEqual({ not: 'bounded', bytes: 10 });
});

it('A11 C-4 a large file is read whole only where it begins as is wanted', async () => {
  writeFileSync(join(folder, 'large'), '['.repeat(1_100_000));
  const beginningWith = (sign: string) => ({ bytes: 4, isWanted: (beginning: Buffer) => beginning.equals(Buffer.from(sign.repeat(4))) });
  const begun = (name: string, sign: string) => readRegularFile(realFileSystem, join(folder, name), 2_000_000, beginningWith(sign));

  expect([await begun('large', '{'), (await begun('large', '[')) instanceof Buffer, await begun('ten', '{')]).toEqual([
    { not: 'wanted' },
    true,
    Buffer.from('0123456789'),
  ]);
});

it('A11 a folder is none', async () => {
  expect(await read('.')).toEqual({ not: 'folder' });
});

it.skipIf(process.platform === 'win32')('A11 a pipe is not waited for, by what reads a head neither', async () => {
  execFileSync('mkfifo', [join(folder, 'pipe')]);

  expect([await read('pipe'), await readHead(realFileSystem, join(folder, 'pipe'))]).toEqual([{ not: 'file' }, null]);
  await expect(bytesOfFile(realFileSystem, join(folder, 'pipe'))).rejects.toMatchObject({ code: 'ENOENT' });
});

it('A11 what says that it is empty is not opened: a file of the system may never end', async () => {
  const { well, files } = troubledMemory();
  await well.writeFile('/kmsg', '');
  const readFile = () => Promise.reject(new Error('opened'));

  const open = readFile;

  expect(await readRegularFile({ ...files, readFile }, '/kmsg', 10)).toEqual(Buffer.alloc(0));
  expect(await readHead({ ...files, open }, '/kmsg')).toMatchObject({ fileId: null });
});

it.skipIf(process.platform === 'win32')('A11 a link that leads to itself is what the disk says', async () => {
  symlinkSync('loop', join(folder, 'loop'));

  await expect(read('loop')).rejects.toMatchObject({ code: 'ELOOP' });
});
