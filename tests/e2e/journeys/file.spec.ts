// Journey: backups, a file changed elsewhere, a file locked by somebody, a file that is damaged or gone.
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from '../journey.ts';
import { accompanimentWith, keepNeed } from '../pages/beginnings.ts';
import { AttemptPage } from '../pages/attempt-page.ts';
import { FilePage } from '../pages/file-page.ts';
import { HomePage } from '../pages/home-page.ts';
import { UNTITLED } from '../pages/new-page.ts';
import { withDigest } from '../../support/forged-file.ts';
import { giveToUser } from '../shells/electron-app.ts';
import { passMinutes, type TestFolders } from '../shells/test-app.ts';

const FILE = `${UNTITLED}.tierce`;
const inLibrary = ({ library }: TestFolders, name = FILE): string => path.join(library, name);
const tierceFiles = ({ library }: TestFolders): readonly string[] =>
  readdirSync(library)
    .filter((name) => name.endsWith('.tierce') && !name.startsWith('Mon profil'))
    .toSorted();

/** Another person has changed the territory, and a sync client replaces the file with that. */
function replaceByTheirs(file: string): void {
  const text = readFileSync(file, 'utf8').replace(/"territory":"[^"]*"/, '"territory":"Provins"');
  renameSync(file, `${file}.before`);
  writeFileSync(file, withDigest(text));
  giveToUser(file);
}

