// Journey: what a first start refuses, and what an empty Home teaches.
import { existsSync, readdirSync } from 'node:fs';

import { expect, test } from '../journey.ts';
import { HomePage } from '../pages/home-page.ts';
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
