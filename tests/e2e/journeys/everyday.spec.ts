// Journey: what a day's work leaves behind reads the same on every screen, in every document, and after the file is opened again.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { textOfDocument } from '../../support/text-of-documents.ts';
import { expect, test } from '../journey.ts';
import { newAccompaniment, newSession } from '../pages/beginnings.ts';
import { DocumentsPage } from '../pages/documents-page.ts';
import { FilePage } from '../pages/file-page.ts';
import { FramePage } from '../pages/frame-page.ts';
import { HomePage } from '../pages/home-page.ts';
import { NewPage, UNTITLED } from '../pages/new-page.ts';
import { outOfPlace, pushedSideways } from '../pages/out-of-place.ts';
import { SessionPage } from '../pages/session-page.ts';
import { SessionsPage } from '../pages/sessions-page.ts';
import { TimePage } from '../pages/time-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import type { TestApp } from '../shells/test-app.ts';

const j = '\u00a0j';

/** An accompaniment of three days, of which the funder is left open. */
async function unnamedContract(tierce: TestApp, dayLength: string): Promise<TimePage> {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).create.click();
  const form = new NewPage(tierce);
  await form.step('Les jours financés').click();
  await form.field('Jours accordés').fill('3');
  await form.field('Longueur d’une journée').fill(dayLength);
  await form.create.click();
  const time = new TimePage(tierce);
  await time.goTo('Jours et temps');
  return time;
}

test('B17 a new accompaniment of DLA begins without an order of the mission', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).create.click();
  const form = new NewPage(tierce);
  await form.scheme('Dispositif local').click();
  await form.createAsIs.click();

  await expect(new FramePage(tierce).text('Cahier des charges')).toHaveValue('');
});

test('A13 B3 the history says in words that a gate was passed', async ({ tierce }) => {
  const frame = await newAccompaniment(tierce);
  await frame.passGate();
  const file = new FilePage(tierce);
  await file.show('Historique');

  const gate = file.changes.filter({ hasText: 'jalon' });
  await expect(gate).toContainText(/Acte\s*validé/);
  await expect(gate).not.toContainText('passed');
});

test('I7 a removed criterion is not offered back by a message once something else was typed', async ({ tierce }) => {
  const frame = await newAccompaniment(tierce);
  const offer = frame.messages.getByRole('button', { name: 'Annuler' });
  const criteria = frame.card('Critères de sortie').getByRole('listitem');
  await frame.showPhase();
  const before = await criteria.count();
  await frame.removeCriterion();
  await expect(offer).toHaveCount(1);
  await frame.mission.click();
  await frame.text('Territoire').fill('Sud Seine-et-Marne');
  await frame.text('Territoire').blur();
  await expect(offer).toHaveCount(0);

  await expect(frame.text('Territoire')).toHaveValue('Sud Seine-et-Marne');
  await frame.undo.click();
  await expect(frame.text('Territoire')).toHaveValue('');
  await frame.showPhase();
  await expect(criteria).toHaveCount(before - 1);
  await frame.undo.click();
  await expect(criteria).toHaveCount(before);
});

test('F4 an entry after a planned one is not planned', async ({ tierce }) => {
  const time = await unnamedContract(tierce, '7 h');
  await time.planned.click();
  await time.length.fill('0,5 j');
  await time.save.click();
  await expect(time.main.getByText('prévu', { exact: true })).toHaveCount(1);
  await expect(time.length).toHaveValue('');

  await time.length.fill('1 j');
  await expect(time.remainingAfter).toHaveText(`2${j}`);
  await time.save.click();
  await expect(time.remaining).toContainText(`2${j}`);
  await expect(time.main.getByText('prévu', { exact: true })).toHaveCount(1);
});

