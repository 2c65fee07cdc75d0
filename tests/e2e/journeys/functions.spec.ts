// Journey: a function that somebody takes in turns is noted with the keyboard alone, removed and brought back.
import { expect, test } from '../journey.ts';
import { CollectivePage } from '../pages/collective-page.ts';
import { HomePage } from '../pages/home-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';

test('C7 a function has holders in turns, from when to when, noted with the keyboard alone', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).exploreExample();
  const collective = new CollectivePage(tierce);
  const { keyboard } = collective.page;
  await collective.goTo('Collectif');
  await collective.main.getByRole('tab', { name: 'Fonctions' }).click();
  await collective.tabTo('Noter une fonction');
  await keyboard.press('Enter');
  await collective.tabTo('Portage de la démarche');
  await collective.pickByKeys('Coordination');
  await collective.tabTo('Personne pour l’instant');
  await collective.pickByKeys('Joana');
  await collective.tabTo('À tour de rôle');
  await keyboard.press('Space');
  await collective.tabTo('Enregistrer');
  await keyboard.press('Enter');

  const rows = collective.main.getByRole('table', { name: 'Fonctions' });
  const row = rows.getByRole('row', { name: /^Coordination/ });
  await expect(row).toContainText('Joana Lopes');
  await collective.tabTo(/Autres actions, fonction Coordination/);
  await collective.openByKeys();
  await keyboard.press('End');
  await keyboard.press('Enter');
  await expect(row).toHaveCount(0);
  await collective.answerMessage('Annuler');
  await expect(row).toContainText('Joana Lopes');
});
