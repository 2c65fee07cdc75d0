// Journey: the confidential notebook, from its first passphrase to the day when that is forgotten.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from '../journey.ts';
import { EXAMPLE_PASSPHRASE, type NotebookPage } from '../pages/notebook-page.ts';
import { exampleNotebook, newNotebook } from '../pages/notebook-start.ts';
import { HomePage } from '../pages/home-page.ts';
import { UNTITLED } from '../pages/new-page.ts';
import { withDigest } from '../../support/forged-file.ts';
import { forgedBox, strangersKey } from '../../support/forged-inbox.ts';
import { giveToUser } from '../shells/electron-app.ts';
import { passMinutes } from '../shells/test-app.ts';
import type { TestApp, TestFolders } from '../shells/test-app.ts';

// Every passphrase takes a good part of a second, and more on a busy computer.
test.describe.configure({ timeout: 150_000 });

const PASSPHRASE = 'tournesol, été, trente-sept';
const SECRET = 'La directrice hésite à partir';

/** Every byte that the application has left on disk. */
function onDisk({ base }: TestFolders): string {
  const files = readdirSync(base, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => readFileSync(path.join(parentPath, name), 'utf8')).join('\n');
}

test('E1 a notebook is created, written in, locked, refused to a wrong passphrase, and opened again after a restart', async ({
  tierce,
  folders,
}) => {
  const book = await newNotebook(tierce);
  await expect(book.main).toContainText('n’entre dans un document');
  await book.passphrase.fill(PASSPHRASE);
  await book.field('La même phrase, encore une fois').fill(`${PASSPHRASE}!`);
  await book.button('Créer le carnet').click();
  await expect(book.main).toContainText('Les deux phrases ne sont pas les mêmes');
  const key = await book.create(PASSPHRASE);
  expect(key.replaceAll(/\s/g, '')).toMatch(/^[A-Z2-9]{40}$/);

  await book.write(`${SECRET}.`);
  await book.page.keyboard.press('Enter');
  await book.page.keyboard.type('En reparler en supervision.');
  await book.lock();
  await book.unlock('pas la bonne phrase');
  await expect(book.main).toContainText('Ce n’est pas la bonne phrase');
  await book.unlock(PASSPHRASE);
  await expect(book.notes.first()).toHaveValue(`${SECRET}.\nEn reparler en supervision.`);
  await book.expectSaved();

  await tierce.close();
  expect(onDisk(folders)).toContain('"box":"s.');
  expect(onDisk(folders)).not.toMatch(/directrice|supervision|tournesol/);
  await tierce.start();
  await new HomePage(tierce).entry(UNTITLED).click();
  await book.show();
  await book.expectLocked();
  await book.unlock(PASSPHRASE.normalize('NFD'));
  await expect(book.notes.first()).toHaveValue(/directrice/);
});

test('E1 I4 the notebook is created, written in, locked and opened with the keyboard alone', async ({ tierce }) => {
  const book = await newNotebook(tierce);
  const { keyboard } = book.page;
  await keyboard.press('Alt+5');
  await keyboard.press('Alt+7');
  await expect(book.heading('Carnet confidentiel')).toBeVisible();
  await book.tabTo('Phrase de passe');
  await keyboard.type(PASSPHRASE);
  await book.tabTo('La même phrase, encore une fois');
  await keyboard.type(PASSPHRASE);
  await keyboard.press('Enter');
  await expect(book.heading('Votre clé de secours')).toBeFocused();
  await book.tabTo('Je l’ai notée');
  await keyboard.press('Enter');
  await expect(book.heading('Carnet confidentiel')).toBeFocused();

  await book.tabTo('Nouvelle note');
  await keyboard.press('Enter');
  await expect(book.notes.first()).toBeFocused();
  await keyboard.type(SECRET);
  await keyboard.press('Shift+Tab');
  await keyboard.press('Alt+3');
  await keyboard.press('Alt+7');
  await expect(book.notes.first()).toHaveValue(SECRET);
  await book.tabTo('Refermer');
  await keyboard.press('Enter');
  await book.expectLocked();
  await expect(book.passphrase).toBeFocused();
  await keyboard.type(PASSPHRASE);
  await keyboard.press('Enter');
  await expect(book.notes.first()).toHaveValue(SECRET);
});

