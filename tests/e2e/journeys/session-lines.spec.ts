// Journey: decisions and actions typed in one go, with who and when.
import { expect, test } from '../journey.ts';
import { newSession } from '../pages/beginnings.ts';
import { CollectivePage } from '../pages/collective-page.ts';
import type { SessionPage } from '../pages/session-page.ts';
import { SessionsPage } from '../pages/sessions-page.ts';
import type { TestApp } from '../shells/test-app.ts';

/** On 16 March 2026, with three people of as many structures. */
async function sessionWithPeople(tierce: TestApp): Promise<SessionPage> {
  const session = await newSession(tierce);
  await session.participate('Mehdi Traoré', 'Relais du Val');
  await session.participate('Marie Dupont', 'La Boucle');
  await session.participate('Marie Leroy', 'GE 77');
  return session;
}

test('D1 an action says who and for when while it is typed; what is not understood stays in its text', async ({ tierce }) => {
  const session = await sessionWithPeople(tierce);
  const { keyboard } = session.page;
  await session.beginRow('action', 'Envoyer la grille @mehdi 16/04');
  await expect(session.understood).toHaveText('Mehdi Traoré, Relais du Val · jeudi 16 avril 2026');
  await keyboard.press('Enter');
  await expect(session.owner('Mehdi Traoré, Relais du Val, 16 avril')).toBeVisible();
  await expect(session.text('Action')).toHaveValue('Envoyer la grille');

  await keyboard.type('Relire la charte @Marie');
  await expect(session.proposedOwner('Marie Leroy')).toBeVisible();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await keyboard.type('vendredi');
  await expect(session.understood).toHaveText('Marie Leroy, GE 77 · vendredi 20 mars 2026');
  await keyboard.press('Enter');
  await expect(session.owner('Marie Leroy, GE 77, 20 mars')).toBeVisible();

  await keyboard.type('Chiffrer le transport @rel');
  await keyboard.press('Tab');
  await keyboard.type('+7');
  await expect(session.understood).toHaveText('Relais du Val · lundi 23 mars 2026');
  await keyboard.press('Enter');
  await expect(session.owner('Relais du Val, 23 mars')).toBeVisible();

  await keyboard.type('Appeler @Mehdy');
  await expect(session.understood).toContainText('Personne ne s’appelle «\u202fMehdy\u202f» ici');
  await keyboard.press('Enter');
  await session.expectSaid('le nom reste dans le texte');
  await expect(session.text('Action').last()).toHaveValue('Appeler @Mehdy');
  await session.expectSafe();
});

test('D1 Escape closes the names alone, and a second one keeps the line', async ({ tierce }) => {
  const session = await sessionWithPeople(tierce);
  const { keyboard } = session.page;
  await session.beginRow('action', 'Relire la charte @Marie');
  await expect(session.proposedOwner('Marie Dupont')).toBeVisible();
  await keyboard.press('Escape');
  await expect(session.proposedOwner('Marie Dupont')).toHaveCount(0);
  await expect(session.text('Ajouter une action')).toHaveValue('Relire la charte @Marie');
  await expect(session.understood).toContainText('peut être Marie Dupont, La Boucle ou Marie Leroy, GE 77');

  await session.text('Ajouter une action').fill('Relire la charte @Le');
  await session.proposedOwner('Marie Leroy').click();
  await expect(session.text('Ajouter une action')).toHaveValue('Relire la charte @Marie Leroy ');
  await keyboard.press('Escape');
  await expect(session.owner('Marie Leroy, GE 77')).toBeVisible();
  await session.write('décision', 'Écrire à @Mehdi demain');
  await expect(session.text('Décision')).toHaveValue('Écrire à @Mehdi demain');
});

