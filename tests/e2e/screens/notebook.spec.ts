// The confidential notebook in each of its states, as assistive technology sees it; and full.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from '../journey.ts';
import { seriousFindings } from '../pages/audit.ts';
import { roadOfTab } from '../pages/focus.ts';
import { EXAMPLE_PASSPHRASE, NotebookPage } from '../pages/notebook-page.ts';
import { HomePage } from '../pages/home-page.ts';
import { NewPage } from '../pages/new-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { FULL_PASSPHRASE, fullNotebook } from '../full-notebook.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('I4 the notebook has no serious finding of axe before it is begun, with its sheet, and empty', async ({ tierce }) => {
      await new WelcomePage(tierce).introduce();
      await new HomePage(tierce).create.click();
      await new NewPage(tierce).createAsIs.click();
      const book = new NotebookPage(tierce);
      await book.show();
      await expect(book.passphrase).toBeVisible();
      expect(await seriousFindings(book.page)).toEqual([]);
      await book.passphrase.fill('tournesol trente');
      await book.field('La même phrase, encore une fois').fill('tournesol trente');
      await book.button('Créer le carnet').click();
      await expect(book.recoveryKey).toBeVisible();
      expect(await seriousFindings(book.page)).toEqual([]);
      await book.noteRecoveryKey();
      expect(await seriousFindings(book.page)).toEqual([]);
    });

    test('I4 the notebook has no serious finding of axe with a wrong passphrase, open, and in its dialogs', async ({ tierce }) => {
      await new WelcomePage(tierce).introduce();
      await new HomePage(tierce).exploreExample();
      const book = new NotebookPage(tierce);
      await book.show();
      await book.unlock('pas la bonne');
      await expect(book.main).toContainText('Ce n’est pas la bonne phrase');
      expect(await seriousFindings(book.page)).toEqual([]);
      await book.unlock(EXAMPLE_PASSPHRASE);
      await expect(book.notes).toHaveCount(4);
      expect(await seriousFindings(book.page)).toEqual([]);
      await book.choose(/^Autres actions, note du/, 'Date et liens…');
      expect(await seriousFindings(book.page)).toEqual([]);
    });
  });
}

test('I4 in the open notebook Tab reaches every control in reading order', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).exploreExample();
  const book = new NotebookPage(tierce);
  await book.show();
  await book.unlock(EXAMPLE_PASSPHRASE);
  await expect(book.notes).toHaveCount(4);

  const { stops, missed } = await roadOfTab(book.page);

  expect(missed).toEqual([]);
  expect(stops.filter((stop) => !stop.isMarked || !stop.isAfterLast).map(({ name }) => name)).toEqual([]);
});

test('E1 I3 two thousand notes are listed, scrolled, filtered, written in, and found from the palette', async ({ tierce, folders }) => {
  await new WelcomePage(tierce).introduce();
  mkdirSync(folders.library, { recursive: true });
  const file = path.join(folders.library, 'carnet plein.tierce');
  writeFileSync(file, await fullNotebook());
  await tierce.answerDialogs(file);
  await new HomePage(tierce).openFile.click();
  const book = new NotebookPage(tierce);
  await book.show();
  await book.unlock(FULL_PASSPHRASE);

  await expect(book.list).toHaveAttribute('aria-rowcount', '2001');
  expect(await book.notes.count()).toBeLessThan(60);
  await book.main.evaluate((main) => main.scrollTo(0, main.scrollHeight));
  await expect(book.notes.last()).toHaveValue(/^note-0001/);
  expect(await book.main.evaluate((main) => main.scrollWidth - main.clientWidth)).toBeLessThanOrEqual(1);
  await book.field('Filtrer par mots').fill('note-1234');
  await expect(book.list).toHaveAttribute('aria-rowcount', '2');
  await book.field('Filtrer par mots').fill('');
  await book.write('La deux mille unième');
  await expect(book.list).toHaveAttribute('aria-rowcount', '2002');

  await (await book.openPalette()).fill('note-0999');
  await book.page.keyboard.press('Enter');
  await expect(book.list.locator('textarea:focus')).toHaveValue(/^note-0999/);
  await expect(book.list.locator('textarea:focus')).toBeInViewport();
});
