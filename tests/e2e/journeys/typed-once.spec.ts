// Journey: what one place knows is not asked at another, and what a contract does not pay for is told before it is counted.
import { expect, test } from '../journey.ts';
import { newAccompaniment } from '../pages/beginnings.ts';
import { FramePage } from '../pages/frame-page.ts';
import { HomePage } from '../pages/home-page.ts';
import { NewPage } from '../pages/new-page.ts';
import { SessionPage } from '../pages/session-page.ts';
import { SessionsPage } from '../pages/sessions-page.ts';
import { TimePage } from '../pages/time-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import type { TestApp } from '../shells/test-app.ts';

const j = '\u00a0j';

/** A mission that began in February 2026, with six days of DLA 77; today is 16 March. */
async function mission(tierce: TestApp, scheme: string): Promise<FramePage> {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).create.click();
  const form = new NewPage(tierce);
  await form.scheme(scheme).click();
  await form.next.click();
  await form.date('Début').fill('02/02/2026');
  await form.date('Fin').fill('10/07/2026');
  await form.step('Les jours financés').click();
  await form.field('Financeur').fill('DLA 77');
  await form.field('Jours accordés').fill('6');
  await form.create.click();
  const frame = new FramePage(tierce);
  await expect(frame.text('Besoin')).toBeVisible();
  return frame;
}

test('D7 the day of the kick-off is typed in the frame, and its step and phase have it; one undo takes all of it back', async ({
  tierce,
}) => {
  const frame = await mission(tierce, 'Dispositif local');
  const step = frame.step('Tenir la réunion de cadrage à trois');
  await frame.text('Cadrage à trois').fill('10/03/2026');
  await frame.page.keyboard.press('Enter');
  await frame.expectSafe();

  await frame.showPhase();
  await expect(step).toBeChecked();
  await expect(frame.main.getByRole('button', { name: /^Tenir la réunion de cadrage à trois.*10 mars/ })).toBeVisible();
  await expect(frame.text('Commencée le')).toHaveValue('10/03/2026');
  await frame.undo.click();
  await expect(step).not.toBeChecked();
  await expect(frame.text('Commencée le')).toHaveValue('');
  await frame.expectSafe();
});

test('D7 a session in a phase that has not begun asks whether the phase began that day', async ({ tierce }) => {
  await mission(tierce, 'Coorace');
  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  await sessions.create.click();
  const session = new SessionPage(tierce);
  await session.button('Elle a commencé le 16 mars').click();

  await expect(session.main.getByText('n’a pas encore commencé')).toHaveCount(0);
  const frame = new FramePage(tierce);
  await frame.goTo('Cadre et phases');
  await expect(frame.text('Commencée le')).toHaveValue('16/03/2026');
  await frame.expectSafe();
});

test('I11 D7 time entered from Home begins at the length, with the session of the day chosen', async ({ tierce }) => {
  await mission(tierce, 'Coorace');
  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  await sessions.create.click();
  const session = new SessionPage(tierce);
  await session.title.fill('Enjeux partagés');
  await session.title.blur();
  await session.expectSaved('file');
  await session.page.getByRole('button', { name: 'Accompagnements' }).click();
  const home = new HomePage(tierce);
  await expect(home.table).toBeVisible();
  await home.main.getByRole('button', { name: 'Saisir du temps', exact: true }).click();
  await expect(home.timeForm.getByRole('textbox', { name: 'Durée' })).toBeFocused();
  await expect(home.timeForm.getByRole('button', { name: /Enjeux partagés/ })).toBeVisible();
  await home.page.keyboard.type('3h30');
  await home.page.keyboard.press('Enter');
  await home.expectSaid(`Il reste 5,5${j}`);

  await home.entry('Accompagnement à la coopération').click();
  await sessions.goTo('Séances');
  await sessions.open('Enjeux partagés');
  await expect(session.time).toContainText('3\u00a0h\u00a030');
});

test('F1 F6 time outside the period of its contract is told before it is saved, refused if the contract says so, and marked', async ({
  tierce,
}) => {
  await mission(tierce, 'Coorace');
  const time = new TimePage(tierce);
  await time.goTo('Jours et temps');
  await time.openEnvelopeMenu('Modifier');
  const dialog = time.page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^Fin prévue/ }).fill('10/03/2026');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await time.length.fill('0,5 j');
  await expect(time.main.getByText('Cette date est hors de la période de l’enveloppe.')).toBeVisible();
  await time.save.click();
  await expect(time.table.getByText('hors période').first()).toBeVisible();

  await time.openEnvelopeMenu('Modifier');
  await dialog.getByRole('button', { name: /Si les jours ou la période/ }).click();
  await time.page.getByRole('option', { name: /refus/i }).click();
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await time.length.fill('0,25 j');
  await time.save.click();
  await time.expectSaid('la convention ne l’admet pas');
  await time.day.fill('10/03/2026');
  await time.save.click();
  await expect(time.main.getByText(`5,25${j}`).first()).toBeVisible();
});

test('F4 I1 time to be confirmed is told on the overview and on Home, with what to do', async ({ tierce }) => {
  await mission(tierce, 'Coorace');
  const time = new TimePage(tierce);
  await time.goTo('Jours et temps');
  await time.day.fill('20/03/2026');
  await time.length.fill('0,5 j');
  await time.save.click();
  await expect(time.table.getByText('à confirmer').first()).toBeVisible();
  await time.goTo('Vue d’ensemble');
  await expect(time.main.getByText('1 temps à confirmer.')).toBeVisible();
  await time.expectSaved('file');
  await time.page.getByRole('button', { name: 'Accompagnements' }).click();
  await expect(new HomePage(tierce).row('Accompagnement à la coopération')).toContainText('1 temps à confirmer');
});

test('I7 undo names an entry of time by its length and its day', async ({ tierce }) => {
  await newAccompaniment(tierce);
  const time = new TimePage(tierce);
  await time.goTo('Jours et temps');
  await time.length.fill('1h30');
  await time.save.click();
  await expect(time.page.getByRole('button', { name: /Annuler.*1\sh\s30 du 16 mars/ })).toBeVisible();
});
