// Journey: who takes part in a session, typed in a line or pasted as a list, with what is in doubt asked about.
import { expect, test } from '../journey.ts';
import { newAccompaniment, newSession } from '../pages/beginnings.ts';
import { CollectivePage } from '../pages/collective-page.ts';
import { SessionPage } from '../pages/session-page.ts';
import { SessionsPage } from '../pages/sessions-page.ts';

test('D1 at the first session everybody of the collective is added with one press, and taken back with one', async ({ tierce }) => {
  await newAccompaniment(tierce);
  const collective = new CollectivePage(tierce);
  await collective.goTo('Collectif');
  await collective.addStructure('Régie du Nord');
  for (const name of ['Paul Roy', 'Inès Petit', 'Awa Traoré']) await collective.addPerson(name);
  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  await sessions.create.click();
  const session = new SessionPage(tierce);
  await session.button('Ajouter les 3 personnes du collectif').click();
  await expect(session.main.getByText('· 3 sur 3 attendus')).toBeVisible();
  await expect(session.button('Ajouter les 3 personnes du collectif')).toHaveCount(0);
  await session.undo.click();
  await expect(session.button('Ajouter les 3 personnes du collectif')).toBeVisible();
});

test('D1 people are typed as «Nom, Structure» in line; somebody known is proposed and taken with one press', async ({ tierce }) => {
  const session = await newSession(tierce);
  const { keyboard } = session.page;
  await session.addPerson.click();
  await keyboard.type('Joana Lopes, Atelier du Pont');
  await expect(session.personRead).toHaveText('Nouvelle personne, nouvelle structure\u202f: Atelier du Pont');
  await keyboard.press('Enter');
  await expect(session.presence('Joana Lopes')).toBeVisible();
  await expect(session.addPerson).toBeFocused();
  await keyboard.type('Antoine Morel, Atel');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(session.presence('Antoine Morel')).toBeVisible();
  await expect(session.addPerson).toHaveValue('');

  await session.chooseInMenu('Dupliquer la séance');
  await expect(session.line).toContainText('Séance 2');
  await session.presence('Joana Lopes').click();
  await session.page.getByRole('button', { name: 'Retirer Joana Lopes de la séance' }).click();
  await expect(session.presence('Joana Lopes')).toHaveCount(0);
  await session.addPerson.click();
  await keyboard.type('joa');
  await session.page.getByRole('option', { name: 'Joana Lopes' }).click();
  await expect(session.presence('Joana Lopes')).toBeVisible();
  await keyboard.type('Joana Lopes');
  await expect(session.personRead).toHaveText('Déjà inscrit à la séance\u202f: Joana Lopes.');

  const collective = new CollectivePage(tierce);
  await collective.goTo('Collectif');
  await expect(collective.main.getByText('Atelier du Pont').first()).toBeVisible();
  await session.expectSafe();
});

test('D1 the beginning of a known name never makes somebody new: the only one is taken by Enter, of several it is asked', async ({
  tierce,
}) => {
  const session = await newSession(tierce);
  const { keyboard } = session.page;
  await session.participate('Samira Kaddour', 'Relais du Val');
  await session.chooseInMenu('Dupliquer la séance');
  await expect(session.line).toContainText('Séance 2');
  await session.presence('Samira Kaddour').click();
  await session.page.getByRole('button', { name: 'Retirer Samira Kaddour de la séance' }).click();
  await session.addPerson.click();
  await keyboard.type('sam');
  await expect(session.page.getByRole('option', { name: 'Samira Kaddour' })).toHaveAttribute('aria-selected', 'true');
  await expect(session.personRead).toHaveText('Entrée ajoute Samira Kaddour, Relais du Val. Échap pour quelqu’un d’autre.');
  await keyboard.press('Escape');
  await keyboard.press('Enter');
  await expect(session.peopleAsked).toContainText('«\u202fsam\u202f» commence un nom du collectif\u202f: Samira Kaddour.');
  await keyboard.press('Escape');
  await expect(session.addPerson).toHaveValue('sam');
  await keyboard.type('i');
  await keyboard.press('Enter');
  await expect(session.presence('Samira Kaddour')).toBeVisible();
  await expect(session.addPerson).toHaveValue('');

  await session.participate('Samir Roy', 'Mairie');
  await session.addPerson.fill('sam');
  await session.addPerson.press('Enter');
  await expect(session.peopleAsked).toContainText('Samir Roy, Samira Kaddour');
  await keyboard.press('Escape');
  await expect(session.main.getByText('· 0 sur 2 attendus')).toBeVisible();
});