test('E1 the example says its passphrase; a line written while it is locked leaves no mark, and is there once it is open', async ({
  tierce,
}) => {
  const book = await exampleNotebook(tierce);
  await expect(book.main).toContainText(`«\u202f${EXAMPLE_PASSPHRASE}\u202f»`);

  await book.line.fill('Une ligne à chaud');
  await book.button('Noter').click();
  await expect(book.main).toContainText('C’est noté.');
  await expect(book.line).toHaveValue('');
  await expect(book.undo).toBeDisabled();
  expect(await book.page.locator('body').innerText()).not.toContain('à chaud');

  await book.unlock(EXAMPLE_PASSPHRASE);
  await expect(book.notes).toHaveCount(5);
  expect(await book.texts()).toContain('Une ligne à chaud');
});

test('E1 notes are filtered by their words, moved to another date, removed, and everything is taken back', async ({ tierce }) => {
  const book = await exampleNotebook(tierce);
  await (await book.openPalette()).fill('acheteur depuis une mission');
  expect(await book.paletteOptions()).toEqual([]);
  await book.page.keyboard.press('Escape');
  await book.unlock(EXAMPLE_PASSPHRASE);
  await expect(book.notes).toHaveCount(4);

  await book.field('Filtrer par mots').fill('acheteur mission');
  await expect(book.notes).toHaveCount(1);
  await book.choose(/^Autres actions, note du/, 'Supprimer');
  await expect(book.main).toContainText('Aucune note ne contient ces mots');
  await book.page.getByRole('button', { name: 'Annuler', exact: true }).click();
  await expect(book.notes).toHaveCount(1);
  await book.field('Filtrer par mots').fill('');

  await book.choose(/^Autres actions, note du/, 'Date et liens…');
  await book.dialog.getByRole('button', { name: /Séance/ }).click();
  await book.page.getByRole('option', { name: 'Aucune' }).click();
  await book.dialog.getByRole('button', { name: 'Terminé' }).click();
  await expect(book.list).not.toContainText('Qui décide');
  await book.undo.click();
  await expect(book.list).toContainText('Qui décide');
});

/** Somebody who has the closed file, but none of its keys, rewrites it. */
async function inOtherHands(tierce: TestApp, folders: TestFolders, change: (text: string) => string): Promise<NotebookPage> {
  const book = await newNotebook(tierce);
  await book.create(PASSPHRASE);
  await book.write(SECRET);
  await book.expectSaved();
  await book.close();
  await expect(new HomePage(tierce).entry(UNTITLED)).toBeVisible();
  const [file = ''] = readdirSync(folders.library)
    .filter((name) => name.endsWith('.tierce'))
    .map((name) => path.join(folders.library, name));
  writeFileSync(file, withDigest(change(readFileSync(file, 'utf8'))));
  giveToUser(file);
  await new HomePage(tierce).entry(UNTITLED).click();
  await book.show();
  return book;
}

test('E1 what somebody dropped into a closed notebook is said as that: a line to be called one’s own, and what is no note to be looked at and dismissed', async ({
  tierce,
  folders,
}) => {
  const book = await inOtherHands(tierce, folders, (text) => {
    const keys = JSON.parse(/^"keys": (.*),$/m.exec(text)?.[1] ?? '').vault;
    const added = [
      ['note-forged', JSON.stringify({ date: '2026-03-12', sessionId: null, text: 'Je n’ai pas écrit cela.' })],
      ['note-broken', '<b>{"date":'],
    ].map(([id = '', content = '']) => `"${id}": ${JSON.stringify({ id, box: forgedBox(keys, id, content) })},\n`);
    return text.replace('"privateNotes": {\n', `"privateNotes": {\n${added.join('')}`);
  });
  await book.unlock(PASSPHRASE);
  await expect(book.notes).toHaveCount(2);
  await expect(book.list.getByText('Notée carnet fermé')).toHaveCount(1);
  await expect(book.main).toContainText('1 élément du carnet ne peut pas être lu comme une note');

  await book.button('Regarder…').click();
  await expect(book.dialog).toContainText('<b>{"date":');
  await book.dialog.getByRole('button', { name: 'Écarter, numéro 1' }).click();
  await expect(book.dialog).toContainText('Il n’en reste plus');
  await book.dialog.getByRole('button', { name: 'Terminé' }).click();
  await expect(book.button('Regarder…')).toHaveCount(0);

  await book.choose('Autres actions, note du 12 mars 2026', 'Cette note est de moi');
  await expect(book.list.getByText('Notée carnet fermé')).toHaveCount(0);
});

