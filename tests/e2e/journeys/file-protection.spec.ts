// Journey: a whole file protected by a passphrase, its history, its attachments, and leaving nothing behind.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from '../journey.ts';
import { seriousFindings } from '../pages/audit.ts';
import { AttemptPage } from '../pages/attempt-page.ts';
import { FilePage } from '../pages/file-page.ts';
import { HomePage } from '../pages/home-page.ts';
import { NewPage, UNTITLED } from '../pages/new-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { FramePage } from '../pages/frame-page.ts';
import { SessionPage } from '../pages/session-page.ts';
import { SessionsPage } from '../pages/sessions-page.ts';
import { rekeyElsewhere } from '../../support/rekeyed-file.ts';
import type { TestApp } from '../shells/test-app.ts';

const FILE = `${UNTITLED}.tierce`;
const PASSPHRASE = 'châtaigne lente sous abri';

async function begin(tierce: TestApp): Promise<FramePage> {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).create.click();
  await new NewPage(tierce).createAsIs.click();
  const frame = new FramePage(tierce);
  await frame.text('Besoin').fill('Un besoin confié.');
  await frame.text('Besoin').blur();
  await frame.expectSaved('file');
  return frame;
}

/** Protects the open file from its screen, and closes it. */
async function protect(tierce: TestApp): Promise<void> {
  const file = new FilePage(tierce);
  await file.show('Protection');
  await file.main.getByLabel('Phrase de passe du fichier').fill(PASSPHRASE);
  await file.main.getByLabel('La même phrase').fill(PASSPHRASE);
  await file.main.getByRole('button', { name: 'Protéger le fichier' }).click();
  await file.main.getByRole('button', { name: 'Je l’ai notée' }).click();
  await file.close();
}

test('A8 A12 a protected file that is held elsewhere is read without changing it once its passphrase is given', async ({
  tierce,
  folders,
}) => {
  const frame = await begin(tierce);
  await protect(tierce);
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
  const before = readFileSync(path.join(folders.library, FILE));
  await new HomePage(tierce).unreadable(FILE).getByRole('button').click();
  const attempt = new AttemptPage(tierce);
  await expect(attempt.main).toContainText('Léa Martin');

  await attempt.act('Lire sans modifier').click();
  await attempt.passphrase.fill('une autre phrase');
  await attempt.page.keyboard.press('Enter');
  await expect(attempt.main).toContainText('Ce n’est pas la bonne phrase');
  await attempt.passphrase.fill(PASSPHRASE);
  await attempt.page.keyboard.press('Enter');

  const file = new FilePage(tierce);
  await expect(file.banner).toBeVisible();
  await file.goTo('Cadre et phases');
  await expect(frame.text('Besoin')).toHaveValue('Un besoin confié.');
  await expect(frame.text('Besoin')).toHaveAttribute('readonly', '');
  await file.close();
  expect(readFileSync(path.join(folders.library, FILE)).equals(before)).toBe(true);
});

test('A11 A12 a protected file that is damaged asks its passphrase, and what is recovered is protected too', async ({
  tierce,
  folders,
}) => {
  await begin(tierce);
  await protect(tierce);
  const damaged = readFileSync(path.join(folders.library, FILE)).subarray(0, -400);
  writeFileSync(path.join(folders.library, FILE), damaged);
  await new HomePage(tierce).unreadable(FILE).getByRole('button').click();
  const attempt = new AttemptPage(tierce);
  await expect(attempt.heading('Ce fichier est abîmé')).toBeVisible();

  await attempt.act('Récupérer').click();
  await expect(attempt.main).toContainText('À remplir d’abord');
  await attempt.passphrase.fill(PASSPHRASE);
  await attempt.act(/^Repartir de là/).click();
  await attempt.outcome.getByRole('button').click();

  const frame = new FramePage(tierce);
  await frame.goTo('Cadre et phases');
  await expect(frame.text('Besoin')).toHaveValue('Un besoin confié.');
  const made = readdirSync(folders.library).find((name) => name.includes('récupéré')) ?? '';
  expect(readFileSync(path.join(folders.library, made), 'utf8')).not.toContain('confié');
  expect(readFileSync(path.join(folders.library, FILE)).equals(damaged)).toBe(true);
});

