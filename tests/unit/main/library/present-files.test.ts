// A4: which files are in a folder, identified by their ids.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectOk } from '@domain/result.ts';
import { expect, it } from 'vitest';
import { realFileSystem } from '../../../../main/files/file-system.ts';
import { presentIn } from '../../../../main/library/present-files.ts';
import { temporaryFolder } from '../../../support/worlds.ts';

const EXAMPLE = 'resources/examples/offre-commune.tierce';
const idOf = (bytes: string) => /"fileId": "([^"]+)"/.exec(bytes)?.[1] ?? '';

it('A4 tells files by their ids, and names those that do not say theirs', async () => {
  const folder = await temporaryFolder();
  const bytes = await readFile(EXAMPLE, 'utf8');
  await writeFile(join(folder, 'renommé.tierce'), bytes);
  await writeFile(join(folder, 'EN CAPITALES.TIERCE'), bytes);
  await writeFile(join(folder, 'vide.tierce'), '');
  await writeFile(join(folder, 'notes.txt'), 'Sans identité');
  await mkdir(join(folder, 'dossier.tierce'));

  const { fileIds, unread } = expectOk(await presentIn(realFileSystem, folder));

  expect(idOf(bytes)).not.toBe('');
  expect([...fileIds]).toEqual([idOf(bytes)]);
  expect([...unread].toSorted()).toEqual(['dossier.tierce', 'vide.tierce']);
});

it('A4 has nothing of a folder that is gone, and says so where it cannot look', async () => {
  const folder = await temporaryFolder();
  expect(expectOk(await presentIn(realFileSystem, join(folder, 'absent')))).toEqual({ fileIds: new Set(), unread: new Set() });

  const denied = {
    ...realFileSystem,
    readdir: () => Promise.reject(Object.assign(new Error('no'), { code: 'EACCES' })),
  } as unknown as typeof realFileSystem;
  expect(await presentIn(denied, folder)).toMatchObject({ ok: false, failure: { code: 'disk-denied', name: '/folder' } });
  const bug = { ...realFileSystem, readdir: () => Promise.reject(new TypeError('bug')) } as unknown as typeof realFileSystem;
  await expect(presentIn(bug, folder)).rejects.toThrow(TypeError);
});
