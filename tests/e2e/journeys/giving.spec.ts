// Journey: what leaves is for its readers, goes to its recipients, and is in the register.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { textOfDocument } from '../../support/text-of-documents.ts';
import { expect, test } from '../journey.ts';
import { DocumentsPage } from '../pages/documents-page.ts';
import { FilePage } from '../pages/file-page.ts';
import { HomePage } from '../pages/home-page.ts';
import { SessionPage } from '../pages/session-page.ts';
import { SessionsPage } from '../pages/sessions-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import type { TestApp } from '../shells/test-app.ts';

async function documentsOfExample(tierce: TestApp): Promise<DocumentsPage> {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).exploreExample();
  const documents = new DocumentsPage(tierce);
  await documents.goTo('Documents');
  await documents.expectOnSheet(/Séance/);
  return documents;
}

test('H3 a report is given to its participants, and the register has it with its SHA-256 and a frozen copy', async ({
  tierce,
  folders,
}) => {
  const documents = await documentsOfExample(tierce);
  await documents.choose('Séance', /^5 · /);
  await documents.expectOnSheet('Séance 5');
  await expect(documents.main.getByText('Réservé au collectif et au suivi de la mission').or(documents.sheet)).not.toHaveCount(0);
  const target = path.join(folders.documents, 'remis.pdf');
  await tierce.answerDialogs(target);
  await documents.save.click();
  await expect(documents.open).toBeVisible({ timeout: 30_000 });
  await documents.expectSafe();

  await documents.openRegister();
  const sha256 = createHash('sha256').update(readFileSync(target)).digest('hex');
  await documents.main.getByRole('textbox', { name: 'Chercher un document, une personne, une empreinte' }).fill(sha256);
  await expect(documents.given).toHaveCount(1);
  await expect(documents.given).toContainText('Séance 5');
  await expect(documents.given).toContainText('le collectif et le suivi de la mission');

  const again = path.join(folders.documents, 'encore.pdf');
  await tierce.answerDialogs(again);
  await documents.given.getByRole('button', { name: /^Autres actions/ }).click();
  await documents.page.getByRole('menuitem', { name: 'Enregistrer la copie figée…' }).click();
  await documents.expectSaid('encore.pdf');
  expect(readFileSync(again).equals(readFileSync(target))).toBe(true);
});

test('H3 what changed since the copy given last is told line by line', async ({ tierce, folders }) => {
  const documents = await documentsOfExample(tierce);
  await documents.choose('Séance', /^5 · /);
  await documents.expectOnSheet('Séance 5');
  await tierce.answerDialogs(path.join(folders.documents, 'remis.pdf'));
  await documents.save.click();
  await expect(documents.open).toBeVisible({ timeout: 30_000 });
  await documents.main.getByRole('button', { name: 'Ce qui a changé depuis' }).click();
  const dialog = documents.page.getByRole('dialog');
  await expect(dialog).toContainText('Le texte est le même.', { timeout: 30_000 });
  await dialog.getByRole('button', { name: 'Terminé' }).click();

  const given = documents.main.getByRole('textbox', { name: 'Remis à, écrit sur le papier' });
  await given.click();
  await documents.page.keyboard.press('Control+a');
  await documents.page.keyboard.type('Le préfet');
  await documents.page.keyboard.press('Enter');
  await documents.expectOnSheet('Le préfet');
  await documents.main.getByRole('button', { name: 'Ce qui a changé depuis' }).click();
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Le préfet' })).toContainText('ajouté', { timeout: 30_000 });
  await expect(dialog.getByRole('listitem').filter({ hasText: 'retiré' })).not.toHaveCount(0);
});

test('E8 a session for the core circle is not in what the collective gets, and cannot be given to others', async ({ tierce, folders }) => {
  const documents = await documentsOfExample(tierce);
  await new SessionsPage(tierce).goTo('Séances');
  await new SessionsPage(tierce).open('Enjeux de chaque structure');
  const session = new SessionPage(tierce);
  await session.main
    .getByRole('button', { name: /Changer|Modifier/ })
    .first()
    .click();
  await session.main.getByRole('button', { name: /Qui peut lire$/ }).click();
  await session.page.getByRole('option', { name: 'le noyau seulement' }).click();
  await session.expectSafe();
  await session.main
    .getByRole('link', { name: 'Compte rendu' })
    .or(session.main.getByRole('button', { name: 'Compte rendu' }))
    .first()
    .click();

  await documents.expectOnSheet('Séance 4');
  await expect(documents.main.getByRole('button', { name: /Qui pourra lire$/ })).toContainText('le noyau seulement');
  await documents.choose('Qui pourra lire', 'le collectif et le suivi de la mission');
  await expect(documents.main.getByText('rien n’est parti').first()).toBeVisible();
  await expect(documents.save).toBeDisabled();

  await documents.choose('Qui pourra lire', 'le noyau seulement');
  await documents.openRecipients();
  await documents.recipients.getByRole('button', { name: /^Tout le collectif/ }).click();
  await documents.recipients.getByRole('button', { name: 'Terminé' }).click();
  await expect(documents.main.getByText(/n’est pas pour/)).toBeVisible();
  await expect(documents.save).toBeDisabled();
  await documents.main.getByRole('button', { name: 'Retirer ces destinataires' }).click();
  await expect(documents.save).toBeEnabled();

  await documents.choose('Document', 'Classeur Excel');
  await expect(documents.main.getByText(/^Séances\s: 1$/)).toBeVisible();
  const target = path.join(folders.documents, 'classeur.xlsx');
  await tierce.answerDialogs(target);
  await documents.saveWorkbook.click();
  await expect(documents.open).toBeVisible({ timeout: 30_000 });
  const text = await textOfDocument(target, readFileSync(target));
  expect(text).toContain('Qui décide, qui répond, qui facture');
  expect(text).not.toContain('Enjeux de chaque structure');
});

test('J1 H3 with the keyboard alone a copy is handed over, and says so when its own author opens it', async ({ tierce, folders }) => {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).exploreExample();
  const file = new FilePage(tierce);
  const { keyboard } = tierce.page;
  await file.show('Exports et traces');
  const target = path.join(folders.documents, 'remise.tierce');
  await tierce.answerDialogs(target);
  await file.tabTo('Faire une copie de remise…');
  await keyboard.press('Enter');
  await expect(file.page.getByRole('dialog')).toContainText('sans l’historique');
  await file.tabTo('Choisir l’endroit…');
  await keyboard.press('Enter');
  await file.expectSaid('remise.tierce');
  expect(existsSync(target)).toBe(true);
  expect(readFileSync(target, 'utf8')).toContain('"privateNotes": {}');

  const documents = new DocumentsPage(tierce);
  await documents.goTo('Documents');
  await documents.openRegister();
  await expect(documents.given.filter({ hasText: 'copie de remise' })).toHaveCount(1);
});
