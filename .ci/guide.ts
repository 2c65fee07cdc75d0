// `npm run guide`: takes the screenshots of docs/guide.fr.md from the running application, with the example open, so that they stay
// accurate.
import { mkdirSync } from 'node:fs';
import path from 'node:path';

import { type Browser, chromium, type Page } from '@playwright/test';

import type { ScreenName } from '../renderer/state/screens.ts';
import { reach } from '../tests/e2e/pages/tour.ts';
import { startBrowserApp } from '../tests/e2e/shells/browser-app.ts';
import { makeFolders, removeFolders } from '../tests/e2e/shells/test-app.ts';
import { ensureBuild } from './build.mjs';
import { testChromium } from './chromium.mjs';
import { root } from './root.mjs';
import { ensureBrowserTestBuild } from './test-builds.mjs';

const FOLDER = path.join(root, 'docs/images');
const NOW = '2026-06-15T08:00:00.000Z';

/** Picture → the screen that it shows, and what to do there first. */
const PICTURES: Readonly<Record<string, { readonly screen: ScreenName; readonly first?: (page: Page) => Promise<void> }>> = {
  home: { screen: 'home' },
  new: { screen: 'new' },
  overview: { screen: 'overview' },
  phases: { screen: 'frame' },
  session: { screen: 'session' },
  collective: {
    screen: 'collective',
    first: async (page) =>
      page
        .getByRole('button', { name: /^La Boucle/ })
        .first()
        .click(),
  },
  time: { screen: 'time' },
  documents: { screen: 'documents', first: async (page) => page.locator('.page-canvas').first().waitFor() },
  notebook: { screen: 'notebook', first: openNotebook },
  file: { screen: 'file', first: keepBackups },
};

/** Makes a change that is saved, so that there is a backup to show. */
async function keepBackups(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^Cadre et phases/ }).click();
  await page.getByRole('tab', { name: 'Cadre', exact: true }).click();
  const need = page.getByLabel('Besoin').first();
  await need.fill('Répondre ensemble aux marchés publics du sud du département.');
  await need.blur();
  await page.locator('[data-testid="saving"][data-where="file"]').waitFor();
  await page.getByRole('link', { name: /^Fichier/ }).click();
  await page
    .getByRole('button', { name: /^Consulter/ })
    .first()
    .waitFor();
}

async function openNotebook(page: Page): Promise<void> {
  await page.getByLabel('Phrase de passe').fill('exemple de Tierce');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /Refermer/ }).waitFor();
}

async function take(browser: Browser, name: string): Promise<void> {
  const picture = PICTURES[name];
  if (picture === undefined) return;
  const folders = makeFolders();
  const context = {
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    colorScheme: 'light' as const,
    reducedMotion: 'reduce' as const,
    viewport: { width: 1280, height: 800 },
  };
  const app = await startBrowserApp(browser, folders, { now: NOW, dialogs: 'answered' }, context);
  await reach(app, picture.screen);
  await picture.first?.(app.page);
  await app.page.mouse.move(0, 0);
  await app.page.evaluate(() => document.fonts.ready.then(() => undefined));
  await app.page.screenshot({ path: path.join(FOLDER, `${name}.png`) });
  await app.close();
  removeFolders(folders);
}

async function main(): Promise<number> {
  const found = testChromium();
  if (found === null) {
    console.error('No Chromium on this machine: npm ci brings one.');
    return 1;
  }
  if (!(await ensureBuild()) || !(await ensureBrowserTestBuild())) return 1;
  mkdirSync(FOLDER, { recursive: true });
  const environment = Object.fromEntries(
    Object.entries({ ...process.env, ...found.env }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  const browser = await chromium.launch({ executablePath: found.executablePath, args: found.args, env: environment });
  for (const name of Object.keys(PICTURES)) await take(browser, name);
  await browser.close();
  console.log(`${Object.keys(PICTURES).length} pictures in docs/images`);
  return 0;
}

process.exitCode = await main();
