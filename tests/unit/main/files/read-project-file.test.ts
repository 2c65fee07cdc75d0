// A1 A11: a project file is read, whatever it contains.
import { expectOk } from '@domain/result.ts';
import { describe, expect, it } from 'vitest';
import { LARGEST_FILE_BYTES, serialiseProject } from '../../../../main/files/envelope.ts';
import type { FileSystem } from '../../../../main/files/file-system.ts';
import { readProjectFile } from '../../../../main/files/read-project-file.ts';
import { HEADER } from '../../../support/header.ts';
import { SMALL } from '../../../support/loose-pieces.ts';
import { BUG, failing, troubledMemory } from '../../../support/troubled-memory.ts';

const PATH = '/mission.tierce';
async function library() {
  const world = troubledMemory();
  await world.well.writeFile(PATH, serialiseProject({ header: HEADER, document: SMALL }, null));
  /** What the disk says of the file, unless the test overrides it. */
  const looking = (but: object): FileSystem => {
    const stat = async (path: string) => ({ ...(await world.files.stat(path)), ...but });
    return { ...world.files, stat: stat as unknown as FileSystem['stat'] };
  };
  return { ...world, looking };
}

describe('a project file', () => {
  it('A1 is read whole', async () => {
    expect(expectOk(await readProjectFile((await library()).files, PATH)).document).toEqual(SMALL);
  });

  it('A11 is said to be missing, a folder, or no file at all', async () => {
    const { files, looking } = await library();
    const pipe = looking({ isFile: () => false, isDirectory: () => false });

    expect([await readProjectFile(files, '/gone.tierce'), await readProjectFile(files, '/'), await readProjectFile(pipe, PATH)]).toEqual([
      { ok: false, failure: { code: 'file-not-found', name: 'gone.tierce' } },
      { ok: false, failure: { code: 'file-is-folder', name: '' } },
      { ok: false, failure: { code: 'file-not-tierce', name: 'mission.tierce' } },
    ]);
  });

  it('A11 is not read when it is larger than any that was written', async () => {
    const { looking } = await library();
    const bytes = LARGEST_FILE_BYTES + 1;

    const failure = { code: 'file-too-large', name: 'mission.tierce', bytes };

    expect(await readProjectFile(looking({ size: bytes }), PATH)).toEqual({ ok: false, failure });
    expect((await readProjectFile(looking({ size: LARGEST_FILE_BYTES }), PATH)).ok).toBe(true);
  });

  it('A10 is not read from a disk that does not answer; a bug is let through', async () => {
    const { files, trouble } = await library();
    trouble.before = failing('readFile', 'EACCES');
    expect(await readProjectFile(files, PATH)).toEqual({ ok: false, failure: { code: 'disk-denied', name: 'mission.tierce' } });
    trouble.before = BUG;
    await expect(readProjectFile(files, PATH)).rejects.toThrow('a bug');
  });
});
