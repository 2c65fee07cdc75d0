// Journey: what keys and presses do to a text: kept on Escape, pasted from elsewhere, undone as the system does it, never acting twice.
import type { Locator } from '@playwright/test';

import { expect, test } from '../journey.ts';
import { CollectivePage } from '../pages/collective-page.ts';
import { FramePage } from '../pages/frame-page.ts';
import { HomePage } from '../pages/home-page.ts';
import { NewPage } from '../pages/new-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { SessionPage } from '../pages/session-page.ts';
import { SessionsPage } from '../pages/sessions-page.ts';
import type { TestApp } from '../shells/test-app.ts';

async function begin(tierce: TestApp): Promise<SessionsPage> {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).create.click();
  await new NewPage(tierce).createAsIs.click();
  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  return sessions;
}

async function newSession(tierce: TestApp): Promise<SessionPage> {
  await (await begin(tierce)).create.click();
  return new SessionPage(tierce);
}

/** Pastes a text as another program has put it on the clipboard. */
async function paste(field: Locator, text: string): Promise<void> {
  await field.focus();
  await field.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

const focusIsOnThePage = (session: SessionPage): Promise<boolean> => session.page.evaluate(() => document.activeElement === document.body);

test('I4 I7 Escape keeps what was typed, however quickly it follows, and says so', async ({ tierce }) => {
  const session = await newSession(tierce);
  await session.title.fill('Enjeux');
  await session.page.keyboard.press('Escape');
  await session.expectSaid('Gardé');
  await session.beginRow('décision', 'Comparer les coûts.');
  await session.page.keyboard.press('Escape');
  await session.account.fill('Chacun présente ses enjeux.');
  await session.page.keyboard.press('Escape');
  await session.expectSafe();

  await expect(session.title).toHaveValue('Enjeux');
  await expect(session.text('Décision')).toHaveValue('Comparer les coûts.');
  await expect(session.accountRead).toHaveText('Chacun présente ses enjeux.');
});

test('I7 Escape in a new line keeps it and says so, in every list; an empty one ends without a word', async ({ tierce }) => {
  const session = await newSession(tierce);
  const { keyboard } = session.page;
  for (const kind of ['décision', 'action'] as const) {
    await session.beginRow(kind, `Une ${kind} de plus`);
    await keyboard.press('Escape');
    await session.expectSaid(`Gardé\u202f: Une ${kind} de plus`);
    await expect(session.text(`Ajouter une ${kind}`)).toHaveCount(0);
  }
  await session.beginRow('décision', '  ');
  await keyboard.press('Escape');
  await expect(session.text('Ajouter une décision')).toHaveCount(0);
  await expect(session.text('Décision')).toHaveCount(1);

  const frame = new FramePage(tierce);
  await frame.goTo('Cadre');
  await frame.beginStep('Visiter chaque atelier');
  await keyboard.press('Escape');
  await frame.expectSaid('Gardé\u202f: Visiter chaque atelier');
  await expect(frame.step('Visiter chaque atelier')).toBeVisible();
  expect((await tierce.said()).filter((words) => words.startsWith('Gardé'))).toHaveLength(3);
});

test('I4 the focus never falls to the page: after Enter, Escape, Done, and what goes away', async ({ tierce }) => {
  const session = await newSession(tierce);
  const { keyboard } = session.page;
  await session.title.fill('Enjeux');
  await keyboard.press('Enter');
  await expect(session.title).toBeFocused();

  await session.beginRow('action', 'Envoyer la grille');
  await keyboard.press('Escape');
  await expect(session.text('Action')).toHaveValue('Envoyer la grille');
  await expect.poll(() => focusIsOnThePage(session)).toBe(false);

  await session.account.fill('Chacun présente ses enjeux.');
  await keyboard.press('Escape');
  await expect(session.button('Modifier (Relevé)')).toBeFocused();

  await session.button('Terminé').focus();
  await keyboard.press('Enter');
  await expect(session.line).toBeFocused();
  await keyboard.press('Tab');
  expect(await focusIsOnThePage(session)).toBe(false);
});

test('I4 a key that ends a composition adds nothing and leaves nothing', async ({ tierce, shell }) => {
  test.skip(shell !== 'browser', 'the browser alone can be told to compose');
  const session = await newSession(tierce);
  await session.beginRow('décision', 'Comp');
  const line = session.main.getByRole('textbox', { name: 'Ajouter une décision' });
  const keys = await session.page.context().newCDPSession(session.page);
  await keys.send('Input.imeSetComposition', { text: 'arer', selectionStart: 4, selectionEnd: 4 });
  await keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 });
  await keys.send('Input.insertText', { text: 'arer' });

  await expect(line).toHaveValue('Comparer');
  await expect(session.text('Décision')).toHaveCount(0);
  await session.page.keyboard.press('Enter');
  await expect(session.text('Décision')).toHaveValue('Comparer');
});

test('I7 Ctrl+Z in the minutes takes back what was typed, not one letter after the other', async ({ tierce }) => {
  const session = await newSession(tierce);
  await session.account.click();
  await session.page.keyboard.type('Chacun dit ses raisons.'); // an accent would be written by other means than a key, and begin anew
  await session.expectSafe();
  await session.page.keyboard.press('Control+z');

  await expect(session.account).toHaveValue('');
  await session.expectSafe();
});

