// Journey: a session is found in the list, its report is one press away, and another is made like it.
import { expect, test } from '../journey.ts';
import { HomePage } from '../pages/home-page.ts';
import { SessionPage } from '../pages/session-page.ts';
import { SessionsPage } from '../pages/sessions-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import type { TestApp } from '../shells/test-app.ts';

test.use({ now: '2026-06-15T08:00:00.000Z' });

async function listOfExample(tierce: TestApp): Promise<SessionsPage> {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).exploreExample();
  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  return sessions;
}

test('D1 I3 the sessions are filtered by state and by words, and sorted by column', async ({ tierce }) => {
  const sessions = await listOfExample(tierce);
  await sessions.filter('À venir').click();
  await expect(sessions.links).toHaveText(['Charte, premier essai et suite']);
  await sessions.filter('Toutes').click();
  await sessions.sought.fill('comparer couts');
  await expect(sessions.links).toHaveText(['Enjeux de chaque structure']);
  await sessions.sought.fill('introuvable');
  await sessions.main.getByRole('button', { name: 'Tout afficher' }).click();
  await expect(sessions.links).toHaveCount(8);
  await sessions.sortBy('N°').click();
  await expect(sessions.links.first()).toHaveText('Pourquoi coopérer, pourquoi maintenant');
  await sessions.sortBy('N°').click();
  await expect(sessions.links.first()).toHaveText('Charte, premier essai et suite');
  await expect(sessions.row('Enjeux de chaque structure')).toContainText('2 décisions · 2 actions, dont 1 à faire');
});

test('D1 H1 the report of a session is one press away in the list, with the keyboard too', async ({ tierce }) => {
  const sessions = await listOfExample(tierce);
  const report = sessions.table.getByRole('link', { name: 'Compte rendu de la séance 4' });
  await report.focus();
  await sessions.page.keyboard.press('Enter');
  await expect(sessions.main.getByRole('heading', { level: 1 })).toContainText('séance 4');
});

test('D1 D7 a session is made like another, prepared alike and for another day', async ({ tierce }) => {
  const sessions = await listOfExample(tierce);
  await sessions.open('Enjeux de chaque structure');
  const session = new SessionPage(tierce);
  await session.chooseInMenu('Dupliquer la séance');
  await expect(session.line).toContainText('Séance 9 · lundi 15 juin 2026, 9:00–12:30 · Atelier du Pont, Melun');
  await expect(session.main.getByText('sur 9 attendus')).toBeAttached();
  await session.goTo('Séances');
  await expect(sessions.links.filter({ hasText: 'Enjeux de chaque structure' })).toHaveCount(2);
});