test('E1 a key that somebody put in the place of the notebook’s is said before anything opens, and the right one is put back when one asks for it', async ({
  tierce,
  folders,
}) => {
  const book = await inOtherHands(tierce, folders, (text) => text.replace(/"publicKey":"[^"]*"/, `"publicKey":"${strangersKey()}"`));
  await book.unlock(PASSPHRASE);
  await expect(book.main).toContainText('quelqu’un qui a eu ce fichier en main a pu la remplacer');
  await book.expectLocked();

  await book.button('Rétablir la bonne clé et ouvrir le carnet').click();
  await expect(book.notes.first()).toHaveValue(SECRET);
  await book.lock();
  await book.unlock(PASSPHRASE);
  await expect(book.notes.first()).toHaveValue(SECRET);
});

test('E11 the notebook locks itself after ten minutes without an act in it, whatever one does elsewhere', async ({ tierce, folders }) => {
  const book = await exampleNotebook(tierce);
  await book.unlock(EXAMPLE_PASSPHRASE);
  await expect(book.rest).toContainText('10\u00a0min');
  await book.notes.first().focus();
  await book.page.keyboard.type('Encore ouvert. ');
  await book.expectSafe();
  await book.expectSaved();
  passMinutes(folders, 9);
  await book.expectOpen();

  passMinutes(folders, 2);
  await book.expectLocked();
  await expect(book.passphrase).toBeVisible();
  expect(await book.page.locator('body').innerText()).not.toContain('Encore ouvert');

  await book.unlock(EXAMPLE_PASSPHRASE);
  await expect(book.notes.first()).toHaveValue(/Encore ouvert/);
  await book.goTo('Séances');
  passMinutes(folders, 11);
  await book.show();
  await book.expectLocked();
});

test('E11 another delay is chosen in the menu of the keys, and applies at once, also after a restart', async ({ tierce, folders }) => {
  const book = await exampleNotebook(tierce);
  await book.unlock(EXAMPLE_PASSPHRASE);
  await book.choose('Phrase de passe et clé de secours', 'Délai de fermeture…');
  await book.dialog.getByRole('button', { name: /Se referme après/ }).click();
  await book.page.getByRole('option', { name: '2\u00a0minutes' }).click();
  await book.dialog.getByRole('button', { name: 'Terminé' }).click();
  await expect(book.rest).toContainText('se referme dans 2\u00a0min');
  passMinutes(folders, 3);
  await book.expectLocked();

  await tierce.close();
  await tierce.start();
  await new HomePage(tierce).exploreExample();
  await book.show();
  await book.unlock(EXAMPLE_PASSPHRASE);
  await expect(book.rest).toContainText('se referme dans 2\u00a0min');
});

test('E11 the notebook is locked when the file is closed and opened again', async ({ tierce }) => {
  const book = await newNotebook(tierce);
  await book.create(PASSPHRASE);
  await book.write(SECRET);
  await book.close();
  await new HomePage(tierce).entry(UNTITLED).click();

  await book.show();
  await book.expectLocked();
});

test('A12 E1 the recovery key opens the notebook and sets a new passphrase, then the passphrase is changed again', async ({ tierce }) => {
  const book = await newNotebook(tierce);
  const key = await book.create(PASSPHRASE);
  await book.write(SECRET);
  await book.lock();

  await book.button('J’ai perdu la phrase').click();
  await book.field('Clé de secours').fill('AAAAA BBBBB');
  await book.button('Ouvrir le carnet').click();
  await expect(book.main).toContainText('Cette clé n’ouvre pas ce carnet');
  await book.field('Clé de secours').fill(key.toLowerCase());
  await book.button('Ouvrir le carnet').click();
  await book.field('Nouvelle phrase de passe').fill('court');
  await book.field('La même phrase, encore une fois').fill('court');
  await book.button('Changer la phrase').click();
  await expect(book.main).toContainText('au moins 8 caractères');
  await book.field('Nouvelle phrase de passe').fill('girouette quarante-deux');
  await book.field('La même phrase, encore une fois').fill('girouette quarante-deux');
  await book.button('Changer la phrase').click();
  await book.expectSaid('La phrase de passe est changée');

  await book.changePassphrase('pas celle-là', 'horizon cinquante');
  await expect(book.dialog).toContainText('Ce n’est pas la bonne phrase');
  await book.page.keyboard.press('Escape');
  await book.changePassphrase('girouette quarante-deux', 'horizon cinquante');
  await expect(book.dialog).toHaveCount(0);
  await book.lock();
  await book.unlock(PASSPHRASE);
  await expect(book.main).toContainText('Ce n’est pas la bonne phrase');
  await book.unlock('horizon cinquante');
  await expect(book.notes.first()).toHaveValue(SECRET);
});

test('E1 a new key comes with a new sheet, and ends the passphrase and the sheet of before', async ({ tierce }) => {
  const book = await newNotebook(tierce);
  const sheetOfBefore = await book.create(PASSPHRASE);
  await book.write(SECRET);
  await book.changePassphrase(PASSPHRASE, 'horizon cinquante', true);
  const sheet = await book.noteRecoveryKey();
  expect(sheet).not.toBe(sheetOfBefore);
  await book.lock();
  await book.unlock(PASSPHRASE);
  await expect(book.main).toContainText('Ce n’est pas la bonne phrase');
  await book.button('J’ai perdu la phrase').click();
  await book.field('Clé de secours').fill(sheetOfBefore);
  await book.button('Ouvrir le carnet').click();
  await expect(book.main).toContainText('Cette clé n’ouvre pas ce carnet');
  await book.field('Clé de secours').fill(sheet);
  await book.button('Ouvrir le carnet').click();
  await expect(book.field('Nouvelle phrase de passe')).toBeVisible();
  await book.lock();
  await book.unlock('horizon cinquante');
  await expect(book.notes.first()).toHaveValue(SECRET);
});

test('E1 the recovery sheet can be printed, and nothing else of the notebook ever is', async ({ tierce }) => {
  const book = await newNotebook(tierce);
  await book.passphrase.fill(PASSPHRASE);
  await book.field('La même phrase, encore une fois').fill(PASSPHRASE);
  await book.button('Créer le carnet').click();
  await expect(book.recoveryKey).toBeVisible();
  await book.page.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await book.button('Imprimer la fiche…').click();
  await expect(book.page.locator('body')).toHaveAttribute('data-printed');
  await book.page.emulateMedia({ media: 'print' });
  await expect(book.recoveryKey).toBeVisible();
  await expect(book.button('Je l’ai notée')).toBeHidden();
  await book.page.emulateMedia({ media: 'screen' });
  await book.button('Je l’ai notée').click();
  await book.write(SECRET);

  await book.page.emulateMedia({ media: 'print' });

  await expect(book.notes.first()).toBeHidden();
  await expect(book.heading('Carnet confidentiel')).toBeHidden();
});

test('E1 with the passphrase forgotten all the rest of the file goes on', async ({ tierce }) => {
  const book = await exampleNotebook(tierce);
  await book.unlock('je ne sais plus');
  await expect(book.main).toContainText('Ce n’est pas la bonne phrase');

  await book.goTo('Séances');
  await expect(book.heading('Séances')).toBeVisible();
  await book.main.getByRole('button', { name: 'Nouvelle séance' }).click();
  await expect(book.main.getByRole('textbox', { name: 'Titre de la séance' })).toBeFocused();
  await book.page.keyboard.type('Sans le carnet');
  await book.expectSaved();
});
