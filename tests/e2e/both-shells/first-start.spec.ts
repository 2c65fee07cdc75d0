// Journey: the first start asks who is working, and where the library is.
import { readdirSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from '../journey.ts';
import { HomePage } from '../pages/home-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';

test('A1 the first start asks who is working and keeps it in the personal file', async ({ tierce, folders }) => {
  const welcome = new WelcomePage(tierce);
  await expect(welcome.heading('Bienvenue dans Tierce')).toBeVisible();

  await welcome.name.fill('Sonia Nadir');
  await welcome.function.fill('Accompagnatrice');
  await welcome.day.fill('7h30');
  await welcome.begin.click();

  await expect(new HomePage(tierce).heading('Accompagnements')).toBeVisible();
  expect(readdirSync(folders.library).some((name) => name.endsWith('.tierce'))).toBe(true);

  await tierce.close();
  await tierce.start();
  await expect(new HomePage(tierce).heading('Accompagnements')).toBeVisible();
});

test('A1 the library folder can be chosen at the first start', async ({ tierce, folders }) => {
  const chosen = path.join(folders.documents, 'Mes missions');
  const welcome = new WelcomePage(tierce);
  await tierce.answerDialogs(chosen);
  await welcome.chooseFolder.click();
  await expect(welcome.main.getByText('Mes missions')).toBeVisible();

  await welcome.introduce();

  expect(readdirSync(chosen).some((name) => name.endsWith('.tierce'))).toBe(true);
});
