// Journey: everything by keyboard; the palette goes anywhere; theme and language are kept.
import { expect, test } from '../journey.ts';
import { HomePage } from '../pages/home-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { SessionPage } from '../pages/session-page.ts';
import { WindowPage } from '../pages/window-page.ts';

test('I4 the palette goes to screens, records and actions without regard to accents', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).exploreExample();
  const window = new WindowPage(tierce);

  const line = await window.openPalette();
  await line.fill('enjeux structure');
  await window.page.keyboard.press('Enter');
  await expect(window.heading('Enjeux de chaque structure')).toBeAttached();

  await (await window.openPalette()).fill('ecrire le fichier');
  expect(await window.paletteOptions()).toHaveLength(1);
  await window.page.keyboard.press('Escape');
  await window.page.keyboard.press('Alt+5');
  await expect(window.heading('Jours et temps')).toBeVisible();
  await window.page.goBack();
  await expect(window.heading('Enjeux de chaque structure')).toBeAttached();
});

test('I4 an accompaniment is begun, its time entered and its report reached with the keyboard alone', async ({ tierce }) => {
  const window = new WindowPage(tierce);
  const { keyboard } = window.page;
  await keyboard.press('Control+a');
  await keyboard.type('Sonia Nadir');
  await keyboard.press('Enter');
  await expect(window.heading('Accompagnements')).toBeVisible();

  await window.tabTo('Nouvel accompagnement');
  await keyboard.press('Enter');
  await window.tabTo(/^Les jours financés|Les jours financés/);
  await keyboard.press('Enter');
  await window.tabTo('Financeur');
  await keyboard.type('DLA 77');
  await window.tabTo('Jours accordés');
  await keyboard.type('3');
  await window.tabTo('Créer l’accompagnement');
  await keyboard.press('Enter');
  await expect(window.main.getByRole('tab').first()).toBeVisible();

  await keyboard.press('Alt+5');
  await expect(window.heading('Jours et temps')).toBeVisible();
  await window.tabTo('Durée');
  await keyboard.type('½ j');
  await keyboard.press('Enter');
  await window.expectSaid('Il reste 2,5\u00a0j');

  await keyboard.press('Alt+3');
  await expect(window.heading('Séances')).toBeVisible();
  await window.tabTo('Nouvelle séance');
  await keyboard.press('Enter');
  await expect(new SessionPage(tierce).title).toBeFocused();
  await keyboard.type('Première rencontre');
  await window.tabTo('Compte rendu');
  await keyboard.press('Enter');
  await expect(window.heading(/^Compte rendu/)).toBeVisible();
  await window.tabTo('Enregistrer le PDF…');
});

test('I6 the theme and the language are kept', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  const window = new WindowPage(tierce);
  await window.switchTheme('sombre');
  await expect(window.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await window.page.getByRole('button', { name: 'Display in English' }).click();
  await expect(window.heading('Accompaniments')).toBeVisible();
  await tierce.close();
  await tierce.start();

  await expect(window.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(window.heading('Accompaniments')).toBeVisible();
});
