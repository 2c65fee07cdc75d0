// “Y revenir” leads to the field in which a refused text waits, whatever hides it; where there is no field any more, it shows the text.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type { Locator, Page, Request, Route } from '@playwright/test';

import { FULL_PASSPHRASE, fullNotebook } from '../full-notebook.ts';
import { fullTables } from '../full-tables.ts';
import { expect, test } from '../journey.ts';
import { newAccompaniment } from '../pages/beginnings.ts';
import { CollectivePage } from '../pages/collective-page.ts';
import { DocumentsPage } from '../pages/documents-page.ts';
import { FilePage } from '../pages/file-page.ts';
import { FramePage } from '../pages/frame-page.ts';
import { HomePage } from '../pages/home-page.ts';
import { EXAMPLE_PASSPHRASE, NotebookPage } from '../pages/notebook-page.ts';
import { SessionPage } from '../pages/session-page.ts';
import { SessionsPage } from '../pages/sessions-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import type { WindowPage } from '../pages/window-page.ts';
import { passMinutes } from '../shells/test-app.ts';
import type { TestApp, TestFolders } from '../shells/test-app.ts';

async function newSession(tierce: TestApp): Promise<SessionPage> {
  await newAccompaniment(tierce);
  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  await sessions.create.click();
  const session = new SessionPage(tierce);
  await session.title.fill('Enjeux');
  await session.expectSafe();
  return session;
}

async function openFile(tierce: TestApp, folders: TestFolders, bytes: Buffer): Promise<void> {
  await new WelcomePage(tierce).introduce();
  mkdirSync(folders.library, { recursive: true });
  const file = path.join(folders.library, 'plein.tierce');
  writeFileSync(file, bytes);
  await tierce.answerDialogs(file);
  await new HomePage(tierce).openFile.click();
}

/**
 * Main refuses every new text: of a record (`record.create`, `record.update`) or of a note.
 * @returns how to let them pass again, once every refusal has arrived: what is sent again while the same is on its way has its answer
 */
async function refuseTexts({ page }: WindowPage): Promise<() => Promise<void>> {
  const calls = '**/tierce/call';
  const underWay = callsUnderWay(page);
  const refuse = async (route: Route): Promise<void> => {
    const asked = JSON.stringify(route.request().postDataJSON());
    if (/"(record\.create|record\.update|vault\.write)"/.test(asked))
      await route.fulfill({ json: { ok: false, failure: { code: 'bug', id: 'refused' } } });
    else await route.continue();
  };
  await page.route(calls, refuse);
  return async () => {
    await page.unroute(calls, refuse);
    await expect.poll(() => underWay.size).toBe(0);
    await page.evaluate(() => new Promise(requestAnimationFrame)); // the window has drawn the last answer
  };
}

/** @returns the calls of main that the window waits for, from now on */
function callsUnderWay(page: Page): ReadonlySet<Request> {
  const underWay = new Set<Request>();
  page.on('request', (request) => {
    if (request.url().endsWith('/tierce/call')) underWay.add(request);
  });
  page.on('requestfinished', (request) => underWay.delete(request));
  page.on('requestfailed', (request) => underWay.delete(request));
  return underWay;
}

/** The window has said that a text waits, and offers to go back to it. */
async function expectLeft(screen: WindowPage): Promise<void> {
  await expect(screen.messages.getByRole('button', { name: 'Y revenir' })).toBeVisible();
}

async function goBack(screen: WindowPage, field: Locator, typed: string): Promise<void> {
  await expectLeft(screen);
  await screen.answerMessage('Y revenir');
  await expect(field).toBeFocused();
  await expect(field).toHaveValue(typed);
}

test('A2 a refused date leads back to its field in the closed details of its session', async ({ tierce }) => {
  const session = await newSession(tierce);
  await session.beginDate('31/02');
  await session.goTo('Cadre');
  await expect(session.page.locator('main[data-screen="frame"] h1')).toBeAttached();

  await goBack(session, session.moment('Date'), '31/02');
  await session.moment('Date').blur(); // its message moves the button
  await session.main.getByRole('button', { name: 'Terminé' }).click();
  await expect(session.line).toHaveAttribute('aria-expanded', 'false');

  await goBack(session, session.moment('Date'), '31/02');
  await session.page.keyboard.press('Control+a');
  await session.page.keyboard.type('28/02/2026');
  await session.page.keyboard.press('Enter');
  await expect(session.line).toContainText('28 février 2026');
  await session.expectSafe();
});

