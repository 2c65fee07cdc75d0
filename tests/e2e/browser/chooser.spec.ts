// The browser shell's own file chooser, which replaces the dialogs of the system.
import { AxeBuilder } from '@axe-core/playwright';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from '../journey.ts';
import { ChooserPage } from '../pages/chooser-page.ts';
import { HomePage } from '../pages/home-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { DocumentsPage } from '../pages/documents-page.ts';
import { SessionPage } from '../pages/session-page.ts';
import { SessionsPage } from '../pages/sessions-page.ts';

test.use({ dialogs: 'own', chromium: 'installed' });

test('K2 a folder is chosen by its place and its name, with the keyboard', async ({ tierce, folders }) => {
  mkdirSync(path.join(folders.documents, 'Mes missions'));
  const chooser = new ChooserPage(tierce);
  const welcome = new WelcomePage(tierce);
  await welcome.chooseFolder.click();
  await expect(chooser.dialog).toBeVisible();
  await chooser.entry('Mes missions').focus();
  await tierce.page.keyboard.press('Enter');
  await expect(chooser.entry('Dossier parent')).toBeVisible();
  await chooser.choose.focus();
  await tierce.page.keyboard.press('Enter');
  await expect(chooser.dialog).toBeHidden();

  await welcome.introduce();

  expect(existsSync(path.join(folders.documents, 'Mes missions'))).toBe(true);
  expect(existsSync(folders.library)).toBe(false);
});

test('K2 the chooser stands in the middle, says its purpose, marks one button, and says that a folder is empty', async ({
  tierce,
  folders,
}) => {
  mkdirSync(path.join(folders.documents, 'Vide'));
  const chooser = new ChooserPage(tierce);
  await new WelcomePage(tierce).chooseFolder.click();
  await expect(chooser.dialog).toHaveAccessibleName('Dossier de vos accompagnements');
  await expect(chooser.mainButton).toHaveText(['Choisir ce dossier']);
  await expect(async () => expect(Math.max(...(await chooser.offCentre()))).toBeLessThanOrEqual(1)).toPass();
  await chooser.entry('Vide').click();
  await expect(chooser.dialog.getByRole('status')).toHaveText('Ce dossier n’en contient pas d’autre. Vous pouvez le choisir.');
});

test('K2 giving up changes nothing', async ({ tierce }) => {
  const chooser = new ChooserPage(tierce);
  await new WelcomePage(tierce).chooseFolder.click();
  await expect(chooser.dialog).toBeVisible();
  await tierce.page.keyboard.press('Escape');

  await expect(chooser.dialog).toBeHidden();
  await expect(new WelcomePage(tierce).begin).toBeEnabled();
});

test('K2 H1 a report is saved under a name, and replacing is asked first', async ({ tierce, folders }) => {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).exploreExample();
  await new SessionsPage(tierce).open('Enjeux de chaque structure');
  await new SessionPage(tierce).report.click();
  const target = path.join(folders.documents, 'compte-rendu.pdf');
  writeFileSync(target, 'avant');
  const chooser = new ChooserPage(tierce);
  await new DocumentsPage(tierce).save.click();
  await chooser.place('Documents').click();
  await chooser.fileName.fill('compte/rendu');
  await chooser.save.click();
  await expect(chooser.dialog).toContainText('Ce nom ne peut pas être celui d’un fichier.');
  await chooser.fileName.fill('compte-rendu');
  await chooser.save.click();
  await expect(chooser.dialog).toContainText('Un fichier de ce nom est déjà dans ce dossier.');

  await chooser.replace.click();

  await expect(chooser.dialog).toBeHidden();
  await expect.poll(() => readFileSync(target).subarray(0, 5).toString(), { timeout: 20_000 }).toBe('%PDF-');
});

test('K2 A14 a document of any kind is attached by its dialog, and one without an ending is saved under its name', async ({
  tierce,
  folders,
}) => {
  writeFileSync(path.join(folders.documents, 'feuille signée.pdf'), 'une feuille');
  writeFileSync(path.join(folders.documents, 'LISEZMOI'), 'sans fin');
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).exploreExample();
  await new SessionsPage(tierce).open('Enjeux de chaque structure');
  const session = new SessionPage(tierce);
  const chooser = new ChooserPage(tierce);
  for (const name of ['feuille signée.pdf', 'LISEZMOI']) {
    await session.attach.click();
    await chooser.place('Documents').click();
    await chooser.entry(name).click();
    await expect(session.attachments).toContainText(name);
  }

  await session.saveAttachment('LISEZMOI');
  await chooser.place('Documents').click();
  await chooser.fileName.fill('copie');
  await chooser.save.click();
  await expect(chooser.dialog).toBeHidden();
  await expect.poll(() => existsSync(path.join(folders.documents, 'copie'))).toBe(true);
  expect(readFileSync(path.join(folders.documents, 'copie'), 'utf8')).toBe('sans fin');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    // The window reads the system's theme when it starts: after a later change it would still be light.
    test.use({ colorScheme });

    test('K2 the chooser is accessible', async ({ tierce }) => {
      await new WelcomePage(tierce).chooseFolder.click();
      const chooser = new ChooserPage(tierce);
      await expect(chooser.dialog).toBeVisible();
      // A list that fills while axe is checking it is neither the empty one nor the full one.
      await expect(chooser.currentPlace).toBeVisible();

      const { violations } = await new AxeBuilder({ page: tierce.page }).include('dialog').analyze();

      expect(violations.filter(({ impact }) => impact === 'critical' || impact === 'serious').map(({ id }) => id)).toEqual([]);
      expect(await tierce.page.evaluate(() => document.documentElement.dataset['theme'])).toBe(colorScheme);
    });
  });
}
