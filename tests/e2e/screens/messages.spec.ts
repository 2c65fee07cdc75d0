// Where messages appear: what the user presses, and the focus, stay visible and within reach.
import { expect, test } from '../journey.ts';
import { HomePage } from '../pages/home-page.ts';
import { NewPage } from '../pages/new-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { SessionPage } from '../pages/session-page.ts';
import { SessionsPage } from '../pages/sessions-page.ts';

test('a message lies over nothing of the screen, and its words let a press through', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).create.click();
  await new NewPage(tierce).createAsIs.click();
  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  await sessions.create.click();
  const session = new SessionPage(tierce);
  await session.write('décision', 'Se revoir.');
  await session.page.keyboard.press('Escape');
  await session.main.getByRole('button', { name: 'Autres actions (Se revoir.)' }).click();
  await session.page.getByRole('menuitem', { name: 'Supprimer' }).click();
  const words = session.messages.getByText(/Se revoir/); // it stays as long as it offers to undo the removal
  await expect(words).toBeVisible();

  const [said, main] = [await session.messages.boundingBox(), await session.main.boundingBox()];
  const isUnderReach = await words.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return document.elementFromPoint(x + width / 2, y + height / 2)?.closest('.messages') === null;
  });

  expect(said!.x + said!.width).toBeLessThanOrEqual(main!.x);
  expect(isUnderReach).toBe(true);
});
