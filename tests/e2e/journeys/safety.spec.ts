// Journey: undo and redo survive a restart; what cannot be written or read is explained in plain words; the example comes back.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from '../journey.ts';
import { newAccompaniment } from '../pages/beginnings.ts';
import { HomePage } from '../pages/home-page.ts';
import { UNTITLED } from '../pages/new-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { FramePage } from '../pages/frame-page.ts';
import { SessionPage } from '../pages/session-page.ts';
import { SessionsPage } from '../pages/sessions-page.ts';

test('A6 undo and redo name their step and are still there after a restart', async ({ tierce }) => {
  const frame = await newAccompaniment(tierce);
  await frame.text('Territoire').fill('Melun');
  await frame.text('Territoire').blur();
  await frame.text('Territoire').fill('Provins');
  await frame.text('Territoire').blur();
  await frame.expectSaved();
  await tierce.close();
  await tierce.start();
  await new HomePage(tierce).entry(UNTITLED).click();
  await frame.goTo('Cadre et phases');

  await expect(frame.undo).toHaveAccessibleName(/cadre de la mission/);
  await frame.undo.click();
  await expect(frame.text('Territoire')).toHaveValue('Melun');
  await frame.page.keyboard.press('Control+z');
  await expect(frame.text('Territoire')).toHaveValue('');
  await frame.redo.click();
  await expect(frame.text('Territoire')).toHaveValue('Melun');
});

test('A10 when the file cannot be written the indicator says so, work goes on, and closing leaves the choice', async ({
  tierce,
  folders,
}) => {
  const frame = await newAccompaniment(tierce);
  await frame.expectSaved();
  renameSync(folders.library, `${folders.library} parti`);
  await frame.text('Besoin').fill('Écrit sans la clé.');
  await frame.text('Besoin').blur();

  await frame.expectSaved('failing');
  await expect(frame.saving).toContainText('n’a pas pu être écrit');
  await frame.expectSaid('en sécurité');
  await frame.text('Territoire').fill('Melun');
  await frame.text('Territoire').blur();
  await frame.close();
  await expect(frame.messages.getByRole('button', { name: 'Fermer quand même' })).toBeVisible();
  await expect(frame.text('Territoire')).toHaveValue('Melun');

  renameSync(`${folders.library} parti`, folders.library);
  await frame.page.keyboard.press('Control+s');
  await frame.expectSaved('file');
});

test('A7 files that cannot be read are listed with a plain sentence, and the others open', async ({ tierce, folders }) => {
  await newAccompaniment(tierce);
  const frame = new FramePage(tierce);
  await frame.expectSaved();
  await frame.close();
  mkdirSync(folders.library, { recursive: true });
  writeFileSync(path.join(folders.library, 'vide.tierce'), '');
  writeFileSync(path.join(folders.library, 'autre.tierce'), 'ceci n’est pas un projet');
  await tierce.close();
  await tierce.start();

  const home = new HomePage(tierce);
  await expect(home.unreadable('vide.tierce')).toContainText('est vide');
  await expect(home.unreadable('autre.tierce')).toContainText('n’est pas un fichier de Tierce');
  await home.entry(UNTITLED).click();
  await expect(new SessionsPage(tierce).heading(UNTITLED)).toBeVisible();
});

test('I8 the example can be changed and comes back intact', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  const home = new HomePage(tierce);
  await home.exploreExample();
  await new SessionsPage(tierce).open('Enjeux de chaque structure');
  const session = new SessionPage(tierce);
  await session.title.fill('Tout changé');
  await session.title.blur();
  await session.expectSafe();
  await session.close();

  await home.exploreExample();

  await expect(new SessionsPage(tierce).row('Enjeux de chaque structure')).toBeVisible();
});
