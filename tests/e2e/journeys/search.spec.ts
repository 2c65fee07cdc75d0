// Journey: the palette finds every text of an accompaniment, typed without accents, and leads to its place; the last places too.
import { expect, test } from '../journey.ts';
import { newAccompaniment } from '../pages/beginnings.ts';
import { HomePage } from '../pages/home-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { SessionPage } from '../pages/session-page.ts';
import { SessionsPage } from '../pages/sessions-page.ts';

test('I3 a word of the minutes is found without its accents, with the words around it, and opens its session', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).exploreExample();
  const sessions = new SessionsPage(tierce);
  await sessions.create.click();
  const session = new SessionPage(tierce);
  await session.account.fill('Le président évoque la légumerie mutualisée.');
  await session.page.keyboard.press('Tab');
  await session.expectSaved();
  await session.goTo('Vue d’ensemble');

  await (await session.openPalette()).fill('legumerie evoque');
  const found = session.page.getByRole('option');
  await expect(found).toHaveCount(1);
  await expect(found).toContainText('Le président évoque la légumerie mutualisée.');
  await session.page.keyboard.press('Enter');
  await expect(session.main).toHaveAttribute('data-screen', 'session');
  await expect(session.accountRead).toContainText('légumerie');
});

test('I3 results stand under their kind, and lead to the frame, the collective and the time', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).exploreExample();
  const window = new SessionsPage(tierce);
  const reach = async (words: string, kind: RegExp): Promise<void> => {
    await (await window.openPalette()).fill(words);
    await window.page.getByRole('group', { name: kind }).getByRole('option').first().click();
  };

  await reach('diagnostic', /^Phases?/);
  await expect(window.main).toHaveAttribute('data-screen', 'frame');
  await reach('association', /^(Structures?|Personnes?)/);
  await expect(window.main).toHaveAttribute('data-screen', 'collective');
  await reach('temps passe', /^Temps passé/);
  await expect(window.main).toHaveAttribute('data-screen', 'time');
});

test('I3 I4 who is called so stands above the actions that name her, each kind once, and excerpts have no marks', async ({ tierce }) => {
  await newAccompaniment(tierce);
  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  await sessions.create.click();
  const session = new SessionPage(tierce);
  await session.participate('Awa Traoré', 'Régie du Nord');
  await session.button('Ajouter une action').click();
  for (let count = 1; count <= 6; count += 1) {
    await session.page.keyboard.type(`Rappeler Mme Traoré au sujet du budget ${count}`);
    await session.page.keyboard.press('Enter');
  }
  await expect(session.text('Action')).toHaveCount(6);
  await session.page.keyboard.press('Escape');
  await session.account.fill('La **légumerie** mutualisée, _dès juin_.');
  await session.account.blur();
  await session.expectSafe();

  const palette = await session.openPalette();
  await palette.fill('traoré');
  await expect(session.page.getByRole('option').first()).toContainText('Awa Traoré');
  await expect(session.page.getByRole('group', { name: /^Actions?\b/ })).toHaveCount(1);
  await palette.fill('legumerie');
  await expect(session.page.getByRole('option').first()).toContainText('La légumerie mutualisée, dès juin.');
});

test('I4 the empty palette shows the last places, and Back returns', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).exploreExample();
  const sessions = new SessionsPage(tierce);
  await sessions.open('Enjeux de chaque structure');
  await sessions.goTo('Jours et temps');

  await sessions.openPalette();
  const places = sessions.page.getByRole('group', { name: 'Vus récemment' }).getByRole('option');
  await expect(places.first()).toContainText('Enjeux de chaque structure');
  await sessions.page.keyboard.press('Enter');
  await expect(sessions.heading('Enjeux de chaque structure')).toBeAttached();
  await sessions.page.goBack();
  await expect(sessions.heading('Jours et temps')).toBeVisible();
});

test('I3 a sign that nobody sees is no word: it is searched like nothing, and beside a word it changes nothing', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).exploreExample();
  const window = new SessionsPage(tierce);
  const palette = await window.openPalette();
  const offered = await window.paletteOptions();
  for (const unseen of ['\u200b', ' \u200b\u00ad\u2060 ']) {
    await palette.fill(unseen);
    await expect.poll(() => window.paletteOptions()).toEqual(offered);
  }

  await palette.fill('\u200bintrouvable\u200b');
  await expect(window.page.getByRole('option')).toHaveCount(0);
  await expect(window.page.getByText('Rien ne correspond à ces mots.').first()).toBeVisible();
  await palette.fill('\u200bdia\u00adgnostic');
  await expect(window.page.getByRole('option').first()).toContainText(/diagnostic/i);
});
