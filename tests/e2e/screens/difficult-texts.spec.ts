// H8 I4: difficult texts in every field of every table, on every screen: nothing breaks, and no text lies over what is not its own.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { NAVIGATION } from '../../../renderer/state/screens.ts';
import { difficultText, ROUNDS } from '../../support/difficult-texts.ts';
import { fullTables, idAt } from '../full-tables.ts';
import { expect, test } from '../journey.ts';
import { outOfPlace } from '../pages/out-of-place.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { WindowPage } from '../pages/window-page.ts';
import type { TestApp, TestFolders } from '../shells/test-app.ts';

/** Records of each table in a file: with so many files of so many records, each field has had the whole list. */
const COUNT = Math.ceil(ROUNDS / 2);
const FIRSTS = [0, COUNT];
const soft = expect.configure({ soft: true });
const WIDTHS = [1280, 1093];

for (const [index, first] of FIRSTS.entries()) {
  test(`H8 I4 difficult texts break no screen, part ${index + 1} of ${FIRSTS.length}`, async ({ tierce, folders }) => {
    test.setTimeout(240_000);
    await openDifficult(tierce, folders, first);
    for (const screen of screensOf()) {
      await goTo(tierce, screen);
      for (const width of WIDTHS) {
        await tierce.page.setViewportSize({ width, height: 800 });
        await soft.poll(() => tierce.page.evaluate(outOfPlace), `${screen} at ${width}`).toEqual([]);
      }
    }
    await seePalette(tierce);
  });
}

async function openDifficult(tierce: TestApp, folders: TestFolders, first: number): Promise<void> {
  await new WelcomePage(tierce).introduce();
  await tierce.close();
  mkdirSync(folders.library, { recursive: true });
  const file = path.join(folders.library, 'difficile.tierce');
  writeFileSync(file, fullTables(COUNT, difficultText(first), 'difficult-texts'));
  await tierce.start({ file });
  await expect(tierce.page.locator('main h1').first()).toBeAttached();
}

/** Every screen of the navigation, and some records that have a screen or a panel of their own. */
function screensOf(): readonly string[] {
  const positions = [0, 1, 60];
  const own = positions.flatMap((at) => [
    `session/${idAt('sessions', at)}`,
    `frame/${idAt('phases', at)}`,
    `collective/${idAt('organisations', at)}`,
  ]);
  return [...NAVIGATION.map(({ name }) => name), ...own];
}

/** Bare words, and signs that mean something elsewhere. */
async function seePalette(tierce: TestApp): Promise<void> {
  const palette = await new WindowPage(tierce).openPalette();
  for (const words of ['script', 'coopération', '((', 'ç']) {
    await palette.fill(words);
    await soft.poll(() => tierce.page.evaluate(outOfPlace), `the palette for ${words}`).toEqual([]);
  }
  await expect(tierce.page.getByRole('option').first()).toBeVisible();
}

/** As a link does, whatever it is called. */
async function goTo(tierce: TestApp, route: string): Promise<void> {
  await tierce.page.evaluate((state) => window.dispatchEvent(new PopStateEvent('popstate', { state })), route);
  await expect(tierce.page.locator(`main[data-screen="${route.split('/')[0]}"] h1`).first()).toBeAttached();
}
