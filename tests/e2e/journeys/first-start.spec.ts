// Journey: what a first start refuses, and what an empty Home teaches.
import { existsSync, readdirSync } from 'node:fs';

import { expect, test } from '../journey.ts';
import { FramePage } from '../pages/frame-page.ts';
import { HomePage } from '../pages/home-page.ts';
import { NewPage } from '../pages/new-page.ts';
import { SessionPage } from '../pages/session-page.ts';
import { SessionsPage } from '../pages/sessions-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';

test('A1 a missing name and an absurd day are told at their fields, and nothing is written', async ({ tierce, folders }) => {
  const welcome = new WelcomePage(tierce);
  await welcome.name.fill('   ');
  await welcome.day.fill('25 h');
  await welcome.begin.click();

  await expect(welcome.main.getByText('Écrivez votre nom')).toBeVisible();
  await expect(welcome.main.getByText('Écrivez une durée comme 7 h')).toBeVisible();
  expect(existsSync(folders.library) ? readdirSync(folders.library) : []).toEqual([]);
});

test('I8 an empty Home teaches and offers the example, which opens', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  const home = new HomePage(tierce);
  await expect(home.main.getByText('Un accompagnement, un fichier')).toBeVisible();

  await home.exploreExample();

  await expect(home.page.getByText('Exemple fictif')).toBeVisible();
});

test('I8 the first steps lead, are ticked by what was done, and are gone when nothing is left', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  const home = new HomePage(tierce);
  await expect(home.firstSteps.getByRole('listitem')).toHaveCount(4);
  await expect(home.stepsDone).toHaveCount(0);

  await home.firstStep('Parcourez l’exemple').click();
  await expect(home.page.getByText('Exemple fictif')).toBeVisible();
  await home.close();
  await expect(home.stepsDone).toHaveText([/Parcourez l’exemple/]);

  await home.firstStep('Créez un accompagnement').click();
  await new NewPage(tierce).createAsIs.click();
  await expect(new FramePage(tierce).text('Besoin')).toBeVisible();
  await home.close();
  await expect(home.stepsDone).toHaveText([/Parcourez l’exemple/, /Créez un accompagnement/]);

  await home.firstStep('Notez une séance').click();
  await new SessionsPage(tierce).create.click();
  await expect(new SessionPage(tierce).title).toBeFocused();
  await home.close();
  await expect(home.stepsDone).toHaveCount(3);

  await home.firstStep('Dites combien de jours sont financés').click();
  await home.main.getByRole('button', { name: 'Ajouter une enveloppe' }).first().click();
  const dialog = home.page.getByRole('dialog');
  await dialog.getByLabel('Financeur').fill('DLA 77');
  await dialog.getByLabel('Jours accordés').fill('6');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await home.close();
  await expect(home.table).toBeVisible();
  await expect(home.firstSteps).toHaveCount(0);
});

test('I8 the first steps are closed for good', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  const home = new HomePage(tierce);
  await home.firstSteps.getByRole('button', { name: 'Ne plus montrer les premiers pas' }).click();
  await expect(home.firstSteps).toHaveCount(0);
  await tierce.close();
  await tierce.start();

  await expect(home.main.getByText('Un accompagnement, un fichier')).toBeVisible();
  await expect(home.firstSteps).toHaveCount(0);
});
