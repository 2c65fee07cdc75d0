// Journey: a session at its limits: without a title, with one that is too long, of a quarter of an hour.
import { expect, test } from '../journey.ts';
import { newSession } from '../pages/beginnings.ts';

test('D1 a session keeps its title when it is emptied, and takes none that is too long', async ({ tierce }) => {
  const session = await newSession(tierce);
  await session.title.fill('Enjeux');
  await session.title.blur();
  await session.expectSaved();
  await session.title.fill('');
  await session.title.blur();
  await expect(session.title).toHaveAttribute('aria-invalid', 'true');
  await session.title.fill('Enjeux partagés');
  await session.title.blur();
  await expect(session.title).not.toHaveAttribute('aria-invalid', 'true');

  await session.pasteInto('Titre de la séance', 'x'.repeat(301));
  await session.expectSaid('301');
  await expect(session.title).toHaveValue('Enjeux partagés');
  await session.expectSafe();
});

test('D1 F2 a session of a quarter of an hour counts as what it is', async ({ tierce }) => {
  const session = await newSession(tierce);
  await session.typeTime('De', '9h-9h15');
  await expect(session.time).toContainText('15\u00a0min');
  await session.time.getByRole('button', { name: 'L’ajouter (Face à face)' }).click();
  await expect(session.time.getByText('15\u00a0min', { exact: true })).toBeVisible();
  await session.expectSafe();
});

test('I5 a press that leaves the minutes is not lost, although they fold up into a document', async ({ tierce }) => {
  const session = await newSession(tierce);
  await session.account.click();
  await session.account.fill(`Début.${'\n'.repeat(12)}Fin.`);
  await session.account.blur();
  await expect(session.accountRead).toHaveText('Début.Fin.');
  await session.button('Modifier (Relevé)').click();
  await expect(session.account).toBeFocused();
  await session.button('Ajouter une action').click();

  await expect(session.text('Ajouter une action')).toBeFocused();
  await expect(session.accountRead).toHaveText('Début.Fin.');
});
