// A4 A14: what a folder of backups is reported to hold, whatever else is there and whatever the disk says.
import { emptyDocument } from '@domain/document.ts';
import { describe, expect, it } from 'vitest';
import { contentsNamed, namedBackups, namesIn, storedBackups } from '../../../../main/backups/backup-folder.ts';
import { backupFileName } from '../../../../main/backups/backup-name.ts';
import { serialiseProject } from '../../../../main/files/envelope.ts';
import { contentName } from '../../../../main/vault/content-names.ts';
import { FileSealer } from '../../../../main/vault/file-sealer.ts';
import { CHARTER_SHA, projectWithCharter } from '../../../support/attached-charter.ts';
import { BUG, failing, FOLDER, subjectAt } from '../../../support/backup-world.ts';
import { troubledMemory } from '../../../support/troubled-memory.ts';

const nameAt = (sequence: number) => backupFileName({ ...subjectAt(sequence), sequence, runDay: 1 });
const [ONE, TWO, THREE] = [1, 2, 3].map(nameAt) as [string, string, string];
const [SHA, OTHER] = ['a1'.repeat(32), 'b2'.repeat(32)] as const;

/** A folder with files in it, by their names. */
async function folderWith(contents: Readonly<Record<string, string>>) {
  const world = troubledMemory();
  await world.well.mkdir(FOLDER, { recursive: true });
  for (const [name, content] of Object.entries(contents)) await world.well.writeFile(`${FOLDER}/${name}`, content);
  return world;
}

describe('the folder of backups', () => {
  it('A4 holds none where none was ever taken', async () => {
    const { files } = troubledMemory();

    expect([await namesIn(files, FOLDER), await namedBackups(files, FOLDER), await storedBackups(files, FOLDER)]).toEqual([[], [], []]);
    expect((await contentsNamed(files, FOLDER, null))(SHA)).toBe(false);
  });

  it('A4 A10 says why it cannot be listed', async () => {
    const { files, trouble } = await folderWith({ [ONE]: 'x' });
    trouble.before = failing('readdir', 'EACCES');

    await expect(namesIn(files, FOLDER)).rejects.toThrow('EACCES');
    await expect(storedBackups(files, FOLDER)).rejects.toThrow('EACCES');
  });

  it('A4 is listed the newest first, with what each name says and how large each is; what is no backup is passed over', async () => {
    const { files, well } = await folderWith({ [ONE]: 'x', [THREE]: 'xxx', [TWO]: '', 'notes.txt': 'x', name: 'mission.tierce' });
    await well.mkdir(`${FOLDER}/${nameAt(4)}`);

    expect((await namedBackups(files, FOLDER)).map(({ fileName }) => fileName)).toEqual([nameAt(4), THREE, TWO, ONE]);
    expect((await storedBackups(files, FOLDER)).map(({ sequence, fileName, bytes }) => [sequence, fileName, bytes])).toEqual([
      [3, THREE, 3],
      [2, TWO, 0],
      [1, ONE, 1],
    ]);
  });

  it('A4 lists thousands, of which only so many are asked for their size at a time', async () => {
    const many = Array.from({ length: 150 }, (_, place) => place + 1);
    const { files, trouble } = await folderWith(Object.fromEntries(many.map((sequence) => [nameAt(sequence), 'x'.repeat(sequence)])));
    let [underWay, most] = [0, 0];
    trouble.before = async (call) => {
      if (call !== 'stat') return;
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise(setImmediate);
      underWay -= 1;
    };

    const listed = await storedBackups(files, FOLDER);

    expect(listed.map(({ bytes }) => bytes)).toEqual(many.toReversed());
    expect(most).toBe(64);
  });

  it('A4 lists no backup that is gone between two looks, and one of which the disk says nothing all the same', async () => {
    const { files, trouble } = await folderWith({ [ONE]: 'x', [TWO]: 'x', [THREE]: 'x' });
    trouble.before = (call, path) => failing('stat', path.endsWith(ONE) ? 'ENOENT' : 'EIO', () => !path.endsWith(THREE))(call, path);

    expect((await storedBackups(files, FOLDER)).map(({ fileName, bytes }) => [fileName, bytes])).toEqual([
      [THREE, 1],
      [TWO, 0],
    ]);
  });

  it('A4 lets a bug through', async () => {
    const { files, trouble } = await folderWith({ [ONE]: 'x' });
    trouble.before = BUG;
    await expect(namesIn(files, FOLDER)).rejects.toThrow('a bug');
    await expect(contentsNamed(files, FOLDER, null)).rejects.toThrow('a bug');
    trouble.before = (call, path) => (call === 'stat' ? BUG(call, path) : undefined);
    await expect(storedBackups(files, FOLDER)).rejects.toThrow('a bug');
  });
});

describe('the contents that backups name', () => {
  it('A14 are those of any of them, by their whole fingerprint', async () => {
    const { files } = await folderWith({
      [ONE]: `{"sha256":"${SHA}"}`,
      [TWO]: `{"sha256":"${OTHER}"}`,
      [THREE]: `{"x":"${'c'.repeat(65)}"}`,
    });

    const isNamed = await contentsNamed(files, FOLDER, null);

    expect([SHA, OTHER, 'c'.repeat(64), 'd'.repeat(64), ''].map(isNamed)).toEqual([true, true, false, false, false]);
  });

  it.each([
    ['of a version before 4', '{\n"desk": {"sealedAt":1,"data":""}}'],
    ['whose manifest does not open', '{\n"format": "tierce",\n"manifest": "AAAA",\n"blocks": {\n}'],
  ])('A14 A12 may be any as soon as one backup is sealed, %s', async (_, sealed) => {
    const { files } = await folderWith({ [ONE]: sealed, [TWO]: SHA });

    for (const key of [null, Buffer.alloc(32, 9)]) expect((await contentsNamed(files, FOLDER, key))(OTHER)).toBe(true);
  });

  it('A14 A12 are those of the manifest of a sealed one, under the names that its key tells', async () => {
    const key = Buffer.alloc(32, 9);
    const { header, document } = projectWithCharter(emptyDocument('accompaniment'));
    const ring = { id: 'ring-of-backup', slots: [{ kind: 'system' as const, wrapped: 'AAAA' }] };
    const sealed = serialiseProject(
      { header: { ...header, keys: { file: ring, vault: null } }, document },
      new FileSealer(header.fileId, key),
    );
    const { files } = await folderWith({ [ONE]: sealed.toString() });

    const isNamed = await contentsNamed(files, FOLDER, key);

    expect([contentName(key, CHARTER_SHA), CHARTER_SHA, OTHER].map(isNamed)).toEqual([true, false, false]);
    expect((await contentsNamed(files, FOLDER, Buffer.alloc(32, 8)))(OTHER)).toBe(true);
  });

  it.each(['readdir', 'readFile'])('A14 may be any while backups cannot be read (%s)', async (call) => {
    const { files, trouble } = await folderWith({ [ONE]: SHA });
    trouble.before = failing(call, 'EIO');

    expect((await contentsNamed(files, FOLDER, null))(OTHER)).toBe(true);
  });
});
