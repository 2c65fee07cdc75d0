// Journey: a file that is not as this computer remembers it, and a notebook with other keys.
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from '../journey.ts';
import { seriousFindings } from '../pages/audit.ts';
import { AttemptPage } from '../pages/attempt-page.ts';
import { FilePage } from '../pages/file-page.ts';
import { NotebookPage } from '../pages/notebook-page.ts';
import { HomePage } from '../pages/home-page.ts';
import { NewPage, UNTITLED } from '../pages/new-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { FramePage } from '../pages/frame-page.ts';
import { expectOk } from '@domain/result.ts';
import { createVault } from '../../../main/vault/vault.ts';
import { withDigest } from '../../support/forged-file.ts';
import type { TestApp, TestFolders } from '../shells/test-app.ts';

// Every passphrase takes a good part of a second, and more on a busy computer.
test.describe.configure({ timeout: 120_000 });

const PASSPHRASE = 'châtaigne lente sous abri';
const fileIn = ({ library }: TestFolders): string => path.join(library, `${UNTITLED}.tierce`);

async function need(tierce: TestApp, text: string): Promise<FramePage> {
  const frame = new FramePage(tierce);
  await frame.goTo('Cadre et phases');
  await frame.text('Besoin').fill(text);
  await frame.text('Besoin').blur();
  await frame.expectSaved('file');
  return frame;
}

/** An accompaniment saved twice. @returns what its file held after the first save */
async function begin(tierce: TestApp, folders: TestFolders): Promise<Buffer> {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).create.click();
  await new NewPage(tierce).createAsIs.click();
  await need(tierce, 'Le premier besoin.');
  const older = readFileSync(fileIn(folders));
  await need(tierce, 'Le besoin d’aujourd’hui.');
  return older;
}

test('A12 an older copy that was put back is asked about, looked at, and opened only when one says so', async ({ tierce, folders }) => {
  const older = await begin(tierce, folders);
  const file = new FilePage(tierce);
  await file.close();
  writeFileSync(fileIn(folders), older);
  const home = new HomePage(tierce);
  await home.entry(UNTITLED).click();
  const attempt = new AttemptPage(tierce);
  await expect(attempt.heading('Une version plus ancienne de ce fichier')).toBeVisible();
  await expect(attempt.main).toContainText('1 changement de plus');

  expect(await seriousFindings(attempt.page)).toEqual([]);
  await expect(attempt.act('Lire sans modifier')).toBeFocused();
  await attempt.page.keyboard.press('Enter');
  await expect(file.banner).toContainText('ne correspond pas à ce que cet ordinateur en connaît');
  const frame = new FramePage(tierce);
  await frame.goTo('Cadre et phases');
  await expect(frame.text('Besoin')).toHaveAttribute('readonly', '');
  await file.close();
  expect(readFileSync(fileIn(folders)).equals(older)).toBe(true);

  await home.entry(UNTITLED).click();
  await attempt.act('Continuer avec cette version').click();
  await frame.goTo('Cadre et phases');
  await expect(frame.text('Besoin')).toHaveValue('Le premier besoin.');
  await file.close();
  await home.entry(UNTITLED).click();
  await frame.goTo('Cadre et phases');
  await expect(frame.text('Besoin')).toHaveValue('Le premier besoin.');
});

test('A12 a file whose protection is gone is accepted by the passphrase that it had', async ({ tierce, folders }) => {
  const older = await begin(tierce, folders);
  const file = new FilePage(tierce);
  await file.show('Protection');
  await file.main.getByLabel('Phrase de passe du fichier').fill(PASSPHRASE);
  await file.main.getByLabel('La même phrase').fill(PASSPHRASE);
  await file.main.getByRole('button', { name: 'Protéger le fichier' }).click();
  await file.main.getByRole('button', { name: 'Je l’ai notée' }).click();
  await file.close();
  const row = new HomePage(tierce).unreadable(`${UNTITLED}.tierce`).getByRole('button');
  await expect(row).toBeVisible();
  writeFileSync(fileIn(folders), withDigest(older.toString('utf8').replace(/"revision": \d+/, '"revision": 60')));
  await row.click();
  const attempt = new AttemptPage(tierce);
  await expect(attempt.heading('La protection de ce fichier a disparu')).toBeVisible();

  await attempt.act('Continuer sans protection').click();
  await expect(attempt.main).toContainText('À remplir d’abord');
  await attempt.passphrase.fill('une autre phrase');
  await attempt.act('Continuer sans protection').click();
  await expect(attempt.main).toContainText('Ce n’est pas la bonne phrase');
  expect(await seriousFindings(attempt.page)).toEqual([]);
  await attempt.passphrase.fill(PASSPHRASE);
  await attempt.act('Continuer sans protection').click();
  await file.show('Protection');
  await expect(file.main).toContainText('s’ouvre sans phrase de passe');

  await file.show('Copies de sécurité'); // the earlier ones are still protected
  const copy = file.backups.first();
  await expect(copy).toContainText('protégée par une autre clé');
  await file.look(copy).click();
  await file.dialog.getByLabel('Phrase de passe').fill('une autre phrase');
  await file.act('Consulter').click();
  await expect(file.dialog).toContainText('Ce n’est pas la bonne phrase');
  expect(await seriousFindings(file.page)).toEqual([]);
  await file.dialog.getByLabel('Phrase de passe').fill(PASSPHRASE);
  await file.act('Consulter').click();
  await expect(file.banner).toContainText('Copie du');
  const frame = new FramePage(tierce);
  await frame.goTo('Cadre et phases');
  await expect(frame.text('Besoin')).toHaveAttribute('readonly', '');
  await file.backToFile.click();
  const target = path.join(folders.documents, 'copie protégée.tierce');
  await tierce.answerDialogs(target);
  await file.save(file.backups.first()).click();
  await file.dialog.getByLabel('Phrase de passe').fill(PASSPHRASE);
  await file.act('Enregistrer ailleurs…').click();
  await file.expectSaid('copie protégée.tierce');
  expect(readFileSync(target, 'utf8')).not.toContain('besoin');
});

test('E1 nothing is noted for keys that this computer does not know, which are accepted once', async ({ tierce, folders }) => {
  await begin(tierce, folders);
  const book = new NotebookPage(tierce);
  await book.show();
  await book.create(PASSPHRASE);
  await book.lock();
  const genuine = readFileSync(fileIn(folders), 'utf8');
  await book.close();
  const { vault } = expectOk(await createVault('made-elsewhere', PASSPHRASE));
  writeFileSync(fileIn(folders), withDigest(genuine.replace(/"vault":\{.*\}(?=\},\n)/, `"vault":${JSON.stringify(vault.keys)}`)));
  await new HomePage(tierce).entry(UNTITLED).click();
  await book.show();

  await book.line.fill('Une ligne');
  await book.button('Noter').click();
  await book.expectSaid('Rien n’a été noté');
  await book.line.fill('');
  await book.unlock(PASSPHRASE);
  await expect(book.main).toContainText('n’est pas celle que cet ordinateur connaît');
  expect(await seriousFindings(book.page)).toEqual([]);
  await book.button('C’est moi qui ai fait cette nouvelle clé\u202f: ouvrir').click();
  await book.expectOpen();
  await book.lock();
  await book.unlock(PASSPHRASE);
  await book.expectOpen();
  expect(readFileSync(fileIn(folders), 'utf8')).not.toContain('"i.');
});
