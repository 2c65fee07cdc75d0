// Journey: what private notes are about, and the tensions that are followed in the notebook.
import { expect, test } from '../journey.ts';
import { EXAMPLE_PASSPHRASE } from '../pages/notebook-page.ts';
import { exampleNotebook, newNotebook } from '../pages/notebook-start.ts';

// Every passphrase takes a good part of a second, and more on a busy computer.
test.describe.configure({ timeout: 150_000 });

const PASSPHRASE = 'tournesol, été, trente-sept';

test('E1 a note is linked to a structure, a person and a new tension, found by each, and says it when one of them is gone', async ({
  tierce,
}) => {
  const book = await exampleNotebook(tierce);
  await book.unlock(EXAMPLE_PASSPHRASE);
  await expect(book.notes).toHaveCount(4);
  await book.choose('Autres actions, note du 12 mai 2026', 'Date et liens…');
  await book.pick('Structure', 'Atelier du Pont');
  await book.pick('Personne', 'Paul Roy');
  await book.pick('Tension', 'Nouvelle tension…');
  await book.dialog.getByLabel('Nom de la tension').fill('L’acheteur et nous');
  await book.page.keyboard.press('Enter');
  await expect(book.dialog.getByRole('button', { name: /^L’acheteur et nous Tension/ })).toBeVisible();
  await book.dialog.getByRole('button', { name: 'Terminé' }).click();
  await expect(book.list).toContainText('Personne Paul Roy');

  await book.filterBy('Personne', 'Paul Roy');
  await expect(book.notes).toHaveCount(1);
  await expect(book.main.getByRole('status').filter({ hasText: '1 note' })).toBeVisible();
  await book.field('Filtrer par mots').fill('mains libres');
  await expect(book.main).toContainText('Aucune note ne correspond à ces filtres');
  await book.filterBy('Personne', 'Personnes');
  await expect(book.notes.first()).toHaveValue(/^Silence de Mains Libres/);
  await book.field('Filtrer par mots').fill('acheteur et nous');
  await expect(book.notes).toHaveCount(1);
  await book.field('Filtrer par mots').fill('');
  await (await book.openPalette()).fill('Paul Roy acheteur et nous');
  expect(await book.paletteOptions()).toHaveLength(1);
  await book.page.keyboard.press('Escape');

  await book.button('Tensions (2)').click();
  await book.button('Supprimer la tension L’acheteur et nous').click();
  await expect(book.list).toContainText('Tension tension retirée');
  await book.filterBy('Tension', 'tension retirée');
  await expect(book.notes).toHaveCount(1);
  await book.undo.click();
  await book.filterBy('Tension', 'Tensions');
  await expect(book.list).toContainText('L’acheteur et nous');
});

test('E1 tensions are followed with the keyboard alone: named, renamed, settled, removed and brought back', async ({ tierce }) => {
  const book = await newNotebook(tierce);
  const { keyboard } = book.page;
  await book.create(PASSPHRASE);
  await book.tabTo('Tensions');
  await keyboard.press('Enter');
  await book.tabTo('Nom de la tension');
  await keyboard.type('Qui signe');
  await keyboard.press('Enter');
  await expect(book.conflicts).toHaveCount(1);
  await keyboard.press('Shift+Tab');
  await keyboard.press('Shift+Tab');
  await keyboard.press('Space');
  await expect(book.conflicts).toContainText(/réglée le/);
  await keyboard.press('Shift+Tab');
  await keyboard.press('End');
  await keyboard.type(' l’acte');
  await keyboard.press('Tab');
  await expect(book.button('Supprimer la tension Qui signe l’acte')).toBeVisible();
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect(book.conflicts).toHaveCount(0);
  await keyboard.press('Control+z');
  await expect(book.conflicts).toHaveCount(1);
});