function theirsKept({ data }: TestFolders): readonly string[] {
  return readdirSync(path.join(data, 'backups'), { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('~theirs~'));
}

test('A4 A5 a backup is looked at, restored, and the restoring undone', async ({ tierce, folders }) => {
  const frame = await accompanimentWith(tierce, 'Premier besoin.');
  passMinutes(folders, 16);
  await keepNeed(frame, 'Second besoin.');
  const file = new FilePage(tierce);
  await file.goTo('Fichier');
  const newest = file.backups.first();
  await expect(newest).toContainText('Mission');

  await file.look(newest).click();
  await expect(file.banner).toContainText('Copie du');
  await file.goTo('Cadre et phases');
  await expect(frame.text('Besoin')).toHaveValue('Premier besoin.');
  await expect(frame.text('Besoin')).toHaveAttribute('readonly', '');
  await file.backToFile.click();

  await file.restore(file.backups.first()).click();
  await file.restoreNow.click();
  await file.expectSaid('rétablie');
  await file.goTo('Cadre et phases');
  await expect(frame.text('Besoin')).toHaveValue('Premier besoin.');
  await frame.undo.click();
  await expect(frame.text('Besoin')).toHaveValue('Second besoin.');
});

for (const { answer, need, files } of [
  { answer: 'Garder les deux', need: 'Le mien.', files: 2 },
  { answer: 'Prendre celle du disque', need: 'Le leur.', files: 1 },
  { answer: 'Garder la mienne', need: 'Le mien.', files: 1 },
]) {
  test(`A9 a file changed elsewhere is noticed and shown, and «${answer}» does what it says`, async ({ tierce, folders }) => {
    const frame = await accompanimentWith(tierce, 'Le leur.');
    replaceByTheirs(inLibrary(folders));
    await frame.text('Besoin').fill('Le mien.');
    await frame.text('Besoin').blur();
    await frame.expectSaved('failing');

    const file = new FilePage(tierce);
    await file.trouble.click();
    await expect(file.dialog).toContainText('1 changement absent du fichier');
    await file.act(answer).click();

    await frame.expectSaved('file');
    await expect(frame.text('Besoin')).toHaveValue(need);
    expect(tierceFiles(folders)).toHaveLength(files);
    await file.goTo('Fichier');
    if (files === 1) await expect(file.backups.first()).toBeVisible(); // the copy has a history of its own
  });
}

test('A9 A5 I7 what an answer gave up is kept, says until when, and is let go only after a question', async ({ tierce, folders }) => {
  const frame = await accompanimentWith(tierce, 'Le leur.');
  replaceByTheirs(inLibrary(folders));
  await frame.text('Besoin').fill('Le mien.');
  await frame.text('Besoin').blur();
  await frame.expectSaved('failing');
  const file = new FilePage(tierce);
  await file.trouble.click();
  await file.act('Garder la mienne').click();
  await frame.expectSaved('file');
  await file.goTo('Fichier');
  const theirs = file.keptBackups.filter({ hasText: 'l’autre version' });
  await expect(theirs).toContainText('90 jours d’utilisation de Tierce (encore 90)');
  await expect(theirs).toContainText('éléments');
  expect(theirsKept(folders)).toHaveLength(1);

  await file.dismiss(theirs).click();
  await expect(file.dialog).toContainText('Mission\u202f: 1 au contenu différent');
  await file.act('Annuler').click();
  await expect(theirs).toBeVisible();
  await file.dismiss(theirs).click();
  await file.act('Ne plus garder').click();

  await expect(theirs).toHaveCount(0);
  await expect(file.keptBackups.filter({ hasText: 'le point de départ commun' })).toHaveCount(1);
  expect(theirsKept(folders)).toEqual([]);
});

test('A8 a file held on another computer is read without changing it, or taken over after being asked', async ({ tierce, folders }) => {
  const frame = await accompanimentWith(tierce, 'Le besoin.');
  await frame.close();
  const lock = path.join(folders.library, `.${FILE}.tierce-lock`);
  await expect.poll(() => existsSync(lock)).toBe(false); // the window has released its own
  writeFileSync(
    lock,
    JSON.stringify({
      token: 'autre',
      process: { machine: 'PORTABLE-LÉA', start: 'x', pid: 3, born: null },
      instance: 'i',
      person: 'Léa Martin',
      since: '2026-03-16T06:12:00.000Z',
    }),
  );
  const before = readFileSync(inLibrary(folders));
  await new HomePage(tierce).entry(UNTITLED).click();
  const attempt = new AttemptPage(tierce);
  await expect(attempt.main).toContainText('Léa Martin');
  await expect(attempt.main).toContainText('PORTABLE-LÉA');

  await attempt.act('Lire sans modifier').click();
  const file = new FilePage(tierce);
  await expect(file.banner).toBeVisible();
  await file.goTo('Cadre et phases');
  await expect(frame.text('Besoin')).toHaveAttribute('readonly', '');
  await file.close();
  expect(readFileSync(inLibrary(folders)).equals(before)).toBe(true);

  await new HomePage(tierce).entry(UNTITLED).click();
  await attempt.act('Prendre la main…').click();
  await attempt.takeOverNow.click();
  await file.goTo('Cadre et phases');
  await keepNeed(frame, 'À moi maintenant.');
  expect(readFileSync(inLibrary(folders), 'utf8')).toContain('À moi maintenant.');
});

test('A7 with the keyboard alone: a file in which a newer Tierce has worked is read, or gone on with after being asked', async ({
  tierce,
  folders,
}) => {
  const frame = await accompanimentWith(tierce, 'Le besoin.');
  await frame.close();
  await expect.poll(() => existsSync(path.join(folders.library, `.${FILE}.tierce-lock`))).toBe(false);
  const [fileId = ''] = readdirSync(path.join(folders.data, 'backups'));
  const newer = path.join(folders.data, 'journals', `${fileId}.99.jsonl`);
  writeFileSync(newer, 'Ce que seule une version plus récente sait lire');
  await new HomePage(tierce).entry(UNTITLED).click();
  const attempt = new AttemptPage(tierce);
  await expect(attempt.main).toContainText('Une version plus récente de Tierce (format 99');
  await expect(attempt.act('Lire sans modifier')).toBeFocused();

  await attempt.page.keyboard.press('Tab');
  await attempt.page.keyboard.press('Enter');
  await frame.goTo('Cadre et phases');
  await keepNeed(frame, 'Sans ce qu’elle a noté.');

  expect(readFileSync(inLibrary(folders), 'utf8')).toContain('Sans ce qu’elle a noté.');
  expect(readFileSync(newer, 'utf8')).toBe('Ce que seule une version plus récente sait lire');
});

test('A4 A11 a file that has disappeared is found among what this computer keeps, with the keyboard alone, and comes back', async ({
  tierce,
  folders,
}) => {
  const frame = await accompanimentWith(tierce, 'Premier besoin.');
  await keepNeed(frame, 'Besoin du dernier jour.');
  await frame.close();
  rmSync(inLibrary(folders));
  await tierce.close();
  await tierce.start();

  const home = new HomePage(tierce);
  await home.tabTo('Un fichier a disparu\u202f?');
  await home.page.keyboard.press('Enter');
  await home.tabTo(`Retrouver… (${FILE})`);
  await home.page.keyboard.press('Enter');
  const attempt = new AttemptPage(tierce);
  await expect(attempt.heading('Ce fichier n’est plus là')).toBeVisible();
  await attempt.tabTo(/^Repartir de là/);
  await attempt.page.keyboard.press('Enter');
  await expect(attempt.outcome).toContainText('Aucun élément ne manque');
  await attempt.page.keyboard.press('Escape');

  await frame.goTo('Cadre et phases');
  await expect(frame.text('Besoin')).toHaveValue('Besoin du dernier jour.');
  expect(tierceFiles(folders)).toEqual([FILE]);
  await frame.close();
  await home.page.getByRole('button', { name: 'Un fichier a disparu\u202f?' }).click();
  await expect(home.page.getByRole('dialog')).toContainText('sont dans votre dossier');
});

test('A8 A11 a file that has gone while another computer held it is made again after being asked', async ({ tierce, folders }) => {
  const frame = await accompanimentWith(tierce, 'Premier besoin.');
  await keepNeed(frame, 'Besoin du dernier jour.');
  await frame.close();
  const [fileId = ''] = readdirSync(path.join(folders.data, 'backups'));
  const lock = path.join(folders.data, 'journals', `.${fileId}.jsonl.tierce-lock`);
  await expect.poll(() => existsSync(lock)).toBe(false);
  rmSync(inLibrary(folders));
  writeFileSync(
    lock,
    JSON.stringify({
      token: 'autre',
      process: { machine: 'PORTABLE-LÉA', start: 'x', pid: 3, born: null },
      instance: 'i',
      person: 'Léa Martin',
      since: '2026-03-16T06:12:00.000Z',
    }),
  );
  const home = new HomePage(tierce);
  await home.page.getByRole('button', { name: 'Un fichier a disparu\u202f?' }).click();
  await home.page.getByRole('button', { name: `Retrouver… (${FILE})` }).click();

  const attempt = new AttemptPage(tierce);
  await attempt.act(/^Repartir de là/).click();
  await attempt.takeOverNow.click();

  await expect(attempt.outcome).toContainText('Aucun élément ne manque');
  await attempt.outcome.getByRole('button').click();
  await frame.goTo('Cadre et phases');
  await expect(frame.text('Besoin')).toHaveValue('Besoin du dernier jour.');
});

test('A16 what this computer keeps of a file that has gone is forgotten after a question', async ({ tierce, folders }) => {
  const frame = await accompanimentWith(tierce, 'Premier besoin.');
  await keepNeed(frame, 'Besoin du dernier jour.');
  await frame.close();
  await expect.poll(() => readdirSync(path.join(folders.data, 'journals')).filter((name) => name.endsWith('.tierce-lock'))).toEqual([]);
  rmSync(inLibrary(folders));
  const home = new HomePage(tierce);
  const dialog = home.page.getByRole('dialog');
  await home.page.getByRole('button', { name: 'Un fichier a disparu\u202f?' }).click();

  await dialog.getByRole('button', { name: `Oublier… (${FILE})` }).click();
  await expect(dialog).toContainText('plus rien ne pourra le faire revenir');
  await dialog.getByRole('button', { name: 'Supprimer ce qui reste' }).click();

  await expect(dialog).toContainText('sont dans votre dossier');
  expect(readdirSync(path.join(folders.data, 'backups'))).toEqual([]);
});

test('A11 a damaged file is recovered from its backup with the journal, into a new file, and stays as it is', async ({
  tierce,
  folders,
}) => {
  const frame = await accompanimentWith(tierce, 'Premier besoin.');
  await keepNeed(frame, 'Besoin du dernier jour.');
  await frame.close();
  const damaged = readFileSync(inLibrary(folders)).subarray(0, 2000);
  writeFileSync(inLibrary(folders), damaged);
  await tierce.close();
  await tierce.start();

  const home = new HomePage(tierce);
  await home.unreadable(FILE).getByRole('button').click();
  const attempt = new AttemptPage(tierce);
  await attempt.act(/^Repartir de là/).click();
  await expect(attempt.outcome).toContainText('Aucun élément ne manque');
  await attempt.outcome.getByRole('button').click();

  await frame.goTo('Cadre et phases');
  await expect(frame.text('Besoin')).toHaveValue('Besoin du dernier jour.');
  expect(readFileSync(inLibrary(folders)).equals(damaged)).toBe(true);
  expect(tierceFiles(folders)).toHaveLength(2);
});
