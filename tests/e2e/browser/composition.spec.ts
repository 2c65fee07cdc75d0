// A text that an input method composes and never ends: leaving its field, its screen or the window loses nothing, and no key stays dead.
import { expect, test } from '../journey.ts';
import { newAccompaniment } from '../pages/beginnings.ts';
import { HomePage } from '../pages/home-page.ts';
import { UNTITLED } from '../pages/new-page.ts';
import { Keys } from '../pages/keys.ts';
import { SessionPage } from '../pages/session-page.ts';
import { SessionsPage } from '../pages/sessions-page.ts';
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

async function reopened(tierce: TestApp, title: string): Promise<SessionPage> {
  await tierce.start();
  await new HomePage(tierce).entry(UNTITLED).click();
  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  await sessions.open(title);
  return new SessionPage(tierce);
}

test('A2 I4 a composition that never ends is kept when its field is left, and the next keys are keys again', async ({ tierce }) => {
  const session = await newSession(tierce);
  await session.title.fill('');
  await new Keys(session.page).compose(session.title, 'enjeux');
  await session.account.click();
  await expect(session.title).toHaveValue('enjeux');
  await new Keys(session.page).compose(session.account, 'chacun dit');
  await session.button('Compte rendu').focus();
  await session.expectSafe();

  await session.page.keyboard.press('Control+k');
  await expect(session.page.getByRole('combobox', { name: 'Rechercher ou agir' })).toBeFocused();
  await session.page.keyboard.press('Escape');
  await session.page.keyboard.press('Alt+3');
  const sessions = new SessionsPage(tierce);
  await sessions.open('enjeux');
  await expect(session.accountRead).toHaveText('chacun dit');
});

test('A2 a composition that never ends is kept when its screen is left, in a line, in running text and in a new line', async ({
  tierce,
}) => {
  const session = await newSession(tierce);
  const sessions = new SessionsPage(tierce);
  await session.title.fill('');
  await new Keys(session.page).compose(session.title, 'enjeux');
  await session.goTo('Séances');
  await sessions.open('enjeux');
  await new Keys(session.page).compose(session.account, 'chacun dit');
  await session.goTo('Séances');
  await sessions.open('enjeux');
  await session.main.getByRole('button', { name: 'Ajouter une décision' }).click();
  await new Keys(session.page).compose(session.main.getByRole('textbox', { name: 'Ajouter une décision' }), 'comparer');
  await session.goTo('Séances');
  await sessions.open('enjeux');

  await expect(session.accountRead).toHaveText('chacun dit');
  await expect(session.text('Décision')).toHaveValue('comparer');
  await session.page.keyboard.press('Alt+3');
  await expect(sessions.heading('Séances')).toBeVisible();
});

test('A2 a composition that never ends is kept when the program ends', async ({ tierce }) => {
  const session = await newSession(tierce);
  await session.title.fill('Enjeux');
  await new Keys(session.page).compose(session.account, 'chacun dit');
  await tierce.close();

  const again = await reopened(tierce, 'Enjeux');
  await expect(again.accountRead).toHaveText('chacun dit');
});

test('A2 a composition that never ends is kept when the window is closed', async ({ tierce }) => {
  const session = await newSession(tierce);
  await session.title.fill('Enjeux');
  await new Keys(session.page).compose(session.account, 'chacun dit');
  await session.expectSafe();
  const { page } = session;
  const closed = page.waitForEvent('close');
  await page.close({ runBeforeUnload: true });
  await closed;
  await tierce.close();

  const again = await reopened(tierce, 'Enjeux');
  await expect(again.accountRead).toHaveText('chacun dit');
});
