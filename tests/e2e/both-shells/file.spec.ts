// Journey: a backup saved elsewhere, work that continues in another place, and a locked file, each chosen in a dialog of the shell.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from '../journey.ts';
import { accompanimentWith, keepNeed } from '../pages/beginnings.ts';
import { AttemptPage } from '../pages/attempt-page.ts';
import { FilePage } from '../pages/file-page.ts';
import { UNTITLED } from '../pages/new-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { EXAMPLE } from '../pages/tour.ts';
import { giveToUser } from '../shells/electron-app.ts';
import { passMinutes, type TestFolders } from '../shells/test-app.ts';

const FILE = `${UNTITLED}.tierce`;
const inLibrary = ({ library }: TestFolders, name = FILE): string => path.join(library, name);

test('A7 A4 with the keyboard alone: a backup is saved elsewhere as it was, and it is said where', async ({ tierce, folders }) => {
  const frame = await accompanimentWith(tierce, 'Premier besoin.');
  const before = readFileSync(inLibrary(folders));
  passMinutes(folders, 16);
  await keepNeed(frame, 'Second besoin.');
  const file = new FilePage(tierce);
  await file.goTo('Fichier');
  const elsewhere = path.join(folders.documents, 'Avant.tierce');
  await tierce.answerDialogs(elsewhere, inLibrary(folders));
  await file.save(file.backups.first()).focus();
  await file.page.keyboard.press('Enter');
  await file.expectSaid('Avant.tierce');
  await file.page.keyboard.press('Enter');
  await file.expectSaid('est ouvert');

  expect(readFileSync(elsewhere).equals(before)).toBe(true);
  expect(readFileSync(inLibrary(folders), 'utf8')).toContain('Second besoin.');
});

test('A10 work goes on in another place when the file cannot be written', async ({ tierce, folders }) => {
  const frame = await accompanimentWith(tierce, 'Avant.');
  renameSync(folders.library, `${folders.library} parti`);
  await frame.text('Besoin').fill('Écrit sans la clé.');
  await frame.text('Besoin').blur();
  await frame.expectSaved('failing');
  const elsewhere = path.join(folders.documents, 'Ailleurs.tierce');
  await tierce.answerDialogs(elsewhere);

  const file = new FilePage(tierce);
  await file.answerMessage('Que faire');
  await file.act('Enregistrer ailleurs…').click();

  await frame.expectSaved('file');
  await file.expectSaid('Ailleurs.tierce');
  expect(readFileSync(elsewhere, 'utf8')).toContain('Écrit sans la clé.');
});

test('A8 A11 with the keyboard alone: a held file is read, and the way back leads Home', async ({ tierce, folders }) => {
  await new WelcomePage(tierce).introduce();
  mkdirSync(folders.library, { recursive: true });
  writeFileSync(path.join(folders.library, 'Offre.tierce'), readFileSync(EXAMPLE));
  giveToUser(path.join(folders.library, 'Offre.tierce'));
  writeFileSync(path.join(folders.library, '.Offre.tierce.tierce-lock'), '{}');
  await tierce.answerDialogs(path.join(folders.library, 'Offre.tierce'));
  const attempt = new AttemptPage(tierce);
  await attempt.tabTo('Ouvrir un fichier…');
  await attempt.page.keyboard.press('Enter');
  await expect(attempt.heading('Ce fichier est déjà ouvert')).toBeVisible();

  await expect.poll(() => attempt.focused()).toBe('Lire sans modifier');
  await attempt.page.keyboard.press('Enter');
  const file = new FilePage(tierce);
  await expect(file.banner).toBeVisible();
  await file.tabTo('Fermer l’accompagnement');
  await file.page.keyboard.press('Enter');
  await expect(file.heading('Accompagnements')).toBeVisible();
});
