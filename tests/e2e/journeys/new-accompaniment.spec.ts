// Journey: a new accompaniment, for which only the scheme is required.
import { expect, test } from '../journey.ts';
import { HomePage } from '../pages/home-page.ts';
import { NewPage } from '../pages/new-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { FramePage } from '../pages/frame-page.ts';
import { SessionsPage } from '../pages/sessions-page.ts';
import { TimePage } from '../pages/time-page.ts';

test('B1 only the scheme is asked: an accompaniment of DLA begins as it is', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).create.click();
  const form = new NewPage(tierce);

  await form.scheme('Dispositif local').click();
  await form.createAsIs.click();

  const frame = new FramePage(tierce);
  await expect(frame.phase('Cadrage')).toBeVisible();
  await expect(frame.text('Diagnostic repris')).toBeVisible();
  await frame.showPhase();
  await expect(frame.card('Repères pour cette phase').first()).toContainText('D’après');
});

test('B1 the right column shows the phases with their dates and days while one types', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).create.click();
  const form = new NewPage(tierce);
  await form.scheme('Coorace').click();
  await form.next.click();
  await form.field('Titre').fill('Offre commune d’insertion');
  await form.date('Début').fill('05/02/2026');
  await form.date('Fin').fill('10/07/2026');
  await expect(form.ahead).toContainText('5 févr.');

  await form.step('Les jours financés').click();
  await form.field('Financeur').fill('DLA 77');
  await form.field('Jours accordés').fill('7,5');

  await expect(form.ahead).toContainText('1,5\u00a0j');
  await form.create.click();
  await expect(new FramePage(tierce).text('Titre de l’accompagnement')).toHaveValue('Offre commune d’insertion');
  const time = new TimePage(tierce);
  await time.goTo('Jours et temps');
  await expect(time.remaining).toContainText('7,5\u00a0j');
});

test('B17 the mission frame keeps who orders, the need and the structures', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).create.click();
  const form = new NewPage(tierce);
  await form.next.click();
  await form.field('Qui commande la mission').fill('Coorace Île-de-France');
  await form.field('Qui la suit').fill('Nadia Brunel');
  await form.field('Besoin').fill('Répondre ensemble à des marchés plus gros.');
  await form.next.click();
  await form.newStructure.fill('Relais Emploi');
  await form.page.keyboard.press('Enter');
  await form.newStructure.fill('Chantiers du Val');
  await form.page.keyboard.press('Enter');
  await expect(form.structure('Chantiers du Val')).toBeVisible();

  await form.createAsIs.click();

  const frame = new FramePage(tierce);
  await expect(frame.text('Commanditaire')).toHaveValue('Coorace Île-de-France');
  await expect(frame.text('Besoin')).toHaveValue('Répondre ensemble à des marchés plus gros.');
  await expect(frame.main.getByRole('button', { name: /Nadia Brunel/ })).toBeVisible();
  await frame.text('Résultats attendus').fill('Un premier lot remporté ensemble.');
  await frame.text('Résultats attendus').blur();
  await frame.expectSafe();
  await frame.close();
  const home = new HomePage(tierce);
  await expect(home.table).toContainText('2 structures');
});

test('B17 A2 a structure still being typed counts, even when a button is pressed without leaving its field', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).create.click();
  const form = new NewPage(tierce);
  await form.step('collectif').click();
  await form.newStructure.fill('Relais Emploi');
  await form.step('Les jours financés').dispatchEvent('click'); // like voice control, which does not move the focus
  await form.step('collectif').dispatchEvent('click');
  await form.newStructure.press('Enter');
  await form.newStructure.fill('Chantiers du Val');
  await form.createAsIs.dispatchEvent('click');

  const frame = new FramePage(tierce);
  await frame.expectSafe();
  await frame.close();
  await expect(new HomePage(tierce).table).toContainText('2 structures');
});

test('F1 a mission already under way begins with its sessions and its opening balance', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).create.click();
  const form = new NewPage(tierce);
  await form.step('Les jours financés').click();
  await form.field('Jours accordés').fill('6');
  await form.underWay.click();
  await form.field('Séances déjà tenues').fill('3');
  await form.field('Jours déjà consommés').fill('2,5');
  await form.create.click();

  const time = new TimePage(tierce);
  await time.goTo('Jours et temps');
  await expect(time.remaining).toContainText('3,5\u00a0j');
  await expect(time.remaining).toContainText('dont 2,5\u00a0j avant l’ouverture de ce fichier');
  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  await sessions.create.click();
  await expect(sessions.main.getByRole('button', { name: /^Séance 4/ })).toBeVisible();
});

test('B1 an end before its start and absurd days are told at their fields', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).create.click();
  const form = new NewPage(tierce);
  await form.next.click();
  await form.date('Début').fill('10/07/2026');
  await form.date('Fin').fill('05/02/2026');
  await expect(form.main.getByText('La fin précède le début')).toBeVisible();

  await form.step('Les jours financés').click();
  await form.field('Jours accordés').fill('100000');
  await form.create.click();

  await expect(form.heading('Nouvel accompagnement')).toBeVisible();
  await form.step('Les jours financés').click();
  await expect(form.main.getByText('vérifiez le nombre')).toBeVisible();
});