test('D1 several lines pasted at once are shown before they are taken, one each or as one text, in one step', async ({ tierce }) => {
  const session = await sessionWithPeople(tierce);
  const { keyboard } = session.page;
  await session.beginRow('action', '');
  await session.pasteInto('Ajouter une action', '- Envoyer la grille @Mehdi 16/04\n- Relire la charte @Nul\n- Signer');
  await expect(session.pasted).toContainText('3 lignes collées');
  await expect(session.pasted.getByRole('listitem').nth(0)).toHaveText(
    'Envoyer la grille Mehdi Traoré, Relais du Val · jeudi 16 avril 2026',
  );
  await expect(session.pasted.getByRole('listitem').nth(1)).toContainText('Personne ne s’appelle');
  await keyboard.press('Enter');
  await expect(session.text('Action')).toHaveCount(3);
  await expect(session.text('Ajouter une action')).toBeFocused();
  await keyboard.press('Escape');
  await session.undo.click();
  await expect(session.text('Action')).toHaveCount(0);

  await session.beginRow('décision', '');
  await session.pasteInto('Ajouter une décision', 'On se revoit\r\ndans un mois.');
  await expect(session.pasted.getByRole('listitem')).toHaveText(['On se revoit', 'dans un mois.']);
  await keyboard.press('Escape');
  await expect(session.pasted).toHaveCount(0);
  await session.pasteInto('Ajouter une décision', 'On se revoit\r\ndans un mois.');
  await session.button('Un seul texte').click();
  await expect(session.text('Ajouter une décision')).toHaveValue('On se revoit dans un mois.');
  await session.pasteInto('Ajouter une décision', 'a\n'.repeat(201));
  await session.expectSaid('201 lignes');
  await keyboard.press('Enter');
  await expect(session.text('Décision')).toHaveValue('On se revoit dans un mois.');
});

test('F8 D7 the time around a session is typed at the session once, and proposed at the next one', async ({ tierce }) => {
  const session = await sessionWithPeople(tierce);
  const { keyboard } = session.page;
  await session.typeTime('De', '9h30');
  await session.typeTime('À', '17h');
  await expect(session.time).toContainText('9\u202fh\u202f30 – 17\u202fh\u202f00, pause déduite\u202f: 1\u202fj.');
  await session.time.getByRole('button', { name: 'Autre durée (Face à face)' }).click();
  await expect(session.length('Face à face')).toBeFocused();
  await keyboard.type('pause 8h');
  await keyboard.press('Enter');
  await expect(session.time).toContainText('Une pause de 8\u202fh dépasse la séance, qui a duré 7\u202fh\u202f30.');
  await session.length('Face à face').fill('pause 45 min');
  await keyboard.press('Enter');
  await expect(session.time.getByText('6\u202fh\u202f45', { exact: true })).toBeVisible();

  await session.length('Déplacement').fill('1h30');
  await keyboard.press('Enter');
  await session.length('Préparation').fill('0,25 j');
  await session.time.getByRole('button', { name: 'Ajouter (Préparation)' }).click();
  await expect(session.time.getByText('1\u202fh\u202f45', { exact: true })).toHaveCount(1);
  await expect(session.time.getByText('1\u202fh\u202f30', { exact: true })).toHaveCount(1);

  const sessions = new SessionsPage(tierce);
  await sessions.goTo('Séances');
  await sessions.create.click();
  await expect(session.length('Déplacement')).toHaveValue('1\u00a0h\u00a030');
  await session.time.getByRole('button', { name: 'Ajouter (Déplacement)' }).click();
  await expect(session.time.getByText('1\u202fh\u202f30', { exact: true })).toHaveCount(1);
  await expect(session.length('Déplacement')).toHaveCount(0);
  await session.expectSafe();
});

test('D1 C2 an action for somebody whose structure has left is taken, and says so before and after', async ({ tierce }) => {
  const session = await sessionWithPeople(tierce);
  const collective = new CollectivePage(tierce);
  await collective.goTo('Collectif');
  await collective.main
    .getByRole('button', { name: /^La Boucle/ })
    .first()
    .click();
  await collective.beginMove('Quitte');
  await collective.dialog.getByLabel('Raison').fill('Change de projet');
  await collective.dialog.getByRole('button', { name: 'Déplacer' }).click();
  await expect(collective.moves).toContainText('Change de projet');
  await collective.goTo('Séances');
  await new SessionsPage(tierce).links.first().click();

  await session.beginRow('action', 'Rendre les clés @Marie D');
  await expect(session.proposedOwner('Marie Dupont')).toContainText('La Boucle (a quitté le collectif)');
  await session.page.keyboard.press('ArrowDown');
  await session.page.keyboard.press('Enter');
  await expect(session.understood).toContainText('a quitté le collectif');
  await session.page.keyboard.press('Enter');
  await expect(session.owner('Marie Dupont, La Boucle')).toBeVisible();
  await session.expectSafe();
});
