// Journey: the collective is drawn, described, moved and mandated, by mouse and by keyboard.
import type { Locator } from '@playwright/test';

import { expect, test } from '../journey.ts';
import { CollectivePage } from '../pages/collective-page.ts';
import { HomePage } from '../pages/home-page.ts';
import { NewPage, UNTITLED } from '../pages/new-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import type { TestApp } from '../shells/test-app.ts';

test.use({ now: '2026-06-15T08:00:00.000Z' });

async function exampleCollective(tierce: TestApp): Promise<CollectivePage> {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).example.click();
  const collective = new CollectivePage(tierce);
  await collective.goTo('Collectif');
  await expect(collective.heading('Collectif')).toBeVisible();
  return collective;
}

async function middleOf(place: Locator): Promise<{ readonly x: number; readonly y: number }> {
  const { x = 0, y = 0, width = 0, height = 0 } = (await place.boundingBox()) ?? {};
  return { x: x + width / 2, y: y + height / 2 };
}

async function newCollective(tierce: TestApp): Promise<CollectivePage> {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).create.click();
  await new NewPage(tierce).createAsIs.click();
  const collective = new CollectivePage(tierce);
  await collective.goTo('Collectif');
  return collective;
}

test('C1 a structure joins with its people and their roles, and is found again', async ({ tierce }) => {
  const collective = await newCollective(tierce);
  await expect(collective.main.getByText('Qui coopère ici')).toBeVisible();
  await collective.addStructure('La Boucle', 'Moissy-Cramayel');
  await expect(collective.dot('La Boucle', 'partenaire active')).toBeVisible();

  await collective.text('Forme juridique').fill('association');
  await collective.text('Emplois').fill('17');
  await collective.text('ETP').fill('12,1');
  await collective.text('ETP').blur();
  await collective.panel.getByRole('button', { name: /TVA$/ }).click();
  await collective.page.getByRole('option', { name: 'non assujettie', exact: true }).click();
  await collective.addPerson('Leïla Haddad', 'direction');
  await collective.addPerson('Pierre Vidal', 'administration');
  await expect(collective.panel.getByRole('button', { name: 'Modifier Leïla Haddad, direction' })).toBeVisible();
  await collective.expectSaved();
  await tierce.close();
  await tierce.start();

  await new HomePage(tierce).entry(UNTITLED).click();
  await collective.goTo('Collectif');
  await collective.dot('La Boucle').click();
  await expect(collective.text('ETP')).toHaveValue('12,1');
  await expect(collective.panel).toContainText('Pierre Vidal');
  await collective.view('Liste');
  await expect(collective.row('La Boucle')).toContainText('17');
});

test('C1 what cannot be read of a size stays in its field with what to write', async ({ tierce }) => {
  const collective = await exampleCollective(tierce);
  await collective.dot('La Boucle').click();
  await collective.text('Emplois').fill('une dizaine');
  await collective.text('Emplois').blur();

  await expect(collective.panel.getByText('Écrivez un nombre entier')).toBeVisible();
  await expect(collective.text('Emplois')).toHaveValue('une dizaine');
  await collective.text('Emplois').fill('19');
  await collective.text('Emplois').blur();
  await collective.view('Liste');
  await expect(collective.row('La Boucle')).toContainText('19');
});

test('C1 two structures of one name are told apart by their territory, and a person may have none', async ({ tierce }) => {
  const collective = await exampleCollective(tierce);
  await collective.addStructure('La Boucle', 'Provins');
  await expect(collective.panel.getByText('Deux structures portent ce nom.')).toBeVisible();
  await collective.view('Liste');
  await expect(collective.row('Provins')).toBeVisible();
  await expect(collective.row('Moissy-Cramayel')).toBeVisible();

  await collective.main.getByRole('button', { name: '1 personne sans structure' }).click();
  await expect(collective.panel.getByRole('button', { name: /Paul Roy, partenaire public/ })).toBeVisible();
  await collective.addPerson('Inès Martin', 'bénévolat');
  await expect(collective.main.getByRole('button', { name: '2 personnes sans structure' })).toBeVisible();
  await collective.panel.getByRole('button', { name: /^Modifier Inès Martin/ }).click();
  await collective.dialog.getByRole('button', { name: 'Supprimer la personne' }).click();
  await collective.answerMessage('Annuler');
  await expect(collective.panel.getByRole('button', { name: /^Modifier Inès Martin/ })).toBeVisible();
});

