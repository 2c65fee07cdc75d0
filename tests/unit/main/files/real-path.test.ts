// A8: two paths to one file lead to one lock.
import { describe, expect, it } from 'vitest';
import type { FileSystem } from '../../../../main/files/file-system.ts';
import { realPath } from '../../../../main/files/real-path.ts';
import { BUG, troubledMemory } from '../../../support/troubled-memory.ts';

describe('where a path leads', () => {
  it('A8 is told by the disk', async () => {
    const realpath = (async () => '/real/mission.tierce') as unknown as FileSystem['realpath'];

    expect(await realPath({ ...troubledMemory().files, realpath }, '/link.tierce')).toBe('/real/mission.tierce');
  });

  it('A8 is the path itself where nothing stands', async () => {
    expect(await realPath(troubledMemory().files, '/gone.tierce')).toBe('/gone.tierce');
  });

  it('A8 is not told by a bug', async () => {
    const { files, trouble } = troubledMemory();
    trouble.before = BUG;

    await expect(realPath(files, '/x')).rejects.toThrow('a bug');
  });
});