test('A12 a file is protected, opens with its passphrase and with its printed key, and is plain again afterwards', async ({
  tierce,
  folders,
}) => {
  test.setTimeout(90_000);
  const frame = await begin(tierce);
  const file = new FilePage(tierce);
  await file.show('Protection');
  await file.main.getByLabel('Phrase de passe du fichier').fill(PASSPHRASE);
  await file.main.getByLabel('La même phrase').fill(PASSPHRASE);
  await file.main.getByRole('button', { name: 'Protéger le fichier' }).click();
  const key = (await file.main.getByTestId('recovery-key').innerText()).replace(/\s/g, '');
  expect(key).toHaveLength(40);
  await file.main.getByRole('button', { name: 'Je l’ai notée' }).click();
  await expect(file.main).toContainText('protégé par une phrase de passe');
  expect(readFileSync(path.join(folders.library, FILE), 'utf8')).not.toContain('confié');
  await file.close();
  await tierce.close();
  await tierce.start();

  const home = new HomePage(tierce);
  await home.unreadable(FILE).getByRole('button').click();
  const attempt = new AttemptPage(tierce);
  await attempt.passphrase.fill('une autre phrase');
  await attempt.page.keyboard.press('Enter');
  await expect(attempt.main).toContainText('Ce n’est pas la bonne phrase');
  await attempt.act('J’ai perdu la phrase').click();
  await attempt.main.getByLabel('Clé de secours').fill(key.toLowerCase());
  await attempt.act('Ouvrir').click();
  await frame.goTo('Cadre et phases');
  await expect(frame.text('Besoin')).toHaveValue('Un besoin confié.');

  await file.show('Protection');
  await file.main.getByRole('button', { name: 'Retirer la protection…' }).click();
  await file.dialog.getByLabel('Phrase de passe actuelle').fill(PASSPHRASE);
  await file.act('Retirer la protection').click();
  await expect(file.main).toContainText('s’ouvre sans phrase de passe');
  expect(readFileSync(path.join(folders.library, FILE), 'utf8')).toContain('confié');
});

test('A12 a changed passphrase says what an old copy still opens, and a new key shuts it out of what comes', async ({
  tierce,
  folders,
}) => {
  test.setTimeout(90_000);
  const next = 'ruisseau clair de novembre';
  await begin(tierce);
  await protect(tierce);
  const copy = readFileSync(path.join(folders.library, FILE), 'utf8');
  await new HomePage(tierce).unreadable(FILE).getByRole('button').click();
  const attempt = new AttemptPage(tierce);
  await attempt.passphrase.fill(PASSPHRASE);
  await attempt.page.keyboard.press('Enter');
  const file = new FilePage(tierce);
  await file.show('Protection');

  await file.main.getByRole('button', { name: 'Changer la phrase de passe…' }).click();
  await expect(file.dialog).toContainText('s’ouvrent toujours avec l’ancienne phrase');
  await file.dialog.getByLabel('Phrase de passe actuelle').fill(PASSPHRASE);
  await file.dialog.getByLabel('Nouvelle phrase de passe').fill(next);
  await file.dialog.getByLabel('La même phrase').fill(next);
  await file.dialog.getByText('Faire aussi une nouvelle clé').click();
  await file.act('Changer la phrase').click();
  await expect(file.main.getByTestId('recovery-key')).toBeVisible();
  await file.main.getByRole('button', { name: 'Je l’ai notée' }).click();

  const ringIn = (text: string): string => /"file":\{"id":"([^"]+)"/.exec(text)?.[1] ?? '';
  const after = readFileSync(path.join(folders.library, FILE), 'utf8');
  expect([ringIn(copy) === '', ringIn(after) === ringIn(copy)]).toEqual([false, false]);
  await file.close();
  await new HomePage(tierce).unreadable(FILE).getByRole('button').click();
  await attempt.passphrase.fill(PASSPHRASE);
  await attempt.page.keyboard.press('Enter');
  await expect(attempt.main).toContainText('Ce n’est pas la bonne phrase');
  await attempt.passphrase.fill(next);
  await attempt.page.keyboard.press('Enter');
  const frame = new FramePage(tierce);
  await frame.goTo('Cadre et phases');
  await expect(frame.text('Besoin')).toHaveValue('Un besoin confié.');
});

for (const { answer, need } of [
  { answer: 'Prendre celle du disque', need: 'Le leur.' },
  { answer: 'Garder la mienne', need: 'Le mien.' },
]) {
  test(`A9 A12 a file that gets a new key elsewhere while it is open asks its new passphrase, and «${answer}» leads on under it`, async ({
    tierce,
    folders,
  }) => {
    test.setTimeout(150_000);
    const next = 'ruisseau clair de novembre';
    const frame = await begin(tierce);
    await protect(tierce);
    await new HomePage(tierce).unreadable(FILE).getByRole('button').click();
    const attempt = new AttemptPage(tierce);
    await attempt.passphrase.fill(PASSPHRASE);
    await attempt.page.keyboard.press('Enter');
    await frame.goTo('Cadre et phases');
    await rekeyElsewhere(path.join(folders.library, FILE), { passphrase: PASSPHRASE, next, need: 'Le leur.' });
    await frame.text('Besoin').fill('Le mien.');
    await frame.text('Besoin').blur();
    await frame.expectSaved('failing');

    const file = new FilePage(tierce);
    await file.trouble.click();
    await expect(file.dialog).toContainText('Ce fichier a reçu ailleurs une nouvelle clé');
    expect(await seriousFindings(file.page)).toEqual([]);
    await expect(file.act('Garder les deux')).toBeVisible(); // for a user who does not know the new passphrase
    await file.dialog.getByLabel('Phrase de passe').fill(PASSPHRASE);
    await file.page.keyboard.press('Enter');
    await expect(file.dialog).toContainText('Ce n’est pas la bonne phrase');
    await file.dialog.getByLabel('Phrase de passe').fill(next);
    await file.act('Comparer').click();
    await expect(file.dialog).toContainText('Léa Martin');
    await expect(file.dialog).toContainText('sous la nouvelle clé du fichier');
    await file.act(answer).click();

    await frame.expectSaved('file');
    await expect(frame.text('Besoin')).toHaveValue(need);
    expect(readFileSync(path.join(folders.library, FILE), 'utf8')).toContain('"file":{"id":"ring-elsewhere"');
    await file.close();
    await new HomePage(tierce).unreadable(FILE).getByRole('button').click();
    await attempt.passphrase.fill(next);
    await attempt.page.keyboard.press('Enter');
    await frame.goTo('Cadre et phases');
    await expect(frame.text('Besoin')).toHaveValue(need);
  });
}

