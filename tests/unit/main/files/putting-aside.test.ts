// A3: what the file writer sets aside or removes for good.
import { describe, expect, it } from 'vitest';
import { putAside, removeNamed, removeQuietly } from '../../../../main/files/replace-file.ts';
import { BUG, failing } from '../../../support/troubled-memory.ts';
import { FOLDER, library, OLD, PATH } from '../../../support/one-file-library.ts';

describe('removing and putting aside', () => {
  it('A3 removes the files whose names are such, as far as the disk lets us', async () => {
    const { files, well, names, trouble } = await library();
    for (const name of ['a1', 'a2', 'b1']) await well.writeFile(`/library/${name}`, '');
    trouble.before = failing('unlink', 'EACCES', (path) => path.endsWith('a1'));
    await removeNamed(files, FOLDER, (name) => name.startsWith('a'));

    expect(await names()).toEqual(['a1', 'b1', 'mission.tierce']);
  });

  it('A3 removes a file where that can be done, and lets a bug through', async () => {
    const { files, names, trouble } = await library();
    await removeQuietly(files, '/library/gone');
    await removeQuietly(files, PATH);
    expect(await names()).toEqual([]);
    trouble.before = BUG;
    await expect(removeQuietly(files, PATH)).rejects.toThrow('a bug');
  });

  it('A3 gives a file another name in its folder', async () => {
    const { files, well } = await library();
    await putAside(files, PATH, 'aside.tierce');

    expect(await well.readFile('/library/aside.tierce', 'utf8')).toBe(OLD);
    await expect(putAside(files, PATH, 'aside.tierce')).rejects.toThrow('ENOENT');
  });
});
