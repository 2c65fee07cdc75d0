// Journey: a library of hundreds of accompaniments on Home, read by the worker of the shell.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '../journey.ts';
import { homeFiles } from '../full-library.ts';
import { HomePage, WelcomePage } from '../pages/start-pages.ts';
import { giveToUser } from '../shells/electron-app.ts';
import type { TestApp, TestFolders } from '../shells/test-app.ts';

test.use({ now: '2026-06-15T08:00:00.000Z' });

async function homeWith(tierce: TestApp, folders: TestFolders, count: number, damaged: readonly string[] = []): Promise<HomePage> {
  await new WelcomePage(tierce).introduce();
  mkdirSync(folders.library, { recursive: true });
  for (const { name, bytes } of homeFiles(count)) {
    writeFileSync(path.join(folders.library, name), bytes);
    giveToUser(path.join(folders.library, name));
  }
  for (const name of damaged) writeFileSync(path.join(folders.library, name), '{"format":');
  await tierce.close();
  await tierce.start();
  const home = new HomePage(tierce);
  await expect(home.table).toBeVisible();
  return home;
}

test('I1 two hundred accompaniments are listed, filtered and scrolled, with those that cannot be read', async ({ tierce, folders }) => {
  const home = await homeWith(tierce, folders, 200, ['abime.tierce']);

  await expect(home.table).toHaveAttribute('aria-rowcount', '201');
  expect(await home.table.getByRole('row').count()).toBeLessThan(80);
  await expect(home.unreadable('abime.tierce')).toBeAttached();
  await home.words.fill('sport 189');
  await expect(home.entry('Groupement d’employeurs du sport 189')).toBeVisible();
  expect(await home.main.evaluate((main) => main.scrollWidth - main.clientWidth)).toBeLessThanOrEqual(1);
});
