// Journey: time is entered as people write it, and what will remain is shown before it is saved.
import { expect, test } from '../journey.ts';
import { HomePage } from '../pages/home-page.ts';
import { NewPage, UNTITLED } from '../pages/new-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { SessionPage } from '../pages/session-page.ts';
import { SessionsPage } from '../pages/sessions-page.ts';
import { TimePage } from '../pages/time-page.ts';
import type { TestApp } from '../shells/test-app.ts';

const j = '\u00a0j';
const h = '\u00a0h\u00a0';

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

test('F5 what remains is shown in the form before the entry is saved', async ({ tierce }) => {
  const time = await projectOfDays(tierce, '3');
  await expect(time.remainingAfter).toHaveText(`3${j}`);

  await time.length.fill('0,5 j');

  await expect(time.remainingAfter).toHaveText(`2,5${j}`);
  await expect(time.remaining).toContainText(`3${j}`);
  await time.save.click();
  await time.expectSaid(`Il reste 2,5${j}`);
  await expect(time.remaining).toContainText(`2,5${j}`);
  await expect(time.row('Face à face')).toContainText(`0,5${j} · 3${h}30`);
});

test('F4 what is overrun is told as an overrun, and never as a negative rest', async ({ tierce }) => {
  const time = await projectOfDays(tierce, '2');
  await expect(time.remaining).toContainText(`2${j} restants sur 2`);
  await time.length.fill('2,5 j');
  await expect(time.main.getByText('Dépassement après')).toBeVisible();
  await expect(time.remainingAfter).toHaveText(`0,5${j}`);
  await time.save.click();
  await time.expectSaid(`Dépassement de 0,5${j}`);
  await expect(time.remaining).toContainText(`dépassement de 0,5${j} sur 2`);
  await time.goTo('Vue d’ensemble');
  await expect(time.main.getByRole('region', { name: 'Jours financés' })).toContainText(`dépassement de 0,5${j} sur 2 · 3${h}30`);
});

test('F2 ½ j, 1:45, 3h30 and 105 min are read as people write them', async ({ tierce }) => {
  const time = await projectOfDays(tierce, '3');
  // Never the same answer twice in a row: one left over would be taken for the next.
  for (const [typed, after] of [
    ['½ j', '2,5'],
    ['1:45', '2,75'],
    ['3h30', '2,5'],
    ['105 min', '2,75'],
  ] as const) {
    await time.length.fill(typed);

    await expect(time.remainingAfter, typed).toHaveText(`${after}${j}`);
  }
});

test('F2 a day out of range is told at its field, and the day before it is not taken instead', async ({ tierce }) => {
  const time = await projectOfDays(tierce, '3');
  await time.length.fill('0,5 j');
  await time.day.fill('12/03/1826');
  await time.save.click();

  await expect(time.main.getByText('Tierce accepte les dates de 1990 à 2100')).toBeVisible();
  await expect(time.remainingAfter).toHaveText(`2,5${j}`);
  await expect(time.table).toHaveCount(0);
  await time.day.fill('12/03/2026');
  await time.save.click();
  await expect(time.row('Face à face')).toContainText('jeu. 12');
});

test('F2 what can be read in two ways is asked back', async ({ tierce }) => {
  const time = await projectOfDays(tierce, '3');
  await time.length.fill('2');

  await expect(time.question).toContainText('Laquelle');
  await expect(time.remainingAfter).toHaveText(`3${j}`);
  await time.question.getByRole('button', { name: `Lire 2\u00a0h` }).click();
  await expect(time.remainingAfter).toHaveText(`2,71${j}`);
});

test('F2 an absurd length is told at the field and nothing is saved', async ({ tierce }) => {
  const time = await projectOfDays(tierce, '3');
  await time.length.fill('900 h');
  await time.save.click();

  await expect(time.main.getByText('ne tiennent pas dans une journée')).toBeVisible();
  await expect(time.main.getByText('Aucun temps saisi')).toBeVisible();
});

test('F3 time that is not funded is visible and consumes nothing', async ({ tierce }) => {
  const time = await projectOfDays(tierce, '3');
  await time.choose('Nature', 'Déplacement');
  await time.length.fill('1h10');

  await expect(time.main.getByText('nature non financée, ce temps n’est pas décompté')).toBeVisible();
  await expect(time.remainingAfter).toHaveText(`3${j}`);
  await time.save.click();
  await expect(time.remaining).toContainText('Hors enveloppe\u202f: 1\u00a0h\u00a010, non décompté');
  await expect(time.row('Déplacement')).toBeVisible();
});