test('D1 people pasted as they are written elsewhere are asked about in doubt, with their functions and without their titles', async ({
  tierce,
}) => {
  const session = await newSession(tierce);
  await session.participate('Samira Kaddour', 'Les Ateliers du Canal');
  await session.participate('Fatou Diarra', 'Régie de quartier');
  const pasted = ['Samira Kadour\tLes Ateliers du Canal', 'Mme Fatou DIARRA (Régie de quartier)', 'Paul Henri, directeur, Mission locale'];
  await session.pasteInto('Ajouter une personne', pasted.join('\n'));

  await expect(session.peopleAsked).toContainText('Un nom presque pareil figure au collectif\u202f: Samira Kaddour.');
  await expect(session.peopleAsked).toContainText('Nouvelle personne, directeur, nouvelle structure\u202f: Mission locale');
  await expect(session.peopleAsked).toContainText('Déjà inscrits à la séance\u202f: Samira Kadour, Fatou DIARRA.');
  await session.button('Ajouter 1 personne').click();
  await expect(session.presence('Paul Henri')).toBeVisible();
  await expect(session.main.getByText('Mission locale', { exact: true })).toBeVisible();
});

test('D1 who may be somebody else is asked about, and nothing is added before the answer', async ({ tierce }) => {
  const session = await newSession(tierce);
  const { keyboard } = session.page;
  await session.participate('Mehdi Traoré', 'Regie du Nord');
  await session.addPerson.click();
  await keyboard.type('Inès Petit, Régie du Nord');
  await expect(session.personRead).toHaveText('Une structure porte presque le même nom\u202f: Regie du Nord. Entrée pour choisir.');
  await keyboard.press('Enter');
  await expect(session.peopleAsked).toBeVisible();
  await expect(session.presence('Inès Petit')).toHaveCount(0);
  expect(await session.focused()).toBe('Nouvelle personne, Regie du Nord');
  await keyboard.press('Escape');
  await expect(session.peopleAsked).toHaveCount(0);
  await expect(session.addPerson).toHaveValue('Inès Petit, Régie du Nord');
  await expect(session.addPerson).toBeFocused();

  await keyboard.press('Enter');
  await session.choose(/Inès Petit, Régie du Nord/, 'Nouvelle personne, nouvelle structure\u202f: Régie du Nord');
  await session.button('Ajouter 1 personne').click();
  await expect(session.presence('Inès Petit')).toBeVisible();
  await expect(session.main.getByText('Régie du Nord', { exact: true })).toBeVisible();
  await session.expectSafe();
});

test('D1 sixty people pasted from a spreadsheet are shown as they were understood, and added in one step', async ({ tierce }) => {
  const session = await newSession(tierce);
  await session.participate('Mehdi Traoré', 'Relais du Val');
  await session.participate('Marie Dupont', 'La Boucle');
  await session.participate('Paul Roy', 'Mairie');
  const rows = Array.from({ length: 55 }, (_, index) => `Personne ${index + 1}\tStructure ${(index % 7) + 1}`);
  const known = ['Mehdi Traoré\tRelais du Val', 'marie dupont\t', 'Paul Roy\tMairie', 'Mehdi Traoré\tLa Boucle', 'Marie Dupont\tGE 77'];
  await session.pasteInto('Ajouter une personne', ['Nom\tStructure', ...known, ...rows].join('\r\n'));

  await expect(session.peopleAsked).toContainText('60 personnes lues');
  await expect(session.peopleAsked).toContainText('Déjà inscrits à la séance\u202f: Mehdi Traoré, marie dupont, Paul Roy');
  await expect(session.peopleAsked).toContainText('Mehdi Traoré figure déjà au collectif, dans Relais du Val.');
  await expect(session.peopleAsked.getByRole('listitem')).toHaveCount(55);
  await session.choose(/Mehdi Traoré, La Boucle/, 'Nouvelle personne, La Boucle');
  await session.button('Ajouter 56 personnes').click();

  await expect(session.main.getByText('· 59 sur 59 attendus')).toBeVisible();
  await session.undo.click();
  await expect(session.main.getByText('· 3 sur 3 attendus')).toBeVisible();
  await session.expectSafe();
});

test('D1 a list that is too long, or a name that is, is refused as a whole', async ({ tierce }) => {
  const session = await newSession(tierce);
  await session.pasteInto('Ajouter une personne', Array.from({ length: 201 }, (_, index) => `P${index}`).join('\n'));
  await session.expectSaid('201 lignes');
  await session.pasteInto('Ajouter une personne', `Paul Roy, Mairie\n${'x'.repeat(300)}, Mairie`);
  await session.expectSaid('est trop long');
  await expect(session.peopleAsked).toHaveCount(0);
  await expect(session.main.getByText('Personne n’est encore inscrit')).toBeVisible();
});

test('D6 one press on a name and one on a mark say who was excused, on the half-days of the session', async ({ tierce }) => {
  const session = await newSession(tierce);
  const { keyboard } = session.page;
  await session.typeTime('De', '9h');
  await session.typeTime('À', '12h');
  await session.participate('Paul Roy', 'Mairie');
  await session.presence('Paul Roy').click();
  await session.mark('excusé·e').click();
  await expect(session.presence('Paul Roy, excusé·e')).toBeVisible();
  await expect(session.presence('Paul Roy, excusé·e')).toBeFocused();

  await session.participate('Inès Petit', 'Mairie');
  await session.presence('Paul Roy').focus();
  await keyboard.press('ArrowLeft');
  await expect(session.presence('Inès Petit')).toBeFocused();
  await keyboard.press('Tab');
  await expect(session.addPerson).toBeFocused();
});