test('F1 F2 a contract whose funder is still open says so, and half a hundredth of a day is rounded up', async ({ tierce }) => {
  const time = await unnamedContract(tierce, '8 h');
  await expect(time.main.getByText(/^Financeur à préciser · /)).toBeVisible();
  await time.length.fill('8h12');
  await time.save.click();

  await expect(time.row('Face à face')).toContainText(`1,03${j}`);
  await time.goTo('Documents');
  const documents = new DocumentsPage(tierce);
  await documents.choose('Document', 'État des jours financés');
  await documents.expectOnSheet(/Faits?\s*1,03\sj/);
  await documents.expectOnSheet('Financeur à préciser');
});

test('F1 H1 H2 an amendment that is not shared out has its line on screen, in the statement and in the workbook', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).create.click();
  const form = new NewPage(tierce);
  await form.step('Les jours financés').click();
  await form.field('Financeur').fill('DLA 77');
  await form.field('Jours accordés').fill('4');
  await form.create.click();
  const time = new TimePage(tierce);
  await time.goTo('Jours et temps');
  await time.addAmendment('1', 'Une séance de plus');
  await expect(time.phase('À répartir').getByRole('cell').first()).toHaveText('1');
  await time.goTo('Documents');
  const documents = new DocumentsPage(tierce);
  await documents.choose('Document', 'État des jours financés');
  await documents.expectOnSheet(/À répartir\s*1\s*1\s*Total\s*5/);

  await documents.choose('Document', 'Classeur Excel');
  await documents.sheet.getByRole('tab', { name: 'Jours par phase' }).click();
  await expect(documents.sheet.getByRole('row', { name: /^À répartir 1/ })).toBeVisible();
  await expect(documents.sheet.getByRole('row', { name: /^Total 5/ })).toBeVisible();
});

test('D1 H1 a session that is entered later, before others, leaves them their numbers', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).exploreExample();
  const sessions = new SessionsPage(tierce);
  await sessions.create.click();
  const session = new SessionPage(tierce);
  await session.title.fill('Entrée après coup');
  await session.beginDate('10/02/2026');
  await session.page.keyboard.press('Tab');
  await expect(session.line).toContainText('Séance 9 · mardi 10 février 2026');
  await session.goTo('Séances');

  await expect(sessions.row('Enjeux de chaque structure').getByRole('link', { name: 'Compte rendu de la séance 4' })).toBeAttached();
  await sessions.open('Enjeux de chaque structure');
  await session.report.click();
  await new DocumentsPage(tierce).expectOnSheet('Compte rendu de la séance 4');
});

test('H2 F4 in the statement of days the time of a cancelled session names no session', async ({ tierce }) => {
  const session = await newSession(tierce);
  await session.title.fill('Enjeux');
  await session.typeTime('De', '09:00');
  await session.typeTime('À', '12:30');
  await session.time.getByRole('button', { name: /^L’ajouter \(Face à face\)/ }).click();
  await expect(session.time.getByText('3 h 30', { exact: true })).toBeVisible();
  await session.chooseInMenu('Noter comme annulée');
  await expect(session.line).toContainText('annulée');
  await session.goTo('Documents');
  const documents = new DocumentsPage(tierce);
  await documents.choose('Document', 'État des jours financés');

  await documents.expectOnSheet(/Face à face\s*Enjeux\s*–/);
  await documents.choose('Document', 'Classeur Excel');
  await expect(documents.sheet.getByRole('row', { name: /Face à face/ })).toContainText('–');
});

test('H1 H2 the present are one number in the list, the report and the workbook, and the officer is told apart', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).create.click();
  const form = new NewPage(tierce);
  await form.next.click();
  await form.field('Qui la suit').fill('Nadia Brunel');
  await form.createAsIs.click();
  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  await sessions.create.click();
  const session = new SessionPage(tierce);
  await session.title.fill('Première séance');
  await session.participate('Joana Lopes', 'Atelier du Pont');
  await session.participate('Paul Roy', 'Mairie');
  await session.participate('Nadia Brunel');
  await session.report.click();
  const documents = new DocumentsPage(tierce);
  await documents.expectOnSheet(/Présents\s*Atelier du Pont \(Joana Lopes\)\s*Mairie \(Paul Roy\)/);

  await documents.choose('Document', 'Classeur Excel');
  await documents.sheet.getByRole('tab', { name: 'Séances' }).click();
  await expect(documents.sheet.getByRole('row', { name: /Première séance 2 0$/ })).toBeVisible();
  await documents.sheet.getByRole('tab', { name: 'Présences' }).click();
  await expect(documents.sheet.getByRole('row', { name: /Paul Roy/ })).toBeVisible();
  await expect(documents.sheet).not.toContainText('Nadia Brunel');
  await sessions.goTo('Séances');
  await expect(sessions.row('Première séance')).toContainText('2 sur 2');
});