test('A2 a refused figure leads back to the closed record of its structure, from any view', async ({ tierce }) => {
  await newAccompaniment(tierce);
  const collective = new CollectivePage(tierce);
  await collective.goTo('Collectif');
  await collective.addStructure('Le Fournil');
  const jobs = collective.text('Emplois');
  await jobs.fill('une vingtaine');
  await collective.panel.getByRole('button', { name: 'Fermer la fiche' }).click();
  await expect(jobs).toHaveCount(0);

  await goBack(collective, jobs, 'une vingtaine');
  await collective.view('Portrait');
  await expect(jobs).toHaveCount(0);
  await goBack(collective, jobs, 'une vingtaine');

  await jobs.fill('20');
  await collective.expectSafe();
});

test('A2 a refused text leads back to its tab', async ({ tierce }) => {
  await newAccompaniment(tierce);
  const collective = new CollectivePage(tierce);
  await collective.goTo('Collectif');
  await collective.view('Portrait');
  const allow = await refuseTexts(collective);
  const story = collective.text('Son histoire');
  await story.fill('Un groupement, il y a dix ans.');
  await collective.view('Cercles');

  await goBack(collective, story, 'Un groupement, il y a dix ans.');
  await allow();
  await story.fill('Un groupement, il y a douze ans.');
  await collective.expectSafe();
});

test('A2 a refused period leads back to the document that has one', async ({ tierce }) => {
  await newSession(tierce);
  const documents = new DocumentsPage(tierce);
  await documents.goTo('Documents');
  await documents.choose('Document', 'État des jours financés');
  const from = documents.main.getByRole('textbox', { name: /^Du/ });
  await from.fill('31/02');
  await documents.choose('Document', 'Compte rendu');
  await expect(from).toHaveCount(0);

  await goBack(documents, from, '31/02');
});

test('A2 refused minutes lead back from another screen to where they are written', async ({ tierce }) => {
  const session = await newSession(tierce);
  await session.account.fill('Chacun présente ses enjeux.');
  await session.expectSafe();
  await session.account.blur();
  const allow = await refuseTexts(session);
  await session.button('Modifier (Relevé)').click();
  await session.account.fill('Chacun a présenté ses enjeux.');
  await session.goTo('Séances');

  await goBack(session, session.account, 'Chacun a présenté ses enjeux.');
  await allow();
  await session.account.fill('Chacun a dit ses enjeux.');
  await session.expectSafe();
});

test('A2 a refused new line leads back to its list, in its phase alone', async ({ tierce }) => {
  const frame = await newAccompaniment(tierce);
  const [first, second] = [frame.phase('^1\\. '), frame.phase('^2\\. ')];
  const line = frame.text('Ajouter une étape');
  await second.click();
  const allow = await refuseTexts(frame);
  await frame.beginStep('Visiter chaque atelier');
  await first.click();
  await frame.main.getByRole('button', { name: 'Ajouter une étape' }).click();
  await expect(line).toHaveValue('');
  await frame.page.keyboard.press('Escape');

  await goBack(frame, line, 'Visiter chaque atelier');
  await expect(second).toHaveAttribute('aria-selected', 'true');
  await allow();
  await frame.page.keyboard.press('Enter');
  await expect(frame.step('Visiter chaque atelier')).toBeVisible();
  await frame.expectSafe();
});

test('A2 a refused new line leads back beside a line of another kind, and is not begun twice', async ({ tierce }) => {
  const session = await newSession(tierce);
  const decision = session.text('Ajouter une décision');
  const allow = await refuseTexts(session);
  await session.beginRow('décision', 'Comparer les coûts.');
  await session.main.getByRole('button', { name: 'Ajouter une action' }).click();
  await expect(decision).toHaveCount(0);

  await goBack(session, decision, 'Comparer les coûts.');
  await session.goTo('Séances');
  await expectLeft(session);
  await session.page.goBack();
  await session.main.getByRole('button', { name: 'Ajouter une décision' }).click();
  await expect(decision).toHaveValue('Comparer les coûts.');
  await goBack(session, decision, 'Comparer les coûts.');

  await allow();
  await session.page.keyboard.press('Enter');
  await expect(session.text('Décision')).toHaveValue('Comparer les coûts.');
  await session.expectSafe();
});

