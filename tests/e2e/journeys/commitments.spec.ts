// Journey: a commitment is noted by mouse, found late, changed and removed with the keyboard alone, and brought back.
import { expect, test } from '../journey.ts';
import { CollectivePage } from '../pages/collective-page.ts';
import { HomePage } from '../pages/home-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';

test.use({ now: '2026-06-15T08:00:00.000Z' });

test('C5 a commitment is noted, refused while its dates are reversed, told as late, changed and removed', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).exploreExample();
  const collective = new CollectivePage(tierce);
  const { keyboard } = collective.page;
  await collective.goTo('Collectif');
  await collective.main.getByRole('tab', { name: 'Engagements' }).click();
  await collective.main.getByRole('button', { name: 'Noter un engagement' }).click();
  await collective.dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(collective.dialog.getByLabel('Quoi')).toHaveAttribute('aria-invalid', 'true');
  await collective.dialog.getByLabel('Quoi').fill('Fournir les coûts horaires');
  await collective.choose('Structure', 'La Boucle');
  await collective.date('Échéance').fill('12/06/2026');
  await collective.dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(collective.dialog.getByText('La fin précède le début')).toBeVisible();
  await collective.date('Demandé le').fill('01/06/2026');
  await collective.dialog.getByRole('button', { name: 'Enregistrer' }).click();
  const row = collective.main.getByRole('table', { name: 'Engagements' }).getByRole('row', { name: /Fournir les coûts horaires/ });
  await expect(row).toContainText('Demandé pour le 12 juin');

  await collective.tabTo('Fournir les coûts horaires');
  await keyboard.press('Enter');
  await collective.tabTo('demandé');
  await collective.pickByKeys('tenu');
  await collective.tabTo('Enregistrer');
  await keyboard.press('Enter');
  await expect(row).toContainText('tenu');
  await expect(row).not.toContainText('Demandé pour le');
  await collective.tabTo('Autres actions, engagement Fournir les coûts horaires');
  await collective.openByKeys();
  await keyboard.press('End');
  await keyboard.press('Enter');
  await expect(row).toHaveCount(0);
  await collective.answerMessage('Annuler');
  await expect(row).toContainText('tenu');
});