test('C1 a structure is removed after a question, kept while something holds it, and comes back', async ({ tierce }) => {
  const collective = await exampleCollective(tierce);
  await collective.dot('Mains Libres Services').click();
  await collective.panel.getByRole('button', { name: 'Autres actions pour Mains Libres Services' }).click();
  await collective.page.getByRole('menuitem', { name: 'Supprimer la structure' }).click();
  await expect(collective.dialog).toContainText('1 personne reste dans le collectif, sans structure.');
  await collective.dialog.getByRole('button', { name: 'Supprimer' }).click();
  await expect(collective.dot('Mains Libres Services')).toHaveCount(0);
  await collective.answerMessage('Annuler');
  await expect(collective.dot('Mains Libres Services')).toBeVisible();

  await collective.dot('La Boucle').click();
  await collective.panel.getByRole('button', { name: 'Autres actions pour La Boucle' }).click();
  await collective.page.getByRole('menuitem', { name: 'Supprimer la structure' }).click();
  await collective.dialog.getByRole('button', { name: 'Supprimer' }).click();
  await collective.expectSaid('sert encore à');
  await expect(collective.dot('La Boucle')).toBeVisible();
});

test('C2 a structure moves with a date and a reason, and a move before its arrival is refused in the form', async ({ tierce }) => {
  const collective = await exampleCollective(tierce);
  await collective.dot('La Boucle', 'partenaire active').click();
  await collective.beginMove('Noyau dur');
  await collective.dialog.getByLabel('Raison').fill('Portera la collecte');
  await collective.date().fill('01/02/2026');
  await collective.dialog.getByRole('button', { name: 'Déplacer' }).click();

  await expect(collective.dialog.getByText('précède l’arrivée de la structure')).toBeVisible();
  await expect(collective.dialog.getByLabel('Raison')).toHaveValue('Portera la collecte');
  await collective.date().fill('10/06/2026');
  await collective.dialog.getByRole('button', { name: 'Déplacer' }).click();
  await expect(collective.dot('La Boucle', 'noyau dur')).toBeVisible();
  await expect(collective.moves).toContainText('10 juin 2026 · des partenaires actifs au noyau dur');
  await expect(collective.moves).toContainText('«\u202fPortera la collecte\u202f»');
});

test('C2 a move is corrected and removed, and the removal is taken back', async ({ tierce }) => {
  const collective = await exampleCollective(tierce);
  await collective.dot('La Boucle').click();
  await collective.panel.getByRole('button', { name: 'Corriger le mouvement du 2 avril 2026' }).click();
  await collective.date().fill('09/04/2026');
  await collective.dialog.getByRole('button', { name: 'Corriger' }).click();
  await expect(collective.moves).toContainText('9 avril 2026');

  await collective.panel.getByRole('button', { name: 'Supprimer le mouvement du 9 avril 2026' }).click();
  await expect(collective.dot('La Boucle', 'réseau')).toBeVisible();
  await collective.answerMessage('Annuler');
  await expect(collective.dot('La Boucle', 'partenaire active')).toBeVisible();
});

test('C2 an arrival after the first move is told at its field', async ({ tierce }) => {
  const collective = await exampleCollective(tierce);
  await collective.dot('La Boucle').click();
  await collective.panel.getByRole('textbox', { name: 'Arrivée' }).fill('05/03/2026');
  await collective.text('Nom court').focus();

  await expect(collective.panel.getByText('précède l’arrivée de la structure')).toBeVisible();
  await expect(collective.moves).toContainText('26 février 2026');
});

test('C2 the map is walked, opened, moved and replayed with the keyboard alone', async ({ tierce }) => {
  const collective = await exampleCollective(tierce);
  const { keyboard } = collective.page;
  await collective.tabTo(/^Atelier du Pont, noyau dur/);
  await keyboard.press('ArrowRight');
  await expect(collective.dot('La Boucle')).toBeFocused();
  await keyboard.press('Enter');
  await expect(collective.panel.getByRole('heading', { name: 'La Boucle' })).toBeAttached();

  await collective.tabTo('Revoir la carte dans le temps');
  await expect(collective.slider).toHaveAttribute('aria-valuetext', 'aujourd’hui');
  for (let move = 0; move < 3; move += 1) await keyboard.press('ArrowLeft');
  await expect(collective.slider).toHaveAttribute('aria-valuetext', '26 février 2026');
  await expect(collective.dot('La Boucle', 'réseau')).toBeVisible();
  await keyboard.press('ArrowLeft');
  await expect(collective.dot('La Boucle')).toHaveCount(0);
  await keyboard.press('End');
  await expect(collective.dot('La Boucle', 'partenaire active')).toBeVisible();

  await collective.tabTo('Déplacer vers…');
  await collective.pickByKeys('Quitte');
  await expect(collective.dialog.getByLabel('Raison')).toBeFocused();
  await keyboard.type('Change de projet');
  await keyboard.press('Enter');
  await expect(collective.dot('La Boucle')).toHaveCount(0);
  await expect(collective.main.getByRole('group', { name: 'À côté de la carte' })).toContainText('La Boucle');
});

