// Journey: a session is logged, by mouse and by keyboard, and found again.
import { expect, test } from '../journey.ts';
import { HomePage } from '../pages/home-page.ts';
import { NewPage, UNTITLED } from '../pages/new-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { DocumentsPage } from '../pages/documents-page.ts';
import { SessionPage } from '../pages/session-page.ts';
import { SessionsPage } from '../pages/sessions-page.ts';
import type { TestApp } from '../shells/test-app.ts';

async function newSession(tierce: TestApp): Promise<SessionPage> {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).create.click();
  await new NewPage(tierce).createAsIs.click();
  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  await sessions.create.click();
  return new SessionPage(tierce);
}

test('D1 logs a session with its people, minutes, decisions, actions and next date, and finds it again', async ({ tierce }) => {
  const session = await newSession(tierce);
  await session.title.fill('Enjeux de chaque structure');
  await session.typeTime('De', '09:00');
  await session.typeTime('À', '12:30');
  await session.text('Lieu').fill('Atelier du Pont, Melun');
  await session.text('Lieu').blur();
  await session.participate('Joana Lopes', 'Atelier du Pont');
  await session.participate('Antoine Morel', 'Chantiers du Val');
  await session.account.fill('Chacun présente **ses enjeux**.\n\n- des marchés plus gros\n- garder les encadrants');
  await session.account.blur();
  await session.write('décision', 'Comparer les coûts sur la même base.');
  await session.page.keyboard.press('Escape');
  await session.write('action', 'Envoyer la grille de coûts');
  await session.page.keyboard.press('Escape');

  await expect(session.accountRead.getByText('ses enjeux', { exact: true })).toHaveCSS('font-weight', '600');
  await expect(session.line).toContainText('9:00–12:30 · Atelier du Pont, Melun');
  await session.expectSaved();
  await tierce.close();
  await tierce.start();

  await new HomePage(tierce).entry(UNTITLED).click();
  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  await expect(sessions.row('Enjeux de chaque structure')).toContainText('2 sur 2');
  await sessions.open('Enjeux de chaque structure');
  await expect(session.presence('Joana Lopes')).toBeVisible();
  await expect(session.main.getByText('garder les encadrants')).toBeVisible();
  await expect(session.text('Décision')).toHaveValue('Comparer les coûts sur la même base.');
  await expect(session.text('Action')).toHaveValue('Envoyer la grille de coûts');
});

test('D1 logs a session with the keyboard alone', async ({ tierce }) => {
  const session = await newSession(tierce);
  const { keyboard } = session.page;
  await expect(session.title).toBeFocused();
  await keyboard.type('Séance au clavier');
  await keyboard.press('Tab');
  await keyboard.press('Control+k');
  await keyboard.type('séances');
  await keyboard.press('Enter');

  const sessions = new SessionsPage(tierce);
  await expect(sessions.row('Séance au clavier')).toBeVisible();
  await sessions.table.getByRole('link', { name: 'Séance au clavier' }).focus();
  await keyboard.press('Enter');
  await session.addPerson.focus();
  await keyboard.type('Cécile Bernard, GE 77');
  await keyboard.press('Enter');
  await expect(session.presence('Cécile Bernard')).toBeVisible();
  await session.button('Ajouter une décision').focus();
  await keyboard.press('Enter');
  await keyboard.type('On se revoit dans un mois.');
  await keyboard.press('Enter');
  await keyboard.press('Escape');
  await expect(session.text('Décision')).toHaveValue('On se revoit dans un mois.');
});

test('D1 the next session is in the phase of its own day', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).exploreExample();
  await new SessionsPage(tierce).open('Enjeux de chaque structure');
  const session = new SessionPage(tierce);
  await expect(session.line).toContainText('2. ');
  await session.next.getByRole('textbox', { name: 'Date' }).fill('20/05/2026');
  await session.next.getByRole('textbox', { name: 'Date' }).press('Tab');
  await session.button('Créer cette séance').click();
  await expect(session.line).toContainText('20 mai');
  await expect(session.line).toContainText('3. ');
});

test('F8 when the hours of a session change its recorded time is asked about, and what is not learnt is called proposed', async ({
  tierce,
}) => {
  const session = await newSession(tierce);
  await session.typeTime('De', '9h');
  await session.typeTime('À', '12h30');
  await session.time.getByRole('button', { name: 'L’ajouter (Face à face)' }).click();
  await expect(session.time.getByText(/^Proposé\s: 0,25\sj de rédaction/)).toBeVisible();
  await session.typeTime('À', '13h');
  await session.typeTime('À', '17h');
  await expect(session.time.getByText(/La séance dure maintenant 7\sh\s; le face à face noté est de 3\sh\s30\./)).toBeVisible();
  await session.time.getByRole('button', { name: /^Noter 7\sh$/ }).click();
  await expect(session.time.getByText(/La séance dure maintenant/)).toHaveCount(0);
  await expect(session.time.getByText(/^7\sh$/)).toBeVisible();
  await session.undo.click();
  await expect(session.time.getByText(/La séance dure maintenant/)).toBeVisible();
});

