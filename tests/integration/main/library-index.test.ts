// L6 A12 A16: the index of Home on this computer: rows at the next start, and none of a file that was protected or left without traces.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectOk } from '@domain/result.ts';
import { expect, it, vi } from 'vitest';
import { DRAFT } from '../../support/documents.ts';
import { type TestApplication, testApplication } from '../../support/application.ts';

vi.mock('../../../main/vault/derive-key.ts', async () => import('../../model/cheap-derivation.ts'));

const TITLE = 'Offre commune de réemploi';

async function listed() {
  const app = await testApplication();
  const { documentId, revision } = expectOk(await app.call('project.create', { draft: { ...DRAFT, title: TITLE } }));
  expectOk(await app.call('project.save', { documentId }));
  await app.call('library.list', {});
  const index = () => readFile(join(app.data, 'library.json'), 'utf8');
  return { app, documentId, revision, index };
}

const titlesIn = async (app: TestApplication) =>
  expectOk(await app.call('library.list', {})).entries.map((entry) =>
    entry.state === 'readable' ? entry.summary.title : entry.state === 'unreadable' ? entry.failure.code : '',
  );

it('L6 is there at the next start', async () => {
  const { app, index } = await listed();
  await app.application.finish(true);

  expect([(await index()).includes(TITLE), await titlesIn(await testApplication({ folder: app.folder }))]).toEqual([true, [TITLE]]);
});

it('A12 has nothing of a file once it is protected, but that it is', async () => {
  const { app, documentId, revision, index } = await listed();
  expectOk(
    await app.call('protection.set', {
      documentId,
      baseRevision: revision,
      commandId: 'command-01',
      passphrase: 'châtaigne lente sous abri',
    }),
  );

  expect((await index()).includes(TITLE)).toBe(false);
  expect([await titlesIn(app), (await index()).includes(TITLE)]).toEqual([['file-sealed'], false]);
});

it('A16 has nothing of a file of which nothing was to be left, also once Home has shown it again', async () => {
  const { app, documentId, index } = await listed();
  expectOk(await app.call('traces.leave', { documentId }));

  expect((await index()).includes(TITLE)).toBe(false);
  expect([await titlesIn(app), (await index()).includes(TITLE)]).toEqual([[TITLE], false]);
});
