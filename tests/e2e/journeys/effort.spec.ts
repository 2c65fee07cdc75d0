// What a day's work costs in keys and presses, beside its content: counted as they reach the page.
import { expect, test } from '../journey.ts';
import { newAccompaniment } from '../pages/beginnings.ts';
import { CollectivePage } from '../pages/collective-page.ts';
import { countEffort } from '../pages/effort.ts';
import { FramePage } from '../pages/frame-page.ts';
import { HomePage } from '../pages/home-page.ts';
import { NewPage } from '../pages/new-page.ts';
import { SessionPage } from '../pages/session-page.ts';
import { SessionsPage } from '../pages/sessions-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import type { TestApp } from '../shells/test-app.ts';

const PEOPLE = ['Mehdi Traoré', 'Joana Lopes', 'Antoine Morel', 'Cécile Bernard', 'Paul Roy', 'Inès Petit'];
const EIGHT = [...PEOPLE, 'Leïla Haddad', 'Paul Petit'];
const STRUCTURES = ['Relais du Val', 'La Boucle', 'GE 77', 'Chantiers du Val', 'Atelier du Pont'];
const TITLE = 'Enjeux partagés';
const START = '9h30';
const PLACE = 'Mairie de Melun';
const MINUTES = 'Chacun a présenté ses enjeux ; les coûts du transport reviennent partout, la charte est à relire avant l’été.';
const DECISIONS = ['Comparer les coûts sur la même base.', 'Garder deux logos.', 'Se revoir tous les mois.'];
const ACTIONS = ['Envoyer la grille @Mehdi 16/04', 'Relire la charte @Joana vendredi', 'Chiffrer le transport @Mairie 30/04'];
/** All that is typed and ends in a record. Signs that no key of an English keyboard makes arrive without a key, and are not counted. */
const CONTENT = [TITLE, START, PLACE, MINUTES, ...DECISIONS, ...ACTIONS.map((line) => line.replaceAll(/ (?:@|(?=\S+$))/gu, ''))]
  .join('')
  .replaceAll(/[^ -~]/gu, '').length;

/** A mission whose first session had six people, its meeting, preparation and travel; then the list of sessions. */
async function afterFirstSession(tierce: TestApp): Promise<SessionsPage> {
  await newAccompaniment(tierce);
  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  await sessions.create.click();
  const session = new SessionPage(tierce);
  for (const name of PEOPLE) await session.participate(name, 'Mairie');
  await session.typeTime('De', '9h30');
  await session.typeTime('À', '12h30');
  await session.time.getByRole('button', { name: 'L’ajouter (Face à face)' }).click();
  await session.length('Préparation').fill('1h');
  await session.time.getByRole('button', { name: 'Ajouter (Préparation)' }).click();
  await session.length('Déplacement').fill('1h30');
  await session.time.getByRole('button', { name: 'Ajouter (Déplacement)' }).click();
  await expect(session.length('Déplacement')).toHaveCount(0);
  await sessions.goTo('Séances');
  await expect(sessions.create).toBeVisible();
  return sessions;
}

async function expectLogged(tierce: TestApp): Promise<void> {
  const session = new SessionPage(tierce);
  await expect(session.title).toHaveValue(TITLE);
  await expect(session.line).toContainText(`9:30–12:30 · ${PLACE}`);
  await expect(session.main.getByText('· 5 sur 6 attendus')).toBeVisible();
  await expect(session.presence('Paul Roy, excusé·e')).toBeVisible();
  await expect(session.accountRead).toHaveText(MINUTES);
  await expect(session.text('Décision')).toHaveCount(3);
  await expect(session.owner('Mehdi Traoré, Mairie, 16 avril')).toBeVisible();
  await expect(session.owner('Joana Lopes, Mairie, 20 mars')).toBeVisible();
  await expect(session.owner('Mairie, 30 avril')).toBeVisible();
  for (const length of ['3\u202fh', '1\u202fh', '1\u202fh\u202f30'])
    await expect(session.time.getByText(length, { exact: true })).toBeVisible();
  await session.expectSafe();
}

