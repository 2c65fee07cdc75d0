// A whole mission, entered by hand from nothing to its documents: a collective of five structures, four funded days and one more.
import path from 'node:path';
import { readFileSync } from 'node:fs';

import { textOfDocument } from '../../support/text-of-documents.ts';
import { expect, test } from '../journey.ts';
import { DocumentsPage } from '../pages/documents-page.ts';
import { FramePage } from '../pages/frame-page.ts';
import { HomePage } from '../pages/home-page.ts';
import { NewPage } from '../pages/new-page.ts';
import { SessionPage } from '../pages/session-page.ts';
import { SessionsPage } from '../pages/sessions-page.ts';
import { TimePage } from '../pages/time-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import type { TestApp, TestFolders } from '../shells/test-app.ts';

test.use({ now: '2026-06-15T08:00:00.000Z' });

const TITLE = 'Groupement des recycleries';
const STRUCTURES = [
  'Recyclerie de Pantin',
  'Atelier vélo de Bobigny',
  'Les Bricoles de Stains',
  'La Collecterie de Montreuil',
  'Répar’Aubervilliers',
];
const PEOPLE = ['Awa Diop', 'Karim Belhadj', 'Lucie Martin', 'Tomás Pereira', 'Mina Sy'];

async function begin(tierce: TestApp): Promise<FramePage> {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).create.click();
  const form = new NewPage(tierce);
  await form.scheme('Dispositif local').click();
  await form.next.click();
  await form.field('Titre').fill(TITLE);
  await form.date('Début').fill('02/03/2026');
  await form.date('Fin').fill('30/09/2026');
  await form.field('Qui commande la mission').fill('DLA 93');
  await form.next.click();
  for (const name of STRUCTURES) {
    await form.newStructure.fill(name);
    await form.page.keyboard.press('Enter');
  }
  await form.next.click();
  await form.field('Jours accordés').fill('4');
  await form.create.click();
  const frame = new FramePage(tierce);
  await frame.text('Besoin').fill('Cinq recycleries voisines veulent répondre ensemble à la collecte de la métropole.');
  await frame.text('Besoin').blur();
  await frame.expectSafe();
  return frame;
}

/** Two sessions: the kick-off, and one with decisions and actions. */
async function holdSessions(tierce: TestApp): Promise<void> {
  const sessions = new SessionsPage(tierce);
  const session = new SessionPage(tierce);
  await sessions.goTo('Séances');
  await sessions.create.click();
  await session.title.fill('Cadrage à trois');
  for (const [index, name] of PEOPLE.entries()) await session.participate(name, STRUCTURES[index] ?? '');
  await session.typeTime('De', '9h30');
  await session.typeTime('À', '12h30');
  await session.button('Ajouter une décision').click();
  await session.page.keyboard.type('La collecte est le premier chantier.');
  await session.page.keyboard.press('Enter');
  await session.page.keyboard.press('Escape');
  await session.button('Ajouter une action').click();
  await session.page.keyboard.type('Compter les tonnages @Karim 30/06');
  await session.page.keyboard.press('Enter');
  await session.page.keyboard.press('Escape');
  await session.account.fill('Chacune dit ce qu’elle collecte, et ce qu’elle refuse.');
  await session.account.blur();
  await session.time.getByRole('button', { name: 'L’ajouter (Face à face)' }).click();
  await session.expectSafe();
}

async function amend(tierce: TestApp): Promise<void> {
  const time = new TimePage(tierce);
  await time.goTo('Jours et temps');
  await time.main.getByRole('button', { name: /^Autres actions \(DLA 93\)/ }).click();
  await time.page.getByRole('menuitem', { name: 'Ajouter un avenant' }).click();
  await time.amendmentDays.fill('1');
  await time.amendmentReason.fill('Deux réunions publiques en plus');
  await time.page.getByRole('dialog').getByRole('button', { name: 'Ajouter un avenant' }).click();
  await expect(time.remaining).toContainText(/restants sur 5(?![\d,])/);
}

async function saved(documents: DocumentsPage, tierce: TestApp, folders: TestFolders, name: string): Promise<string> {
  const target = path.join(folders.documents, name);
  await tierce.answerDialogs(target);
  await documents.save.click();
  await expect(documents.open).toBeVisible({ timeout: 30_000 });
  return (await textOfDocument(target, readFileSync(target))).replaceAll(/\s+/g, ' ');
}

test('B1 D1 F1 H1 H2 a mission of five structures is entered by hand, from nothing to its documents', async ({ tierce, folders }) => {
  test.slow();
  const frame = await begin(tierce);
  await expect(frame.phase('Cadrage')).toBeVisible();
  await holdSessions(tierce);
  await amend(tierce);
  await frame.goTo('Vue d’ensemble');
  await expect(frame.main.getByRole('region', { name: 'Jours financés' })).toContainText(/4,57\sj restants sur 5 · /);
  await expect(frame.main.getByRole('region', { name: 'À faire avancer' })).toContainText('Compter les tonnages');

  const documents = new DocumentsPage(tierce);
  await documents.goTo('Documents');
  await documents.expectOnSheet('La collecte est le premier chantier.');
  const report = await saved(documents, tierce, folders, 'compte rendu.pdf');
  for (const words of [TITLE, 'Awa Diop', 'Répar’Aubervilliers', 'La collecte est le premier chantier.', 'Compter les tonnages'])
    expect(report).toContain(words);
  await documents.choose('Document', 'État des jours financés');
  await documents.expectOnSheet('Deux réunions publiques en plus');
  const statement = await saved(documents, tierce, folders, 'état.pdf');
  for (const words of ['DLA 93', 'Deux réunions publiques en plus', '4,57']) expect(statement).toContain(words);
  await documents.choose('Document', /Classeur/);
  await expect(documents.sheet.getByRole('tab', { name: 'Jours' })).toBeVisible();
  await documents.expectSafe();
});
