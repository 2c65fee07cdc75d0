// What happens while main has not answered yet: nothing typed is lost, and nothing is entered twice.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from '../journey.ts';
import { HomePage } from '../pages/home-page.ts';
import { NewPage } from '../pages/new-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { SessionPage } from '../pages/session-page.ts';
import { SessionsPage } from '../pages/sessions-page.ts';
import { TimePage } from '../pages/time-page.ts';
import type { WindowPage } from '../pages/window-page.ts';
import type { TestApp } from '../shells/test-app.ts';

const LATE_MS = 800;

const late = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, LATE_MS));

async function project(tierce: TestApp): Promise<void> {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).create.click();
  await new NewPage(tierce).createAsIs.click();
}

/** From now on, calls about the open file, or on another channel, reach main late and their replies come late. */
async function slowDown({ page }: WindowPage, slow = 'project.run'): Promise<void> {
  await page.route('**/tierce/call', async (route) => {
    const { channel } = route.request().postDataJSON() as { channel: string };
    if (channel !== slow) return route.continue();
    await late();
    const response = await route.fetch();
    await late();
    return route.fulfill({ response });
  });
}

test('D7 a start and an end typed faster than main answers are both kept', async ({ tierce }) => {
  await project(tierce);
  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  await sessions.create.click();
  const session = new SessionPage(tierce);
  await expect(session.title).toBeVisible();
  await slowDown(session);

  await session.typeTime('De', '09:00');
  expect(await session.moment('De').inputValue(), 'shown before main has answered').toBe('09:00');
  await session.typeTime('À', '12:30');

  await session.expectSafe();
  await expect(session.line).toContainText('9:00–12:30');
  await expect(session.moment('De')).toHaveValue('9:00');
});

test('D7 a time that is written anew while one is back in its field gives way to what is typed next', async ({ tierce }) => {
  await project(tierce);
  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  await sessions.create.click();
  const session = new SessionPage(tierce);
  await expect(session.title).toBeVisible();
  await slowDown(session);

  await session.typeTime('À', '13h');
  await session.moment('À').click();
  await expect(session.moment('À')).toHaveValue('13h');
  await expect(session.moment('À'), 'as it was saved').toHaveValue('13:00');
  await session.page.keyboard.type('17h');
  await session.page.keyboard.press('Tab');

  await session.expectSafe();
  await expect(session.moment('À')).toHaveValue('17:00');
});

test('I4 whoever goes on from a text that is not saved yet is not called back to it', async ({ tierce }) => {
  await project(tierce);
  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  await sessions.create.click();
  const session = new SessionPage(tierce);
  await session.account.focus();
  await slowDown(session);
  await session.page.keyboard.type('Le groupe compare les devis.');
  await session.page.keyboard.press('Escape');

  await session.main.getByRole('button', { name: 'Ajouter une action' }).focus();
  await session.page.keyboard.press('Enter');
  await expect(session.text('Ajouter une action')).toBeFocused();
  await expect(session.main.getByRole('button', { name: /^Modifier/ }), 'the text is saved, and reads as a document').toBeVisible();

  await expect(session.text('Ajouter une action')).toBeFocused();
  await session.page.keyboard.type('Envoyer la grille');
  await session.page.keyboard.press('Enter');
  await expect(session.text('Action')).toHaveValue('Envoyer la grille');
});

test('F4 a second press on the button while the first is on its way enters the time once', async ({ tierce }) => {
  await project(tierce);
  const time = new TimePage(tierce);
  await time.goTo('Jours et temps');
  await slowDown(time);
  await time.length.fill('1:15');

  await time.save.dblclick();

  await expect(time.length).toHaveValue('');
  await time.expectSafe();
  await expect(time.row('Face à face')).toHaveCount(1);
});

test('A1 one who begins at once begins in the folder that was just chosen', async ({ tierce, folders }) => {
  const chosen = path.join(folders.documents, 'Mes missions');
  const welcome = new WelcomePage(tierce);
  await slowDown(welcome, 'library.choose');
  await tierce.answerDialogs(chosen);
  await welcome.chooseFolder.click();
  await welcome.introduce();

  await new HomePage(tierce).create.click();
  await new NewPage(tierce).createAsIs.click();
  await new SessionsPage(tierce).expectSafe();

  expect(readdirSync(chosen)).toContainEqual(expect.stringMatching(/\.tierce$/));
  expect(existsSync(folders.library)).toBe(false);
});
