// Journey: logos and contact details, from the profile and the frame of a mission to the first page of a document.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { chunk, png } from '../../support/pictures.ts';
import { expect, test } from '../journey.ts';
import { FramePage } from '../pages/frame-page.ts';
import { HomePage } from '../pages/home-page.ts';
import { NewPage } from '../pages/new-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><rect width="60" height="20" rx="4" fill="#136"/></svg>';

/** @returns the path of a file of that name in a folder of pictures */
function pictureAt(folder: string, name: string, content: string | Uint8Array): string {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, name), content);
  return path.join(folder, name);
}

test('H4 a logo of each type is added to a mission, named, and heads its documents', async ({ tierce, folders }) => {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).exploreExample();
  const frame = new FramePage(tierce);
  await frame.goTo('Cadre et phases');
  await frame.mission.click();
  const card = frame.card('En-tête des documents');
  await expect(card.getByRole('img')).toHaveCount(2);

  const square = png({ width: 40, height: 40 });
  const jpeg = await frame.page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = 2400;
    canvas.height = 1200;
    canvas.getContext('2d')?.fillRect(0, 0, 2400, 600);
    return canvas.toDataURL('image/jpeg').replace(/^[^,]*,/, '');
  });
  const files = [
    pictureAt(folders.base, 'Région Île-de-France.svg', SVG),
    pictureAt(folders.base, 'etat.png', square),
    pictureAt(folders.base, 'banque.jpg', Buffer.from(jpeg, 'base64')),
  ];
  for (const [index, file] of files.entries()) {
    await tierce.answerDialogs(file);
    await card.getByRole('button', { name: 'Ajouter le logo d’un financeur…' }).click();
    await expect(card.getByRole('img')).toHaveCount(3 + index);
  }
  await expect(card.getByRole('img', { name: 'Logo de financeur\u202f: Région Île-de-France' })).toBeVisible();
  await card.getByRole('textbox', { name: 'De qui est ce logo (etat)' }).click();
  await frame.page.keyboard.press('Control+a');
  await frame.page.keyboard.type('État');
  await frame.page.keyboard.press('Enter');
  await expect(card.getByRole('img', { name: 'Logo de financeur\u202f: État' })).toBeVisible();

  await card.getByRole('button', { name: 'Retirer le logo banque' }).click();
  await expect(card.getByRole('img')).toHaveCount(4);
  await frame.undo.click();
  await expect(card.getByRole('img')).toHaveCount(5);
  await frame.expectSafe();
});

test('H4 a picture that is not what it says, moves, runs something or is broken is refused in words, and nothing changes', async ({
  tierce,
  folders,
}) => {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).exploreExample();
  const frame = new FramePage(tierce);
  await frame.goTo('Cadre et phases');
  await frame.mission.click();
  const card = frame.card('En-tête des documents');
  const broken = png({ width: 40, height: 40 });
  broken.fill(7, 50, 70);
  for (const [name, content, said] of [
    ['photo.jpg', png({ width: 2, height: 2 }), 'contient une image PNG'],
    ['lettre.png', '%PDF-1.7', 'n’est pas une image'],
    ['anime.png', png({ width: 2, height: 2, before: [chunk('acTL', Buffer.alloc(8))] }), 'est une image animée'],
    ['code.svg', SVG.replace('<rect', '<script>alert(1)</script><rect'), 'contient du code'],
    ['casse.png', broken, 'est une image abîmée ou vide'],
    ['vide.svg', SVG.replace('#136', 'none'), 'est une image abîmée ou vide'],
    ['lourd.png', Buffer.alloc(5_000_001), 'un logo en pèse'],
  ] as const) {
    await tierce.answerDialogs(pictureAt(folders.base, name, content));
    await card.getByRole('button', { name: 'Ajouter le logo d’un financeur…' }).click();
    await frame.expectSaid(said);
  }
  await expect(card.getByRole('img')).toHaveCount(2);
  await expect(frame.undo).toBeDisabled();
});

test('A1 H4 the profile is changed from Home, and the next accompaniment begins with its firm, details and logo', async ({
  tierce,
  folders,
}) => {
  await new WelcomePage(tierce).introduce();
  const home = new HomePage(tierce);
  await home.profile.click();
  const dialog = home.page.getByRole('dialog', { name: 'Votre profil' });
  await expect(dialog.getByLabel('Votre nom')).toHaveValue('Sonia Nadir');
  await dialog.getByLabel('Votre cabinet ou organisme').fill('Cabinet Arche');
  await dialog.getByLabel('Coordonnées').fill('12 rue du Port, Lyon');
  await tierce.answerDialogs(pictureAt(folders.base, 'arche.svg', SVG));
  await dialog.getByRole('button', { name: 'Choisir un logo…' }).click();
  await expect(dialog.getByRole('img', { name: 'Logo de votre structure' })).toBeVisible();
  await dialog.getByLabel('Votre nom').fill(' ');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(dialog.getByText('Écrivez votre nom')).toBeVisible();
  await dialog.getByLabel('Votre nom').fill('Sonia Nadir');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(dialog).toBeHidden();

  await home.create.click();
  await new NewPage(tierce).createAsIs.click();
  const frame = new FramePage(tierce);
  await frame.mission.click();
  const card = frame.card('En-tête des documents');
  await expect(card.getByRole('img', { name: 'Logo de votre structure' })).toBeVisible();
  await expect(card.getByRole('textbox', { name: 'Coordonnées en tête' })).toHaveValue('12 rue du Port, Lyon');
  await expect(card.getByRole('textbox', { name: /De qui est ce logo/ })).toHaveValue('Cabinet Arche');
});
