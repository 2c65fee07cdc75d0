// A8 A9 A10: what the user does to the file itself while Tierce has it open: protects it, renames it.
import { chmodSync, existsSync, readdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from '../journey.ts';
import { accompanimentWith } from '../pages/beginnings.ts';
import { HomePage } from '../pages/home-page.ts';
import { UNTITLED } from '../pages/new-page.ts';
import type { TestFolders } from '../shells/test-app.ts';

const accompaniment = ({ library }: TestFolders): string =>
  path.join(library, readdirSync(library).find((name) => name.endsWith('.tierce') && !name.startsWith('Mon profil')) ?? '');

test('A10 a file that is protected against writing opens read-only, and is changed once the user allows it', async ({
  tierce,
  folders,
}) => {
  const frame = await accompanimentWith(tierce, 'Un besoin.');
  await frame.close();
  const file = accompaniment(folders);
  chmodSync(file, 0o444);

  await new HomePage(tierce).entry(UNTITLED).click();
  const allow = tierce.page.getByRole('button', { name: 'Autoriser les changements' });
  await expect(allow).toBeVisible();
  await frame.goTo('Cadre et phases');
  await expect(frame.text('Besoin')).not.toBeEditable();
  await allow.click();

  await expect(allow).toBeHidden();
  await frame.goTo('Cadre et phases');
  await frame.text('Besoin').fill('Un autre besoin.');
  await frame.text('Besoin').blur();
  await frame.expectSaved();
  expect(statSync(file).mode & 0o222).not.toBe(0);
});

test('A9 a file that is renamed in its folder while it is open is gone on with under its new name', async ({ tierce, folders }) => {
  const frame = await accompanimentWith(tierce, 'Un besoin.');
  const before = accompaniment(folders);
  const after = path.join(folders.library, 'Autre nom.tierce');
  renameSync(before, after);

  await frame.text('Besoin').fill('Un autre besoin.');
  await frame.text('Besoin').blur();
  await frame.expectSaved('file');

  await frame.goTo('Fichier');
  await expect(frame.main).toContainText('Autre nom.tierce');
  expect([existsSync(before), existsSync(after)]).toEqual([false, true]);
});