test('A2 a refused date leads back to the small form of its action', async ({ tierce }) => {
  const session = await newSession(tierce);
  await session.write('action', 'Envoyer la grille');
  await session.page.keyboard.press('Escape');
  const due = session.dialog.getByRole('textbox', { name: 'Pour le' });
  await session.main.getByRole('button', { name: 'Qui à désigner' }).click();
  await due.fill('31/02');
  await session.page.keyboard.press('Enter');
  await session.dialog.getByRole('button', { name: 'Terminé' }).click();
  await expect(due).toHaveCount(0);
  await goBack(session, due, '31/02');
  await due.fill('30/04/2026');
  await session.page.keyboard.press('Enter');
  await session.dialog.getByRole('button', { name: 'Terminé' }).click();
  await session.expectSafe();
});

test('A2 a refused date leads back to the dialog of its step, in another phase', async ({ tierce }) => {
  const { frame, date } = await stepDoneWithDate(tierce, '31/02');
  await frame.phase('^1\\. ').click();
  await goBack(frame, date, '31/02');
});

test('A2 a refused text leads back to its line, out of sight in a long list', async ({ tierce, folders }) => {
  await openFile(tierce, folders, fullTables(200));
  const frame = new FramePage(tierce);
  await frame.goTo('Cadre et phases');
  await frame.main.getByRole('button', { name: /Phases$/ }).click();
  await frame.page.keyboard.press('Home');
  await frame.page.getByRole('option', { name: 'Cadre', exact: true }).click();
  const tools = frame.main.getByRole('list', { name: 'Outils transmis' });
  const tool = tools.getByRole('textbox').first();
  const allow = await refuseTexts(frame);
  await tool.fill('Une grille de lecture');
  await tool.blur();
  await tools.evaluate((list) => list.scrollTo(0, list.scrollHeight));
  await expect(tools.getByRole('textbox').last()).toHaveValue('Outil transmis 0200');

  await goBack(frame, tool, 'Une grille de lecture');
  await expect(tool).toBeInViewport();
  await allow();
  await tool.fill('Une grille');
  await frame.expectSafe();
});

test('A2 a refused note leads back to the attachment, in the view of the file that has it', async ({ tierce, folders }) => {
  await openFile(tierce, folders, fullTables(3));
  const file = new FilePage(tierce);
  await file.show('Pièces jointes');
  const note = file.main.getByRole('textbox', { name: /^Note/ }).first();
  await refuseTexts(file);
  await note.fill('La version signée');
  await file.show('Historique');
  await expect(note).toHaveCount(0);

  await goBack(file, note, 'La version signée');
});

test('A2 a refused private note leads back to its row, filtered away and out of sight, once the notebook is open', async ({
  tierce,
  folders,
}) => {
  await openFile(tierce, folders, await fullNotebook());
  const book = new NotebookPage(tierce);
  await book.show();
  await book.unlock(FULL_PASSPHRASE);
  await expect(book.list).toHaveAttribute('aria-rowcount', '2001');
  await book.main.evaluate((main) => main.scrollTo(0, main.scrollHeight));
  await expect(book.notes.last()).toHaveValue(/^note-0001/);
  const allow = await refuseTexts(book);
  await book.notes.last().fill('Ce que je dirai.');
  await book.main.evaluate((main) => main.scrollTo(0, 0));
  await book.field('Filtrer par mots').fill('note-19');
  await expect(book.notes.first()).toHaveValue(/^note-19/);
  const field = book.list.locator('textarea:focus');

  await goBack(book, field, 'Ce que je dirai.');
  await book.lock();
  await book.answerMessage('Y revenir');
  await expectLeft(book);
  await expect(book.dialog).toHaveCount(0);
  await book.unlock(FULL_PASSPHRASE);
  await expect(book.notes.first()).toBeVisible();
  await goBack(book, field, 'Ce que je dirai.');
  await allow();
  await field.fill('Ce que je leur dirai.');
  await book.expectSafe();
});