test('D1 I4 a new line that ends leaves the focus at what began it, from where Tab goes on', async ({ tierce }) => {
  const session = await newSession(tierce);
  const { keyboard } = session.page;
  for (const line of ['Comparer les coûts', '']) {
    await session.button('Ajouter une décision').focus();
    await keyboard.press('Enter');
    await expect(session.text('Ajouter une décision')).toBeFocused();
    await keyboard.type(line);
    await keyboard.press(line === '' ? 'Enter' : 'Escape');
    await expect(session.text('Ajouter une décision')).toHaveCount(0);
    await expect(session.button('Ajouter une décision')).toBeFocused();
  }
  await keyboard.press('Tab');
  await expect(session.button('Ajouter une action')).toBeFocused();
  await session.expectSafe();
});

test('D6 presence is kept per person and half-day, and who was there is expected at the next session', async ({ tierce }) => {
  const session = await newSession(tierce);
  await session.title.fill('Première séance');
  await session.participate('Paul Roy', 'Mairie');
  await session.presence('Paul Roy').click();
  await session.choose(/Après-midi$/, 'excusé·e');
  await session.page.keyboard.press('Escape');
  await expect(session.presence('Paul Roy, matin seulement')).toBeVisible();

  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  await sessions.create.click();
  await expect(session.presence('Paul Roy, attendu·e')).toBeVisible();
  await session.button('Toutes et tous présents').click();
  await expect(session.presence('Paul Roy')).not.toContainText('attendu·e');
});

test('D1 A2 an end before its start is told at the field, goes no further and is never called saved', async ({ tierce }) => {
  const session = await newSession(tierce);
  await session.typeTime('De', '14:00');
  await session.typeTime('À', '09:00');

  await expect(session.main.getByText('La fin précède le début')).toBeVisible();
  await expect(session.saving).toHaveText('Saisie en cours…');
  await session.expectSaved('pending');
  await session.typeTime('À', '17:00');
  await expect(session.main.getByText('La fin précède le début')).toBeHidden();
  await expect(session.line).toContainText('14:00–17:00');
  await session.expectSafe();
});

test('D1 a hundred thousand characters, right-to-left text and emoji are kept whole', async ({ tierce }) => {
  const session = await newSession(tierce);
  const long = 'Une phrase assez longue pour le relevé. '.repeat(2500);
  await session.title.fill('جلسة عمل 🤝 שלום');
  await session.account.fill(long);
  await session.account.blur();
  await session.expectSaved();
  await tierce.close();
  await tierce.start();

  await new HomePage(tierce).entry(UNTITLED).click();
  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  await sessions.open('جلسة عمل 🤝 שלום');
  await expect(session.accountRead).toContainText('Une phrase assez longue');
  expect((await session.accountRead.innerText()).length).toBeGreaterThan(99_000);
});

test('D1 H1 minutes made to exhaust a reader are shown at once, and what the document cannot draw is named before it leaves', async ({
  tierce,
}) => {
  const session = await newSession(tierce);
  await session.title.fill('Réunion avec 王小明 ☑');
  await session.account.fill(`${'****a****'.repeat(4500)}\n\n${'- - - '.repeat(400)}a\n\nLe **vrai** relevé`);
  const from = Date.now();
  await session.account.blur();

  await expect(session.accountRead.locator('b', { hasText: 'vrai' })).toBeVisible();
  expect(Date.now() - from).toBeLessThan(5000); // it took over ten seconds, and froze the window
  await session.expectSafe();
  await session.report.click();
  const documents = new DocumentsPage(tierce);
  await documents.expectOnSheet('Réunion avec [U+738B U+5C0F U+660E] ☑');
  await expect(documents.main.getByText(/Les documents n’ont pas de police pour ces signes.*王 \(U\+738B\), 小/)).toBeVisible();
  await expect(documents.save).toBeEnabled();
});

test('I7 a removed session comes back', async ({ tierce }) => {
  const session = await newSession(tierce);
  await session.title.fill('À garder');
  await session.title.blur();
  await session.button('Autres actions').first().click();
  await session.page.getByRole('menuitem', { name: 'Supprimer la séance' }).click();

  await session.expectSaid('Séance supprimée');
  await session.answerMessage('Annuler');

  await expect(new SessionsPage(tierce).row('À garder')).toBeVisible();
});