test('A13 the history tells who changed what, of the file and of one record', async ({ tierce }) => {
  const frame = await begin(tierce);
  await frame.text('Besoin').fill('Un besoin précisé.');
  await frame.text('Besoin').blur();
  await frame.expectSaved('file');
  const file = new FilePage(tierce);
  await file.show('Historique');
  const newest = file.main.getByRole('list', { name: 'Changements' }).getByRole('listitem').first();
  await expect(newest).toContainText('Sonia Nadir');
  await expect(newest).toContainText('Un besoin précisé.');

  await file.close();
  await new HomePage(tierce).exploreExample();
  await new SessionsPage(tierce).open('Enjeux de chaque structure');
  await file.main.getByRole('button', { name: 'Autres actions', exact: true }).click();
  await file.page.getByRole('menuitem', { name: 'Historique…' }).click();
  await expect(file.dialog).toContainText('Relevé');
});

test('A14 a document is attached to a session by dialog and by dropping it, saved elsewhere, removed and taken back', async ({
  tierce,
  folders,
}) => {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).exploreExample();
  await new SessionsPage(tierce).open('Enjeux de chaque structure');
  const session = new SessionPage(tierce);
  const list = session.main.getByTestId('attachments');
  const sheet = path.join(folders.documents, 'feuille signée.pdf');
  writeFileSync(sheet, 'une feuille');
  await tierce.answerDialogs(sheet);
  await list.getByRole('button', { name: 'Joindre un document…' }).click();
  await expect(list).toContainText('feuille signée.pdf');
  const name = await list.getByRole('button', { name: 'feuille signée.pdf', exact: true }).boundingBox();
  expect(name?.height ?? Infinity).toBeLessThan(40);

  const dropped = await session.page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['a;b'], 'compte.csv', { type: 'text/csv' }));
    return data;
  });
  await list.dispatchEvent('drop', { dataTransfer: dropped });
  await expect(list).toContainText('compte.csv');

  const elsewhere = path.join(folders.documents, 'compte ailleurs.csv');
  await tierce.answerDialogs(elsewhere);
  await session.saveAttachment('compte.csv');
  await session.expectSaid('compte ailleurs.csv');
  expect(readFileSync(elsewhere, 'utf8')).toBe('a;b');

  await list.getByRole('button', { name: 'Autres actions, compte.csv' }).click();
  await session.page.getByRole('menuitem', { name: 'Supprimer' }).click();
  await expect(list).not.toContainText('compte.csv');
  await session.answerMessage('Annuler');
  await expect(list).toContainText('compte.csv');
});

test('A15 A16 everything is exported, then nothing is left on this computer, and the file keeps everything', async ({
  tierce,
  folders,
}) => {
  await begin(tierce);
  const file = new FilePage(tierce);
  await file.show('Exports et traces');
  const target = path.join(folders.documents, 'export.json');
  await tierce.answerDialogs(target);
  await file.main.getByRole('button', { name: 'Un fichier JSON…' }).click();
  await file.page.getByRole('dialog').getByRole('button', { name: 'Choisir l’endroit…' }).click();
  await file.expectSaid('export.json');
  expect(readFileSync(target, 'utf8')).toContain('Un besoin confié.');

  await file.main.getByRole('button', { name: 'Fermer et ne rien laisser ici…' }).click();
  await file.act('Fermer et retirer').click();
  await expect(file.heading('Accompagnements')).toBeVisible();

  const kept = readFileSync(path.join(folders.library, FILE), 'utf8');
  const fileId = /"fileId": "([^"]+)"/.exec(kept)?.[1] ?? '';
  expect(readdirSync(folders.data, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes(fileId))).toEqual([]);
  expect([fileId.length > 8, kept.includes('Un besoin confié.')]).toEqual([true, true]);
});
