// A11: the name under which a file was last backed up, which identifies it when it can no longer identify itself.
import { describe, expect, it } from 'vitest';
import { noteName, notedName } from '../../../../main/backups/noted-names.ts';
import { BUG, failing, FOLDER } from '../../../support/backup-world.ts';
import { troubledMemory } from '../../../support/troubled-memory.ts';

const MADE_UP = { name: 'test-file-1.tierce', at: 0 };

async function folderWithName(name: string | null) {
  const world = troubledMemory();
  await world.well.mkdir(FOLDER, { recursive: true });
  if (name !== null) await world.well.writeFile(`${FOLDER}/name`, name);
  return world;
}

describe('the name of a file that is backed up', () => {
  it('A11 is noted beside its backups, with the moment', async () => {
    const { files, well, clock } = await folderWithName(null);
    clock.ms += 5000;
    await noteName(files, FOLDER, { name: 'Été à Melun.tierce', nonce: 'n-1' });

    expect(await notedName(files, FOLDER)).toEqual({ name: 'Été à Melun.tierce', at: clock.ms });
    expect([await well.readdir(FOLDER), await well.readFile(`${FOLDER}/name`, 'utf8')]).toEqual([['name'], 'Été à Melun.tierce']);
  });

  it('A11 is made of the id where none was noted, nor can be', async () => {
    const { files, trouble } = await folderWithName(null);
    trouble.before = failing('open', 'EROFS');
    await noteName(files, FOLDER, { name: 'mission.tierce', nonce: 'n-1' });

    expect(await notedName(files, FOLDER)).toEqual(MADE_UP);
  });

  it.each(['../mission.tierce', 'a/b.tierce', 'mission.txt', '', '.tierce', 'mission\n2.tierce'])(
    'A11 is made of the id where %j was noted',
    async (name) => {
      const { files, clock } = await folderWithName(name);

      expect(await notedName(files, FOLDER)).toEqual({ ...MADE_UP, at: clock.ms });
    },
  );

  it('A11 is taken whatever the case of its ending', async () => {
    const { files } = await folderWithName('MISSION.TIERCE');

    expect(await notedName(files, FOLDER)).toMatchObject({ name: 'MISSION.TIERCE' });
  });

  it('A11 is made of the id where it cannot be read, or is no small file', async () => {
    const { files, trouble, well } = await folderWithName('mission.tierce');
    trouble.before = failing('readFile', 'EIO');
    const unreadable = await notedName(files, FOLDER);
    trouble.before = () => undefined;
    await well.writeFile(`${FOLDER}/name`, `${'x'.repeat(70_000)}.tierce`);

    expect([unreadable, await notedName(files, FOLDER)]).toEqual([MADE_UP, MADE_UP]);
  });

  it('A11 lets a bug through', async () => {
    const { files, trouble } = await folderWithName('mission.tierce');
    trouble.before = BUG;

    await expect(notedName(files, FOLDER)).rejects.toThrow('a bug');
  });
});
