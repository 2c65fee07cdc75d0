// Journey: each kind of document, in either language, and with the keyboard alone.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { textOfDocument } from '../../support/text-of-documents.ts';
import { expect, test } from '../journey.ts';
import { reportOfExample } from '../pages/beginnings.ts';
import { HomePage } from '../pages/home-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { DocumentsPage } from '../pages/documents-page.ts';
import type { TestApp } from '../shells/test-app.ts';

test('I5 the report can be made in English while the interface stays French', async ({ tierce }) => {
  const report = await reportOfExample(tierce);
  await report.choose('Langue', 'Anglais');

  await report.expectOnSheet('Report of session 4');
  await report.expectOnSheet('Thursday 2 April 2026');
  await expect(report.save).toBeVisible();
});

async function documentsOfExample(tierce: TestApp): Promise<DocumentsPage> {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).exploreExample();
  const documents = new DocumentsPage(tierce);
  await documents.goTo('Documents');
  return documents;
}

test('H1 D12 the decision record of a session is chosen, seen and saved', async ({ tierce, folders }) => {
  const documents = await documentsOfExample(tierce);
  await documents.choose('Document', 'Relevé de décisions');
  await documents.choose('Séance', /^5 · /);
  await documents.expectOnSheet('Relevé de décisions de la séance 5');
  const target = path.join(folders.documents, 'releve.pdf');
  await tierce.answerDialogs(target);

  await documents.save.click();

  await expect(documents.open).toBeVisible({ timeout: 30_000 });
  expect(readFileSync(target).subarray(0, 5).toString()).toBe('%PDF-');
});

test.describe('once the amendment is in force', () => {
  test.use({ now: '2026-06-15T08:00:00.000Z' });

  test('H1 F4 the statement of funded days says what the screen of the days says', async ({ tierce }) => {
    const documents = await documentsOfExample(tierce);
    await documents.choose('Document', 'État des jours financés');

    await documents.expectOnSheet('État des jours financés');
    await documents.expectOnSheet(/Restent\s*1,5\sj/);
    await documents.goTo('Jours et temps');
    await expect(documents.main).toContainText(/1,5\sj/);
  });
});

test('H1 a document is chosen, seen and saved with the keyboard alone', async ({ tierce, folders }) => {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).exploreExample();
  const documents = new DocumentsPage(tierce);
  const { keyboard } = tierce.page;
  await keyboard.press('Alt+6');
  await expect(documents.heading(/^Compte rendu/)).toBeVisible();
  await documents.tabTo(/^Compte rendu$/);
  await keyboard.press('ArrowDown');
  await documents.page.getByRole('listbox').waitFor();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(documents.heading('Relevé de décisions')).toBeVisible();
  const target = path.join(folders.documents, 'clavier.pdf');
  await tierce.answerDialogs(target);
  await documents.tabTo('Enregistrer le PDF…');
  await keyboard.press('Enter');

  await expect(documents.open).toBeVisible({ timeout: 30_000 });
  expect(existsSync(target)).toBe(true);
});

test('H3 the page in sight is told, and pages are seen larger and smaller', async ({ tierce }) => {
  const documents = await reportOfExample(tierce);
  await documents.expectOnSheet('Enjeux de chaque structure');
  const page = documents.sheet.getByRole('region', { name: /^Page 1 sur / });
  const width = async (): Promise<number> => (await page.boundingBox())?.width ?? 0;
  const before = await width();
  const size = documents.main.getByRole('group', { name: 'Pages et taille' });
  await size.getByRole('button', { name: 'Agrandir' }).click();

  await expect(size).toContainText('125\u00a0%');
  await expect.poll(width).toBeGreaterThan(before);
  await size.getByRole('button', { name: 'Réduire' }).click();
  await expect.poll(width).toBe(before);
  for (let step = 0; step < 2; step += 1) await size.getByRole('button', { name: 'Réduire' }).click();
  await expect(size).toContainText('50\u00a0%');
  await expect(size.getByRole('button', { name: 'Réduire' })).toBeDisabled();
});

test('H3 what is ticked leaves, and for whom is typed where it leaves', async ({ tierce, folders }) => {
  const documents = await reportOfExample(tierce);
  await documents.expectOnSheet('Enjeux de chaque structure');
  await documents.main.locator('.report-part').filter({ hasText: 'Décisions' }).locator('.checkbox').click();
  await documents.main.locator('.report-part').filter({ hasText: 'Relevé' }).locator('.checkbox').click();
  await documents.main.getByRole('textbox', { name: 'Remis à, écrit sur le papier' }).fill('Les présents et le DLA 77');
  await documents.main.getByRole('textbox', { name: 'Remis à, écrit sur le papier' }).blur();
  await documents.expectOnSheet('Les présents et le DLA 77');
  await expect(documents.sheet).not.toContainText('Comparer les coûts');
  const target = path.join(folders.documents, 'sans relevé.pdf');
  await tierce.answerDialogs(target);
  await documents.save.click();
  await expect(documents.open).toBeVisible({ timeout: 30_000 });

  const text = (await textOfDocument(target, readFileSync(target))).replaceAll(/\s+/g, ' ');
  expect(text).toContain('Les présents et le DLA 77');
  expect(text).not.toMatch(/Comparer les coûts|Le relevé n’est pas encore écrit|répondre à des marchés plus gros/);
});