test('C2 a structure is dragged to another circle, or moved with Shift and an arrow: the form asks when and why', async ({ tierce }) => {
  const collective = await exampleCollective(tierce);
  const { mouse, keyboard } = collective.page;
  const [from, to] = [await middleOf(collective.dot('La Boucle')), await middleOf(collective.dot('Relais du Val'))];
  await mouse.move(from.x, from.y);
  await mouse.down();
  await mouse.move(to.x, to.y, { steps: 5 });
  await mouse.up();
  await expect(collective.dialog.getByRole('button', { name: /Noyau dur/ })).toBeVisible();
  await collective.dialog.getByLabel('Raison').fill('Portera la collecte');
  await collective.dialog.getByRole('button', { name: 'Déplacer' }).click();
  await expect(collective.dot('La Boucle', 'noyau dur')).toBeVisible();

  await collective.dot('La Boucle').focus();
  await keyboard.press('Shift+ArrowDown');
  await expect(collective.dialog.getByRole('button', { name: /Partenaires actifs/ })).toBeVisible();
  await keyboard.press('Escape');
  await expect(collective.dot('La Boucle', 'noyau dur')).toBeFocused();
});

test('C2 a drag that ends in its own circle moves nothing, and a press without a drag opens the structure', async ({ tierce }) => {
  const collective = await exampleCollective(tierce);
  const { mouse } = collective.page;
  const { x, y } = await middleOf(collective.dot('Relais du Val'));
  await mouse.move(x, y);
  await mouse.down();
  await mouse.move(x + 12, y + 3, { steps: 3 });
  await mouse.up();
  await expect(collective.dialog).toHaveCount(0);
  await expect(collective.panel.getByRole('heading', { name: 'Relais du Val' })).toHaveCount(0);

  await collective.dot('Relais du Val').click();
  await expect(collective.panel.getByRole('heading', { name: 'Relais du Val' })).toBeAttached();
});

test('C9 a mandate is noted, what is missing is said, and the matrix shows it', async ({ tierce }) => {
  const collective = await exampleCollective(tierce);
  await collective.dot('GE Solidarités 77').click();
  await expect(collective.panel).toContainText('il manque\u202f: qui peut engager la structure, l’avis du conseil');
  await collective.mandate('Pouvoir d’engager').click();
  await collective.choose('Où cela en est', 'd’accord');
  await collective.choose('Qui peut l’engager', 'Cécile Bernard');
  await collective.date('Jusqu’au').fill('31/12/2026');
  await collective.dialog.getByLabel('Dans quelle limite').fill('jusqu’à 2 000 €');
  await collective.dialog.getByRole('button', { name: 'Enregistrer' }).click();

  await expect(collective.panel).toContainText('il manque\u202f: l’avis du conseil');
  await expect(collective.mandate('Pouvoir d’engager')).toContainText('jusqu’à 2 000 €, jusqu’au 31 décembre');
  await collective.view('Mandats');
  await expect(collective.mandate('Pouvoir d’engager, GE Solidarités 77')).toContainText('Cécile Bernard');
  await expect(collective.mandate('CSE, Atelier du Pont')).toContainText('consulté le 28 avril');
});

test('C9 a mandate whose date has passed is said to be late, and one to come is not', async ({ tierce }) => {
  const collective = await exampleCollective(tierce);
  await collective.dot('GE Solidarités 77').click();
  for (const [day, said] of [
    ['27/06/2026', 'avant le 27 juin'],
    ['27/03/2026', 'en retard depuis le 27 mars'],
  ] as const) {
    await collective.mandate('Conseil').click();
    await collective.choose('Où cela en est', 'à faire');
    await collective.date('À obtenir avant le').fill(day);
    await collective.dialog.getByRole('button', { name: 'Enregistrer' }).click();
    await expect(collective.mandate('Conseil')).toContainText(said);
  }
  await expect(collective.mandate('Conseil')).not.toContainText('avant le');
});

test('C2 a structure that moves leaves the others on the map where they are', async ({ tierce }) => {
  const collective = await exampleCollective(tierce);
  const [moving, ...others] = ['La Boucle', 'GE Solidarités 77', 'Atelier du Pont'];
  await collective.dot(moving, 'partenaire active').click();
  const before = await collective.placesOf(others);
  await collective.beginMove('Noyau dur');
  await collective.date().fill('10/06/2026');
  await collective.dialog.getByRole('button', { name: 'Déplacer' }).click();
  await expect(collective.dot(moving, 'noyau dur')).toBeVisible();

  // The rings give way to one more in the core, by less than a dot.
  await expect
    .poll(async () =>
      (await collective.placesOf(others)).every(
        ({ x, y }, index) => Math.hypot(x - (before[index]?.x ?? 0), y - (before[index]?.y ?? 0)) < 14,
      ),
    )
    .toBe(true);
});

