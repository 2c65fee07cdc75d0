// I1 A9: why no file is found under a name.
import { mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { realFileSystem } from '../../../../main/files/file-system.ts';
import { whyAbsent } from '../../../../main/machine/absent-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'absent-'));
const why = async (name: string) => (await whyAbsent(realFileSystem, join(folder, name))).code;

it('A9 a file that has gone is not there, and one whose name is no text has a name that cannot be read', async () => {
  expect([await why('gone.tierce'), await why('Caf\uFFFD.tierce'), await why('no folder/gone.tierce')]).toEqual([
    'file-not-found',
    'file-name-unreadable',
    'file-not-found',
  ]);
});

it.skipIf(process.platform === 'win32')('A9 a link that leads to nothing, or to itself, is broken', async () => {
  symlinkSync('nowhere', join(folder, 'link'));
  symlinkSync('loop', join(folder, 'loop'));

  expect([await why('link'), await why('loop')]).toEqual(['file-link-broken', 'file-link-broken']);
});
