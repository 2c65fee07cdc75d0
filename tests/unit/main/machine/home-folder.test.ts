// K5: the home folder of the user, also on a system that names none.
import { homedir } from 'node:os';
import { expect, it } from 'vitest';
import { homeFolder } from '../../../../main/machine/home-folder.ts';

const ROOT = process.platform === 'win32' ? /^[A-Z]:\\$/i : /^\/$/;

it('K5 is the one that the system names', () => {
  expect([homeFolder(() => '/home/sonia'), homeFolder()]).toEqual(['/home/sonia', homedir()]);
});

it.each([
  [
    'throws',
    () => {
      throw Object.assign(new Error('no such user'), { code: 'ENOENT' });
    },
  ],
  ['says nothing', () => ''],
  ['says a place relative to wherever one works', () => 'sonia'],
])('K5 is a folder all the same where the system %s', (_what, ask) => {
  expect(homeFolder(ask)).toMatch(ROOT);
});
