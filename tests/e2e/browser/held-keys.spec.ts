// A key that is held down, by a cat or a book: it acts once for one intention, and a held Ctrl+Z ends in a sound state.
import { expect, test } from '../journey.ts';
import { newAccompaniment } from '../pages/beginnings.ts';
import { CollectivePage } from '../pages/collective-page.ts';
import { HomePage } from '../pages/home-page.ts';
import { Keys } from '../pages/keys.ts';
import { NewPage } from '../pages/new-page.ts';
import { SessionPage } from '../pages/session-page.ts';
import { SessionsPage } from '../pages/sessions-page.ts';
import { TimePage } from '../pages/time-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import type { TestApp } from '../shells/test-app.ts';

async function newSession(tierce: TestApp): Promise<SessionPage> {
  await newAccompaniment(tierce);
  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  await sessions.create.click();
  const session = new SessionPage(tierce);
  await expect(session.title).toBeFocused();
  return session;
}

test('I7 Enter held down keeps a new line once, and ends', async ({ tierce }) => {
  const session = await newSession(tierce);
  await session.beginRow('décision', 'Comparer les coûts.');
  await new Keys(session.page).holdEnter();

  await expect(session.text('Décision')).toHaveValue('Comparer les coûts.');
  await session.beginRow('action', 'Envoyer la grille');
  await new Keys(session.page).holdEnter();
  await expect(session.text('Action')).toHaveValue('Envoyer la grille');
  await session.expectSafe();
  await expect(session.text('Décision')).toHaveCount(1);
  await expect(session.text('Action')).toHaveCount(1);
});

test('I7 Enter held down on a button creates one session, one accompaniment', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  const home = new HomePage(tierce);
  await home.create.focus();
  await new Keys(home.page).holdEnter();
  await new NewPage(tierce).createAsIs.focus();
  await new Keys(home.page).holdEnter();
  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  await sessions.create.focus();
  await new Keys(home.page).holdEnter();
  await expect(new SessionPage(tierce).title).toBeVisible();

  await sessions.goTo('Séances');
  await expect(sessions.links).toHaveCount(1);
  await sessions.close();
  await expect(home.table.getByRole('row')).toHaveCount(2);
});

test('I7 Enter held down in a form sends it once', async ({ tierce }) => {
  await newAccompaniment(tierce);
  const collective = new CollectivePage(tierce);
  await collective.goTo('Collectif');
  await collective.page.getByRole('button', { name: 'Ajouter une structure' }).first().click();
  const dialog = collective.page.getByRole('dialog');
  await dialog.getByRole('textbox').first().fill('Le Fournil');
  await new Keys(collective.page).holdEnter();
  await expect(dialog).toHaveCount(0);
  await collective.expectSafe();

  const time = new TimePage(tierce);
  await time.goTo('Jours');
  await time.length.fill('2h');
  await new Keys(time.page).holdEnter();
  await time.expectSafe();
  await expect(time.table.getByRole('button', { name: /^Modifier .*2 h/ })).toHaveCount(1);
});

test('I7 A6 Ctrl+Z held down ends before the first change, and Ctrl+Y held down brings everything back', async ({ tierce }) => {
  const session = await newSession(tierce);
  await session.title.fill('Enjeux');
  await session.write('décision', 'Comparer les coûts.');
  await session.write('décision', 'Se revoir.');
  await session.page.keyboard.press('Escape');
  await session.expectSafe();
  await session.button('Compte rendu').focus();
  const keys = new Keys(session.page);
  await keys.holdCtrl('z', () => session.nothingTo('undo'));
  expect(await session.nothingTo('undo')).toBe(true);
  await expect(session.text('Décision')).toHaveCount(0);

  await keys.holdCtrl('y', () => session.nothingTo('redo'));
  await session.expectSafe();
  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  await sessions.open('Enjeux');
  await expect(session.text('Décision')).toHaveCount(2);
});
