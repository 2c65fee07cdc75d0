// Journey: while the notebook is unlocked the palette finds its notes too; once it locks they are gone everywhere.
import { expect, test } from '../journey.ts';
import { NotebookPage } from '../pages/notebook-page.ts';
import { HomePage } from '../pages/home-page.ts';
import { NewPage } from '../pages/new-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { passMinutes } from '../shells/test-app.ts';

// Every passphrase takes a good part of a second, and more on a busy computer.
test.describe.configure({ timeout: 150_000 });

const SECRET = 'La directrice hésite à partir';

test('I3 E1 private notes are found while the notebook is open, lead to their note, and are gone at the lock', async ({
  tierce,
  folders,
}) => {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).create.click();
  await new NewPage(tierce).createAsIs.click();
  const book = new NotebookPage(tierce);
  await book.show();
  await book.create('tournesol, été, trente-sept');
  await book.write(SECRET);
  await book.write('Un mot de trop, à rattraper');
  await book.goTo('Séances');

  const found = book.page.getByRole('group', { name: 'Carnet confidentiel, pour vous seul·e' }).getByRole('option');
  await (await book.openPalette()).fill('hesite directrice');
  await expect(found).toHaveText([new RegExp(SECRET)]);
  await book.page.keyboard.press('Enter');
  await expect(book.list.locator('textarea:focus')).toHaveValue(SECRET);

  await book.goTo('Séances');
  await (await book.openPalette()).fill('directrice');
  await expect(found).toHaveCount(1);
  passMinutes(folders, 11);
  await expect(found).toHaveCount(0);
  await expect(book.page.getByText('ne lit le carnet confidentiel que lorsqu’il est ouvert').first()).toBeVisible();
  expect(await book.page.content()).not.toContain(SECRET);
  await book.page.getByRole('combobox', { name: 'Rechercher ou agir' }).fill('');
  await expect(book.page.getByRole('option').first()).toBeVisible();
  expect(await book.page.content()).not.toContain(SECRET);
});