test('F4 the envelope, the phases, the navigation and Home tell the same rest', async ({ tierce }) => {
  const time = await projectOfDays(tierce, '4');
  await time.length.fill('1 j');
  await time.save.click();

  await expect(time.remaining).toContainText(`3${j}`);
  await expect(time.phases.getByRole('row').filter({ hasText: 'Total' })).toContainText('3');
  await expect(time.page.getByRole('link', { name: /^Jours et temps/ })).toContainText(`3${j}`);
  await time.expectSaved();
  await time.close();
  await expect(new HomePage(tierce).row(UNTITLED)).toContainText(`3${j}`);
});

test('F1 an amendment is dated and counted from its date', async ({ tierce }) => {
  const time = await projectOfDays(tierce, '6');
  await time.main.getByRole('button', { name: /^Autres actions \(DLA 77\)/ }).click();
  await time.page.getByRole('menuitem', { name: 'Ajouter un avenant' }).click();
  const dialog = time.page.getByRole('dialog');
  await dialog.getByLabel('Jours ajoutés ou retirés').fill('1,5');
  await dialog.getByRole('button', { name: 'Ajouter un avenant' }).click();

  await expect(time.remaining).toContainText(`7,5${j}`);
  await expect(time.main.getByText(`avenant de 1,5${j}`)).toBeVisible();
});

test('F4 an entry is changed and removed, and the removal can be taken back', async ({ tierce }) => {
  const time = await projectOfDays(tierce, '3');
  await time.length.fill('1 j');
  await time.save.click();
  await time.main.getByRole('button', { name: /^Modifier Face à face/ }).click();
  await time.length.fill('½ j');
  await time.main.getByRole('button', { name: 'Enregistrer la modification' }).click();
  await expect(time.remaining).toContainText(`2,5${j}`);

  await time.main.getByRole('button', { name: /^Supprimer Face à face/ }).click();
  await expect(time.remaining).toContainText(`3${j}`);
  await time.answerMessage('Annuler');
  await expect(time.remaining).toContainText(`2,5${j}`);
});

test('D7 the time of a session is counted in one gesture, then its writing up', async ({ tierce }) => {
  const time = await projectOfDays(tierce, '3');
  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  await sessions.create.click();
  const session = new SessionPage(tierce);
  await session.typeTime('De', '09:00');
  await session.typeTime('À', '12:30');
  await expect(session.time).toContainText(`il restera 2,5${j}`);

  await session.time.getByRole('button', { name: /^L’ajouter \(Face à face\)/ }).click();
  await expect(session.time).toContainText(`0,25${j} de rédaction`);
  await session.time.getByRole('button', { name: /^L’ajouter \(Rédaction\)/ }).click();

  await time.goTo('Jours et temps');
  await expect(time.remaining).toContainText(`2,25${j}`);
});

test('F1 an envelope is shared out between phases and kinds of work, and taken back in one step', async ({ tierce }) => {
  const time = await projectOfDays(tierce, '6');
  await time.main.getByRole('button', { name: /Autres actions \(DLA/ }).click();
  await time.page.getByRole('menuitem', { name: 'Répartir les jours' }).click();
  const dialog = time.page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Besoins à coopérer, Toutes natures' }).fill('2');
  await dialog.getByRole('textbox', { name: 'Besoins à coopérer, Rédaction' }).fill('0,5');
  await dialog.getByRole('textbox', { name: 'Diagnostic, Toutes natures' }).fill('9');
  await expect(dialog.getByText(/de plus que ce qui est accordé/)).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Diagnostic, Toutes natures' }).fill('1');
  await dialog.getByRole('button', { name: 'Enregistrer la répartition' }).click();

  await expect(time.main.getByRole('row', { name: /^1\. Besoins à coopérer 2,5/ })).toBeVisible();
  await time.page.keyboard.press('Control+z');
  await expect(time.main.getByRole('row', { name: /^1\. Besoins à coopérer 2,5/ })).toHaveCount(0);
});

test('F1 an envelope is shared out with the keyboard alone', async ({ tierce }) => {
  const time = await projectOfDays(tierce, '6');
  const { keyboard } = time.page;
  await time.tabTo(/Autres actions \(DLA/);
  await keyboard.press('Enter');
  await time.page.getByRole('menu').waitFor();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await time.tabTo('Besoins à coopérer, Toutes natures');
  await keyboard.press('Control+a');
  await keyboard.type('2,5');
  await keyboard.press('Enter');

  await expect(time.page.getByRole('dialog')).toBeHidden();
  await expect(time.main.getByRole('row', { name: /^1\. Besoins à coopérer 2,5/ })).toBeVisible();
});
