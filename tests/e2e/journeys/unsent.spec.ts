// Journey: what is typed in a field and not yet sent survives leaving the screen or the application.
import { expect, test } from '../journey.ts';
import { HomePage } from '../pages/home-page.ts';
import { NewPage, UNTITLED } from '../pages/new-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { FramePage } from '../pages/frame-page.ts';
import { SessionPage } from '../pages/session-page.ts';
import { SessionsPage } from '../pages/sessions-page.ts';
import type { TestApp } from '../shells/test-app.ts';

const TITLE = 'Enjeux de chaque structure';

async function newSession(tierce: TestApp): Promise<SessionPage> {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).create.click();
  await new NewPage(tierce).createAsIs.click();
  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  await sessions.create.click();
  const session = new SessionPage(tierce);
  await session.title.fill(TITLE);
  return session;
}

async function openAgain(tierce: TestApp): Promise<void> {
  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  await sessions.open(TITLE);
}

/** Ends the application while a field is being edited, and comes back to the session. */
async function restart(tierce: TestApp): Promise<void> {
  await tierce.close();
  await tierce.start();
  await new HomePage(tierce).entry(UNTITLED).click();
  await openAgain(tierce);
}

test('A2 a time, a date and a step being typed are kept when one leaves with Alt and a digit', async ({ tierce }) => {
  const session = await newSession(tierce);
  const { keyboard } = session.page;
  await session.beginTime('De', '09:00');
  await keyboard.press('Alt+5');
  await expect(session.heading('Jours et temps')).toBeVisible();
  await openAgain(tierce);
  await expect(session.line).toContainText('9:00');

  await session.line.click();
  await session.beginDate('12/03/2026');
  await keyboard.press('Alt+2');
  const frame = new FramePage(tierce);
  await frame.beginStep('Visiter chaque atelier');
  await keyboard.press('Alt+3');

  await expect(new SessionsPage(tierce).row(TITLE)).toContainText('12 mars');
  await frame.goTo('Cadre et phases');
  await expect(frame.step('Visiter chaque atelier')).toBeVisible();
});

test('A2 a decision and an action being typed are kept when one leaves with Alt and a digit', async ({ tierce }) => {
  const session = await newSession(tierce);
  const { keyboard } = session.page;
  await session.beginRow('décision', 'Comparer les coûts.');
  await keyboard.press('Alt+2');
  await openAgain(tierce);
  await session.beginRow('action', 'Envoyer la grille');
  await keyboard.press('Alt+3');
  await openAgain(tierce);

  await expect(session.text('Décision')).toHaveValue('Comparer les coûts.');
  await expect(session.text('Action')).toHaveValue('Envoyer la grille');
});

test('A2 a time and a date being typed are kept when the window is closed', async ({ tierce }) => {
  const session = await newSession(tierce);
  await session.beginTime('De', '09:00');
  await restart(tierce);
  await expect(session.line).toContainText('9:00');

  await session.line.click();
  await session.beginDate('12/03/2026');
  await restart(tierce);
  await expect(session.line).toContainText('12 mars 2026');
});

test('A2 a decision and a step being typed are kept when the window is closed', async ({ tierce }) => {
  const session = await newSession(tierce);
  await session.beginRow('décision', 'Comparer les coûts.');
  await restart(tierce);
  await expect(session.text('Décision')).toHaveValue('Comparer les coûts.');

  const frame = new FramePage(tierce);
  await frame.goTo('Cadre et phases');
  await frame.beginStep('Visiter chaque atelier');
  await restart(tierce);
  await frame.goTo('Cadre et phases');
  await frame.showPhase();
  await expect(frame.step('Visiter chaque atelier')).toBeVisible();
});
