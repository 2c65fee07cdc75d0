// The screens with a full accompaniment: two hundred sessions, two thousand entries and structures, very long names.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from '../journey.ts';
import { openedFile } from '../pages/beginnings.ts';
import { CollectivePage } from '../pages/collective-page.ts';
import { HomePage } from '../pages/home-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { SessionsPage } from '../pages/sessions-page.ts';
import { TimePage } from '../pages/time-page.ts';
import { fullProject, LONG_TITLE } from '../full-project.ts';

test('L3 two hundred sessions and two thousand entries are listed, searched and scrolled', async ({ tierce, folders }) => {
  await openedFile(tierce, folders, fullProject());

  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  await expect(sessions.table).toHaveAttribute('aria-rowcount', '201');
  expect(await sessions.table.getByRole('row').count()).toBeLessThan(80);
  await (await sessions.openPalette()).fill('séance 007');
  await sessions.page.keyboard.press('Enter');
  await expect(sessions.heading(/Séance 007/)).toBeAttached();

  const time = new TimePage(tierce);
  await time.goTo('Jours et temps');
  expect(Number(await time.table.getAttribute('aria-rowcount'))).toBeGreaterThan(2000);
  await time.main.evaluate((main) => main.scrollTo(0, main.scrollHeight));
  await expect(time.row('Entrée 0001')).toBeVisible();
});

test('L3 two thousand structures are drawn as far as a map can carry, listed, sorted and found', async ({ tierce, folders }) => {
  await openedFile(tierce, folders, fullProject());
  const collective = new CollectivePage(tierce);
  await collective.goTo('Collectif');

  await expect(collective.dot('Structure 0001', 'noyau dur')).toBeVisible();
  expect(await collective.map.getByRole('button').count()).toBe(60);
  await collective.view('Liste');
  await expect(collective.list).toHaveAttribute('aria-rowcount', '2002');
  expect(await collective.list.getByRole('row').count()).toBeLessThan(80);
  await collective.list.getByRole('button', { name: 'Emplois' }).click();
  await collective.list.getByRole('button', { name: 'Emplois' }).click();
  await expect(collective.list.getByRole('row').nth(1)).toContainText('89');
  await (await collective.openPalette()).fill('structure 1234');
  await collective.page.keyboard.press('Enter');
  await expect(collective.panel.getByRole('heading', { name: 'Structure 1234' })).toBeAttached();
});

test('H8 a very long title keeps within its screen', async ({ tierce, folders }) => {
  await new WelcomePage(tierce).introduce();
  mkdirSync(folders.library, { recursive: true });
  writeFileSync(path.join(folders.library, 'plein.tierce'), fullProject());
  await tierce.close();
  await tierce.start();

  const home = new HomePage(tierce);
  await expect(home.entry(LONG_TITLE)).toBeVisible();
  expect(await home.main.evaluate((main) => main.scrollWidth - main.clientWidth)).toBeLessThanOrEqual(1);
  await home.entry(LONG_TITLE).click();
  const sessions = new SessionsPage(tierce);
  for (const screen of ['Cadre et phases', 'Collectif', 'Jours et temps', 'Séances'] as const) {
    await sessions.goTo(screen);
    expect(await sessions.main.evaluate((main) => main.scrollWidth - main.clientWidth), screen).toBeLessThanOrEqual(1);
  }
});