test('D1 I8 a follow-up session is logged with eight presses and 60 keys beside its content', async ({ tierce }) => {
  const sessions = await afterFirstSession(tierce);
  const session = new SessionPage(tierce);
  const { keyboard } = session.page;
  const spent = await countEffort(session.page);

  await sessions.create.click();
  await expect(session.title).toBeFocused();
  await keyboard.type(TITLE);
  await session.tabTo('De');
  await keyboard.type(START);
  await session.tabTo('Lieu');
  await keyboard.type(PLACE);
  await session.button('Toutes et tous présents').click();
  await session.presence('Paul Roy').click();
  await session.mark('excusé·e').click();
  await session.account.click();
  await keyboard.type(MINUTES);
  await session.button('Ajouter une décision').click();
  for (const decision of DECISIONS) await typeLine(session, decision);
  await session.button('Ajouter une action').click();
  for (const action of ACTIONS) await typeLine(session, action);
  await session.button('Ajouter les 3 temps').click();

  await expectLogged(tierce);
  const { keys, presses } = await spent();
  expect(presses).toBeLessThanOrEqual(8);
  expect(keys - CONTENT).toBeLessThanOrEqual(60);
});

test('B1 D1 a mission with five structures and eight people is entered with thirty presses', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  const form = new NewPage(tierce);
  const session = new SessionPage(tierce);
  const { keyboard } = form.page;
  const spent = await countEffort(form.page);

  await new HomePage(tierce).create.click();
  await form.scheme('Dispositif local').click();
  await form.next.click();
  await form.field('Titre').click();
  await keyboard.type('Offre commune');
  await form.tabTo(/^Début/);
  await keyboard.type('05/02/2026');
  await form.tabTo(/^Fin/);
  await keyboard.type('10/07/2026');
  await form.field('Qui commande la mission').click();
  await keyboard.type('DLA 77');
  await form.next.click();
  for (const name of STRUCTURES) await typeLine(session, name);
  await form.next.click();
  await form.field('Jours accordés').click();
  await keyboard.type('7,5');
  await form.create.click();
  await expect(new FramePage(tierce).text('Besoin')).toBeVisible();
  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  await sessions.create.click();
  await session.addPerson.click();
  for (const [index, name] of EIGHT.entries()) await typeLine(session, `${name}, ${STRUCTURES[index % STRUCTURES.length] ?? ''}`);
  await expect(session.main.getByText('· 8 sur 8 attendus')).toBeVisible();
  await new CollectivePage(tierce).goTo('Collectif');

  await expect(session.main.getByText('GE 77').first()).toBeVisible();
  await session.expectSafe();
  expect((await spent()).presses).toBeLessThanOrEqual(30);
});

test('D1 I3 the same session is logged by keyboard alone with 90 keys beside its content', async ({ tierce }) => {
  const sessions = await afterFirstSession(tierce);
  const session = new SessionPage(tierce);
  const { keyboard } = session.page;
  await sessions.create.focus();
  const spent = await countEffort(session.page);

  await keyboard.press('Enter');
  await expect(session.title).toBeFocused();
  await keyboard.type(TITLE);
  await session.tabTo('De');
  await keyboard.type(START);
  await session.tabTo('Lieu');
  await keyboard.type(PLACE);
  await session.tabTo('Toutes et tous présents');
  await keyboard.press('Enter');
  await expect(session.presence('Paul Roy, attendu·e')).toHaveCount(0);
  await expect(session.main.locator(':focus')).toBeAttached(); // the button has gone, and its place has taken the focus
  await session.tabTo(/^Présence/);
  for (let moves = 0; !(await session.focused()).startsWith('Présence\u202f: Paul Roy'); moves += 1) {
    expect(moves).toBeLessThan(PEOPLE.length);
    await keyboard.press('ArrowRight');
  }
  await keyboard.press('Enter');
  await expect(session.dialog.locator(':focus').or(session.page.locator('[role="dialog"]:focus'))).toBeAttached();
  await session.tabTo('excusé·e');
  await keyboard.press('Enter');
  await expect(session.presence('Paul Roy, excusé·e')).toBeFocused();
  await session.tabTo('Relevé');
  await keyboard.type(MINUTES);
  await session.tabTo('Ajouter une décision');
  await keyboard.press('Enter');
  await expect(session.text('Ajouter une décision')).toBeFocused();
  for (const decision of DECISIONS) await typeLine(session, decision);
  await session.tabTo('Ajouter une action');
  await keyboard.press('Enter');
  await expect(session.text('Ajouter une action')).toBeFocused();
  for (const action of ACTIONS) await typeLine(session, action);
  await session.tabTo('Ajouter les 3 temps');
  await keyboard.press('Enter');

  await expectLogged(tierce);
  const { keys, presses } = await spent();
  expect(presses).toBe(0);
  expect(keys - CONTENT).toBeLessThanOrEqual(90);
});

async function typeLine(session: SessionPage, text: string): Promise<void> {
  await session.page.keyboard.type(text);
  await session.page.keyboard.press('Enter');
}
