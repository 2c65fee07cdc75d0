// Journey: what needs attention on Home, and time for any accompaniment without opening it.
import { renameSync } from 'node:fs';
import { expect, test } from '../journey.ts';
import { homeWith } from '../pages/beginnings.ts';

test.use({ now: '2026-06-15T08:00:00.000Z' });

test('I1 Home says what asks for attention and what to do, and filters it', async ({ tierce, folders }) => {
  const home = await homeWith(tierce, folders, 6);

  await expect(home.row('Groupement d’employeurs du sport')).toContainText('dépassé de 0,12 j');
  await expect(home.row('Groupement d’employeurs du sport')).toContainText('Demandez un avenant');
  await expect(home.row('PTCE du Val')).toContainText('il manquera 0,29 j');
  await expect(home.row('Deux ressourceries')).toContainText('sans séance depuis 48 jours');
  await expect(home.row('Festival des trois rives')).toContainText(
    '«\u202fEnvoyer la convention de groupement\u202f» était à faire il y a 12 jours',
  );
  await expect(home.row('Réseau d’habitat partagé')).toContainText('clos le 27 février');

  for (const [filter, rows] of [
    ['À surveiller', 3],
    ['À relancer', 1],
    ['Clos', 1],
    ['Tous', 6],
  ] as const) {
    await home.filter(filter).click();
    await expect(home.table).toHaveAttribute('aria-rowcount', String(rows + 1));
  }
  await home.words.fill('reseau habitat');
  await expect(home.table).toHaveAttribute('aria-rowcount', '2');
  await home.words.fill('nulle part');
  await home.main.getByRole('button', { name: 'Tout afficher' }).click();
  await expect(home.table).toHaveAttribute('aria-rowcount', '7');
});

test('I1 Home is sorted by its columns, and says when the last session was', async ({ tierce, folders }) => {
  const home = await homeWith(tierce, folders, 6);
  const titles = home.table.locator('.row-link');
  await home.table.getByRole('button', { name: 'Reste' }).click();

  await expect(titles.first()).toHaveText(/^Groupement d’employeurs/);
  await home.table.getByRole('button', { name: 'Accompagnement' }).click();
  await expect(titles.first()).toHaveText(/^Deux ressourceries/);
  await home.table.getByRole('button', { name: 'Accompagnement' }).click();
  await expect(titles.first()).toHaveText(/^Réseau d’habitat/);
  await expect(home.row('Deux ressourceries')).toContainText('dernière le 28 avril');
});

test('I1 K5 a folder that is taken away is told as such, never as an empty one, and is there again with all it holds', async ({
  tierce,
  folders,
}) => {
  const home = await homeWith(tierce, folders, 6);
  renameSync(folders.library, `${folders.library} ailleurs`);
  await home.main.getByRole('button', { name: 'Nouvel accompagnement' }).click();
  await tierce.page.goBack();

  await expect(home.main.getByRole('heading', { name: 'Le dossier «\u202fTierce\u202f» n’est pas là' })).toBeVisible();
  await expect(home.main).toContainText('ce qu’il contient n’a pas été touché');
  await expect(home.main).not.toContainText('0 fichier');
  await home.main.getByRole('button', { name: 'Réessayer' }).click();
  await expect(home.main.getByRole('button', { name: 'Changer de dossier…' })).toBeVisible();

  renameSync(`${folders.library} ailleurs`, folders.library);
  // the press before may find the folder again, if it is still being answered
  await expect(async () => {
    const again = home.main.getByRole('button', { name: 'Réessayer' });
    if (await again.isVisible()) await again.click({ timeout: 1000 });
    await expect(home.table).toHaveAttribute('aria-rowcount', '7', { timeout: 2000 });
  }).toPass();
});

test('I1 the next sessions of all accompaniments stand together, and each opens at its place', async ({ tierce, folders }) => {
  const home = await homeWith(tierce, folders, 6);

  await expect(home.upcoming.getByRole('listitem')).toHaveCount(2);
  await expect(home.upcoming.getByRole('listitem').first()).toContainText('mer. 17 juin, 9:30');
  await home.upcoming.getByRole('button', { name: /Offre commune/ }).click();
  await expect(home.heading('Enjeux de chaque structure')).toBeAttached();
});

test('I11 time is added to an accompaniment that is not open, and what remains is seen before', async ({ tierce, folders }) => {
  const home = await homeWith(tierce, folders, 6);
  await home.enterTimeFor('Offre commune d’insertion 001');

  await home.timeForm.getByRole('textbox', { name: 'Durée' }).fill('0,5 j');
  await expect(home.timeForm.getByTestId('remaining-after')).toHaveText('2,5\u202fj');
  await home.timeForm.getByRole('button', { name: 'Enregistrer le temps' }).click();

  await home.expectSaid('Il reste 2,5\u00a0j');
  await expect(home.row('Offre commune')).toContainText('2,5\u202fj');
  await home.entry('Offre commune d’insertion 001').click();
  await home.goTo('Jours et temps');
  await expect(home.main.getByRole('table', { name: 'Temps passé' })).toContainText('3\u202fh\u202f30');
});

test('I11 by keyboard alone, an overrun asks for its justification and is then kept', async ({ tierce, folders }) => {
  const home = await homeWith(tierce, folders, 6);
  const { keyboard } = home.page;
  await (await home.openPalette()).fill('saisir du temps');
  await keyboard.press('Enter');
  await home.expectFocusIn(home.timeForm); // a dialog takes the focus once it is there, also from a field within it
  await home.timeForm.getByRole('button', { name: /Accompagnement/ }).focus();
  await home.pickByKeys('Groupement');
  await home.timeForm.getByRole('textbox', { name: 'Durée' }).focus();
  await keyboard.type('3h30');
  await keyboard.press('Enter');

  await expect(home.timeForm).toContainText('La convention demande une justification.');
  await home.timeForm.getByRole('textbox', { name: 'Justification du dépassement' }).focus();
  await keyboard.type('Une médiation en plus');
  await home.timeForm.getByRole('button', { name: 'Enregistrer le temps' }).focus();
  await keyboard.press('Enter');
  await expect(home.row('Groupement d’employeurs du sport')).toContainText('dépassé de 0,62 j');
});