test('I7 Ctrl+Z in a form is of its text alone, and nothing moves behind a dialog', async ({ tierce }) => {
  const session = await newSession(tierce);
  await session.title.fill('Enjeux');
  await session.title.blur();
  const frame = new FramePage(tierce);
  await frame.goTo('Cadre et phases');
  await frame.showPhase();
  await frame.main.getByRole('button', { name: 'Valider le jalon' }).click();
  const dialog = frame.page.getByRole('dialog');
  const note = dialog.getByRole('textbox', { name: 'Remarque' });
  await note.click();
  await note.pressSequentially('Tous ont dit oui.');
  await frame.page.keyboard.press('Control+z');
  await expect(note).toHaveValue('');

  await dialog.getByRole('button', { name: 'Annuler' }).focus();
  await frame.page.keyboard.press('Control+z');
  await frame.page.keyboard.press('Alt+3');
  await expect(dialog).toBeVisible();
  await frame.page.keyboard.press('Escape');
  await frame.goTo('Séances');
  await expect(new SessionsPage(tierce).table.getByRole('link', { name: 'Enjeux' })).toBeVisible();
});

test('D1 Enter goes on with a list, ends it after an empty item, and what is pasted after its sign has one sign', async ({ tierce }) => {
  const session = await newSession(tierce);
  const { keyboard } = session.page;
  await session.account.focus();
  await keyboard.type('Forces');
  for (const line of ['- un', 'deux', '', '3. trois']) {
    await keyboard.press('Enter');
    await keyboard.type(line);
  }
  await keyboard.press('Enter');
  await paste(session.account, '4. quatre');
  await expect(session.account).toHaveValue('Forces\n- un\n- deux\n3. trois\n4. quatre');
  await session.expectSafe();
});

test('D1 lists and tables keep their form when they are pasted, and what is too long is refused rather than cut', async ({ tierce }) => {
  const session = await newSession(tierce);
  await paste(session.account, '•\tMarchés\r\no\tPublics\r\nNom\tStructure\r\nMehdi\tLe Fournil');
  await expect(session.account).toHaveValue('- Marchés\n  - Publics\n- Nom · Structure\n- Mehdi · Le Fournil');
  await session.page.keyboard.press('Control+z');
  await expect(session.account).toHaveValue('');

  await paste(session.account, 'a'.repeat(5_000_000));
  await session.expectSaid('Rien n’a été collé');
  await expect(session.account).toHaveValue('');
});

test('I7 a double press makes one session, and counts its time once', async ({ tierce }) => {
  const sessions = await begin(tierce);
  await sessions.create.dblclick();
  const session = new SessionPage(tierce);
  await session.title.fill('Seule');
  await session.typeTime('De', '09:00');
  await session.typeTime('À', '12:30');
  await session.time.getByRole('button', { name: /^L’ajouter/ }).dblclick();
  await session.expectSaid('Ajouté');
  await expect(session.time.getByText('3 h 30', { exact: true })).toHaveCount(1);
  await expect(session.time.getByRole('button', { name: 'L’ajouter (Rédaction)' })).toBeVisible();

  await sessions.goTo('Séances');
  await expect(sessions.links).toHaveCount(1);
});

test('I7 a message undoes its own step, and offers nothing once another has landed', async ({ tierce }) => {
  const session = await newSession(tierce);
  await session.write('décision', 'Comparer les coûts.');
  await session.write('décision', 'Se revoir.');
  await session.page.keyboard.press('Escape');
  const remove = async (text: string): Promise<void> => {
    await session.main.getByRole('button', { name: `Autres actions (${text})` }).click();
    await session.page.getByRole('menuitem', { name: 'Supprimer' }).click();
  };
  const offer = session.messages.getByRole('button', { name: 'Annuler' });
  await remove('Se revoir.');
  await expect(offer).toHaveCount(1);
  await offer.click();
  await expect(session.text('Décision')).toHaveCount(2);

  await remove('Se revoir.');
  await expect(offer).toHaveCount(1);
  await session.title.fill('Un autre titre');
  await session.title.blur();
  await expect(offer).toHaveCount(0);
  await expect(session.text('Décision')).toHaveCount(1);
});

test('A2 what is refused waits in its field when its screen goes, and closing asks about it', async ({ tierce }) => {
  await begin(tierce);
  const collective = new CollectivePage(tierce);
  await collective.goTo('Collectif');
  await collective.addStructure('Le Fournil');
  const jobs = collective.text('Emplois');
  await jobs.fill('une vingtaine');
  await collective.goTo('Cadre');
  await expect(collective.page.locator('main[data-screen="frame"]')).toBeVisible();
  await collective.expectSaved('pending');
  await collective.close();
  await collective.expectSaid('a été refusé');

  await collective.answerMessage('Y revenir');
  await expect(jobs).toHaveValue('une vingtaine');
  await jobs.fill('20');
  await collective.expectSafe();
  await collective.close();
  await expect(new HomePage(tierce).create).toBeVisible();
});
