// A16: which files are on a removable disk, as far as their path shows.
import { expect, it } from 'vitest';
import { isRemovable } from '../../../main/project/removable.ts';

it.each([
  ['linux', '/media/sonia/CLE/Offre.tierce', true],
  ['linux', '/run/media/sonia/CLE/Offre.tierce', true],
  ['linux', '/home/sonia/Documents/Tierce/Offre.tierce', false],
  ['darwin', '/Volumes/CLE/Offre.tierce', true],
  ['darwin', '/Users/sonia/Documents/Offre.tierce', false],
  ['win32', 'E:\\Offre.tierce', true],
  ['win32', 'c:\\Users\\sonia\\Documents\\Offre.tierce', false],
  ['win32', '\\\\serveur\\partage\\Offre.tierce', true],
] as const)('A16 on %s takes %s for a disk that is taken along: %s', (platform, file, expected) => {
  expect(isRemovable(file, { platform, home: platform === 'win32' ? 'C:\\Users\\sonia' : '/home/sonia' })).toBe(expected);
});