test('A2 E11 a refused private note whose row was removed is shown in the open notebook alone', async ({ tierce, folders }) => {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).exploreExample();
  const book = new NotebookPage(tierce);
  await book.show();
  await book.unlock(EXAMPLE_PASSPHRASE);
  await expect(book.notes).toHaveCount(4);
  await refuseTexts(book);
  await book.notes.first().fill('Ce que je dirai.');
  await book.choose(/^Autres actions, note du/, 'Supprimer');
  await expect(book.notes).toHaveCount(3);
  const shown = book.dialog.getByRole('textbox');
  await goBack(book, shown, 'Ce que je dirai.');

  passMinutes(folders, 11);
  await book.expectLocked();
  await expect(shown).toHaveCount(0);
  await expectLeft(book);
  await book.answerMessage('Y revenir');
  await expectLeft(book);
  await expect(shown).toHaveCount(0);

  await book.unlock(EXAMPLE_PASSPHRASE);
  await expect(book.notes).toHaveCount(3);
  await goBack(book, shown, 'Ce que je dirai.');
  await book.dialog.getByRole('button', { name: 'Abandonner' }).click();
  await book.expectSafe();
});

test('A2 a refused text whose record was removed is shown, to be copied, kept or given up', async ({ tierce }) => {
  const session = await newSession(tierce);
  await session.write('décision', 'Comparer les coûts.');
  await session.page.keyboard.press('Escape');
  await refuseTexts(session);
  await session.text('Décision').fill('Comparer les coûts et les délais.');
  await session.main.getByRole('button', { name: /^Autres actions \(Comparer/ }).click();
  await session.page.getByRole('menuitem', { name: 'Supprimer' }).click();
  await expect(session.text('Décision')).toHaveCount(0);
  const shown = session.dialog.getByRole('textbox', { name: 'Décision' });

  await goBack(session, shown, 'Comparer les coûts et les délais.');
  expect(await shown.evaluate((area: HTMLTextAreaElement) => area.value.slice(area.selectionStart, area.selectionEnd))).toBe(
    'Comparer les coûts et les délais.',
  );
  await session.page.keyboard.press('Escape');
  await expect(session.dialog).toHaveCount(0);
  await session.expectSaved('pending');
  await goBack(session, shown, 'Comparer les coûts et les délais.');
  await session.dialog.getByRole('button', { name: 'Le garder pour l’instant' }).click();
  await session.expectSaid('attend toujours');
  await goBack(session, shown, 'Comparer les coûts et les délais.');
  await session.dialog.getByRole('button', { name: 'Abandonner' }).click();
  await expect(session.dialog).toHaveCount(0);
  await session.expectSafe();
});

test('A2 a text that is shown because its record was removed is in its field again once that is undone', async ({ tierce }) => {
  const { frame, date } = await stepDoneWithDate(tierce, '31/02');
  await tickOf(frame).click();
  await expect(frame.main.getByRole('button', { name: /16 mars/ })).toHaveCount(0);
  const shown = frame.page.getByRole('dialog').getByRole('textbox');

  await goBack(frame, shown, '31/02');
  await expect(shown).toHaveAttribute('readonly');
  await frame.page.keyboard.press('Escape');
  await frame.page.keyboard.press('Control+z');
  await expect(frame.main.getByRole('button', { name: /16 mars/ })).toBeVisible();
  await goBack(frame, date, '31/02');
  await expect(date).toBeEditable();
});

/** A checkbox is pressed by its mark. */
function tickOf({ page }: FramePage): Locator {
  return page.locator('label').filter({ has: page.getByRole('checkbox', { name: 'Visiter chaque atelier' }) });
}

/** A step of the second phase that is done, and whose date was refused. */
async function stepDoneWithDate(tierce: TestApp, typed: string): Promise<{ readonly frame: FramePage; readonly date: Locator }> {
  const frame = await newAccompaniment(tierce);
  await frame.phase('^2\\. ').click();
  await frame.beginStep('Visiter chaque atelier');
  await frame.page.keyboard.press('Enter');
  await frame.page.keyboard.press('Escape');
  await tickOf(frame).click();
  const dialog = frame.page.getByRole('dialog', { name: 'Visiter chaque atelier' });
  const date = dialog.getByRole('textbox');
  await frame.main.getByRole('button', { name: /16 mars/ }).click();
  await date.fill(typed);
  await date.blur(); // its message moves the button
  await dialog.getByRole('button', { name: 'Terminé' }).click();
  await expectLeft(frame);
  return { frame, date };
}
