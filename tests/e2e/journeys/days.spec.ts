// Journey: an amendment is changed like anything else, shares add up to what is granted, and no total mixes paid time with other.
import { expect, test } from '../journey.ts';
import { HomePage } from '../pages/home-page.ts';
import { NewPage } from '../pages/new-page.ts';
import { SessionPage } from '../pages/session-page.ts';
import { SessionsPage } from '../pages/sessions-page.ts';
import { TimePage } from '../pages/time-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import type { TestApp } from '../shells/test-app.ts';

const j = '\u00a0j';
const h = '\u00a0h';

async function projectOfDays(tierce: TestApp, days: string): Promise<TimePage> {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).create.click();
  const form = new NewPage(tierce);
  await form.step('Les jours financés').click();
  await form.field('Financeur').fill('DLA 77');
  await form.field('Jours accordés').fill(days);
  await form.create.click();
  const time = new TimePage(tierce);
  await time.goTo('Jours et temps');
  return time;
}

test('F1 an amendment is opened, changed in hours, and given another reason; that can be undone', async ({ tierce }) => {
  const time = await projectOfDays(tierce, '4');
  await time.addAmendment('1', 'Une séance de plus');
  await expect(time.remaining).toContainText(`5${j}`);
  await expect(time.amendments).toContainText('Une séance de plus');

  await time.openAmendment();
  await expect(time.amendmentReason).toHaveValue('Une séance de plus');
  await time.amendmentDays.fill('10 h 30');
  await time.amendmentReason.fill('Restitution en deux temps');
  await time.page.getByRole('dialog').getByRole('button', { name: 'Enregistrer l’avenant' }).click();

  await expect(time.amendments).toContainText(`1,5${j} · 10${h}\u00a030`);
  await expect(time.amendments).toContainText('Restitution en deux temps');
  await expect(time.remaining).toContainText(`5,5${j}`);
  await time.page.keyboard.press('Control+z');
  await expect(time.amendments).toContainText('Une séance de plus');
  await expect(time.remaining).toContainText(`5${j}`);
});

test('A13 F1 an amendment tells its history, and is removed and taken back where it stands', async ({ tierce }) => {
  const time = await projectOfDays(tierce, '4');
  await time.addAmendment('1', 'Une séance de plus');
  const more = time.amendments.getByRole('button', { name: /^Autres actions \(avenant de 1/ });

  await more.click();
  await time.page.getByRole('menuitem', { name: /istorique/ }).click();
  await expect(time.page.getByRole('dialog')).toContainText('Une séance de plus');
  await time.page.keyboard.press('Escape');
  await more.click();
  await time.page.getByRole('menuitem', { name: /^Supprimer l’avenant/ }).click();

  await expect(time.remaining).toContainText(`4${j}`);
  await time.answerMessage('Annuler');
  await expect(time.amendments).toContainText('Une séance de plus');
});

test('F1 F4 the shares of the phases and what is left to share out add up to the days granted', async ({ tierce }) => {
  const time = await projectOfDays(tierce, '4');
  await expect(time.phase('Total')).toContainText('4');
  await expect(time.phase('À répartir')).toHaveCount(0);

  await time.addAmendment('1', 'Une séance de plus');
  await expect(time.phase('À répartir').getByRole('cell').first()).toHaveText('1');
  await expect(time.phase('Total').getByRole('cell').first()).toHaveText('5');

  await time.openAmendment();
  await time.amendmentDays.fill('-1');
  await time.page.getByRole('dialog').getByRole('button', { name: 'Enregistrer l’avenant' }).click();
  await expect(time.phase('Réparti en trop').getByRole('cell').first()).toHaveText('−\u00a01');
  await expect(time.phase('Total').getByRole('cell').first()).toHaveText('3');
});

test('F3 F4 months and sessions count days of the contract, and name beside them what is not deducted', async ({ tierce }) => {
  const time = await projectOfDays(tierce, '4');
  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  await sessions.create.click();
  const session = new SessionPage(tierce);
  await session.typeTime('De', '09:00');
  await session.typeTime('À', '12:30');
  await session.time.getByRole('button', { name: /^L’ajouter \(Face à face\)/ }).click();
  await session.time.getByRole('button', { name: 'Saisir un autre temps' }).click();
  await time.choose('Nature', 'Déplacement');
  await time.length.fill('1h10');
  await time.save.click();

  await expect(time.month('Mars 2026')).toContainText(`0,5${j} · 3${h}\u00a030`);
  await expect(time.month('Mars 2026')).toContainText(`non décompté\u202f: 1${h}\u00a010`);
  await expect(time.row('Déplacement')).toContainText('non décompté');
  await time.goTo('Séances');
  const listed = sessions.main.getByRole('row').filter({ hasText: `0,5${j}` });
  await expect(listed).toContainText(`non décompté\u202f: 1${h}\u00a010`);
  await sessions.links.click();
  await expect(session.time).toContainText(`Total0,5${j} · 3${h}\u00a030`);
});

test('F4 time done on a day to come is to be confirmed, and deducted on that day only', async ({ tierce }) => {
  const time = await projectOfDays(tierce, '4');
  await time.day.fill('20/03/2026');
  await time.length.fill('1 j');
  await expect(time.main.getByText('ce temps ne sera décompté que ce jour-là')).toBeVisible();
  await time.save.click();

  await expect(time.row('Face à face')).toContainText('à confirmer');
  await expect(time.remaining).toContainText(`pas encore décompté\u202f: 1${j}`);
  await expect(time.remaining).toContainText(`4${j}`);
});