test('A1 H1 people and entries of one day stand in one order, also once the file is opened again', async ({ tierce }) => {
  const session = await newSession(tierce);
  for (const name of ['Zoé Petit', 'Alain Roy', 'Élise Morel', 'Bruno Diaz']) await session.participate(name, 'Mairie');
  const time = new TimePage(tierce);
  await time.goTo('Jours et temps');
  for (const note of ['trajet', 'appel', 'zone', 'bilan']) {
    await time.addEntry({ day: '12/03/2026', kind: 'Préparation', length: '30 min', note });
    await expect(time.row(note)).toBeVisible();
  }
  const entries = await time.table.getByRole('row').allTextContents();
  await time.goTo('Séances');
  await new SessionsPage(tierce).links.first().click();
  await expect(session.presence('Zoé Petit')).toBeVisible();
  const people = await session.everybody.allTextContents();
  expect(people).toHaveLength(4);
  await session.expectSaved('file');
  await tierce.close();
  await tierce.start();

  await new HomePage(tierce).entry(UNTITLED).click();
  await time.goTo('Jours et temps');
  await expect(time.table.getByRole('row')).toHaveText(entries);
  await time.goTo('Séances');
  await new SessionsPage(tierce).links.first().click();
  await expect(session.everybody).toHaveText(people);
});

test('I4 A5 the backups are whole at 1093 × 614, each with its buttons', async ({ tierce }) => {
  await tierce.page.setViewportSize({ width: 1093, height: 614 });
  const frame = await newAccompaniment(tierce);
  await frame.text('Besoin').fill('Un besoin.');
  await frame.text('Besoin').blur();
  await frame.expectSaved('file');
  const file = new FilePage(tierce);
  await file.show('Copies de sécurité');
  await expect(file.restore(file.backups.first())).toBeInViewport({ ratio: 1 });

  expect(await file.page.evaluate(outOfPlace)).toEqual([]);
  expect(await file.page.evaluate(pushedSideways)).toEqual([]);
});

test('H1 I3 letters in two parts are one in the report, and are found in it', async ({ tierce, folders }) => {
  const session = await newSession(tierce);
  await session.title.fill('Re\u0301union préparée');
  await session.account.fill('Le cou\u0302t du transport, évoqué par tous les présents.');
  await session.account.blur();
  await session.expectSafe();
  await session.report.click();
  const documents = new DocumentsPage(tierce);
  await documents.expectOnSheet('Réunion préparée');
  const target = path.join(folders.documents, 'lettres.pdf');
  await tierce.answerDialogs(target);
  await documents.save.click();
  await expect(documents.open).toBeVisible({ timeout: 30_000 });

  const text = await textOfDocument(target, readFileSync(target));
  expect(text).toContain('évoqué par tous les présents');
  expect(text).toBe(text.normalize('NFC'));
});

test('A7 A11 a file that an editor has saved with other ends of lines is told as damaged, not as cut', async ({ tierce, folders }) => {
  const frame = await newAccompaniment(tierce);
  await frame.expectSaved('file');
  await frame.close();
  const file = path.join(folders.library, `${UNTITLED}.tierce`);
  writeFileSync(path.join(folders.library, 'édité.tierce'), readFileSync(file, 'utf8').replaceAll('\n', '\r\n'));
  await tierce.close();
  await tierce.start();

  const home = new HomePage(tierce);
  await expect(home.unreadable('édité.tierce')).toContainText('est abîmé');
  await expect(home.unreadable('édité.tierce')).not.toContainText('coupé');
});