test('C1 C9 what a form lacks is told at its field, which keeps what was typed', async ({ tierce }) => {
  const collective = await exampleCollective(tierce);
  await collective.dot('La Boucle', 'partenaire active').click();
  await collective.panel.getByRole('button', { name: 'Ajouter une personne' }).click();
  await collective.dialog.getByLabel('Fonction').fill('présidente');
  await collective.dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(collective.dialog.getByLabel('Nom', { exact: true })).toHaveAccessibleDescription('Écrivez le nom de la personne.');
  await collective.dialog.getByLabel('Nom', { exact: true }).fill('  Inès Caron ');
  await collective.dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(collective.panel.getByRole('button', { name: 'Modifier Inès Caron, présidente' })).toBeVisible();

  await collective.mandate('CSE').click();
  await collective.choose('Où cela en est', 'informé');
  await collective.date().fill('10/06/2026');
  await collective.date('Jusqu’au').fill('09/06/2026');
  await collective.dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(collective.dialog.getByText('La fin précède le début')).toBeVisible();
  await collective.date('Jusqu’au').fill('31/06');
  await collective.date('Jusqu’au').press('Enter');
  await expect(collective.date('Jusqu’au')).toHaveAccessibleDescription(/^Il n’y a que 30 jours en juin 2026/);
  await collective.dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(collective.date('Jusqu’au'), 'a date that cannot be read is not left out of what is sent').toBeFocused();
  await collective.date('Jusqu’au').fill('11 juin');
  await collective.dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(collective.mandate('CSE')).toContainText('jusqu’au 11 juin');
});

test('C9 a mandate is noted with the keyboard alone, and cleared with the way back', async ({ tierce }) => {
  const collective = await exampleCollective(tierce);
  const { keyboard } = collective.page;
  await collective.tabTo('Cercles');
  await keyboard.press('ArrowRight');
  await keyboard.press('ArrowRight');
  await collective.tabTo(/^Équipe, Atelier du Pont/);
  await keyboard.press('Enter');
  await expect(collective.dialog).toBeVisible();
  await collective.tabTo('à faire');
  await collective.pickByKeys('informée');
  await collective.tabTo('Enregistrer');
  await keyboard.press('Enter');
  await expect(collective.mandate('Équipe, Atelier du Pont')).toContainText('informée');

  await collective.mandate('Équipe, Atelier du Pont').click();
  await collective.dialog.getByRole('button', { name: 'Effacer ce mandat' }).click();
  await expect(collective.mandate('Équipe, Atelier du Pont')).toContainText('rien de noté');
  await collective.answerMessage('Annuler');
  await expect(collective.mandate('Équipe, Atelier du Pont')).toContainText('informée');
});

test('C10 the portrait opens where one clicks, is kept, and teaches while it is empty', async ({ tierce }) => {
  const collective = await newCollective(tierce);
  await collective.view('Portrait');
  await expect(collective.text('Ce qui l’a déclenché')).toHaveAttribute('placeholder', /^Dire le fait.*un appel d’offres perdu/);
  await collective.text('Ce qui l’a déclenché').fill('Un marché perdu.\nUne rencontre.');
  await collective.text('Ce qu’il veut devenir').fill('Répondre ensemble.');
  await collective.text('Ce qu’il veut devenir').blur();
  await collective.expectSaved();
  await tierce.close();
  await tierce.start();

  await new HomePage(tierce).entry(UNTITLED).click();
  await collective.goTo('Collectif');
  await collective.view('Portrait');
  await expect(collective.text('Ce qui l’a déclenché')).toHaveValue('Un marché perdu.\nUne rencontre.');
  await collective.undo.click();
  await expect(collective.text('Ce qu’il veut devenir')).toHaveValue('');
});

test('C6 C7 around ten participants the need for a coordination function is said, not before, nor while somebody holds it', async ({
  tierce,
}) => {
  const collective = await exampleCollective(tierce);
  const notice = collective.main.getByText('une fonction de coordination devient nécessaire');
  await collective.addStructure('Cuisine du Bocage');
  await collective.addStructure('Vélos du Loing');
  await expect(collective.dot('Vélos du Loing')).toBeVisible();
  await expect(notice).toHaveCount(0);
  await collective.addStructure('Maison des semences');
  await expect(collective.dot('Maison des semences')).toBeVisible();
  await expect(notice).toHaveCount(0);

  await collective.main.getByRole('tab', { name: 'Fonctions' }).click();
  await collective.main.getByRole('button', { name: 'Autres actions, fonction Calendrier et relances' }).click();
  await collective.page.getByRole('menuitem', { name: 'Supprimer la fonction' }).click();
  await collective.view('Cercles');
  await expect(notice).toBeVisible();
  await expect(collective.main.getByText('D’après France Active')).toBeVisible();
});
