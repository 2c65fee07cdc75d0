// Journey: a document is previewed page by page before it is saved where the user says, and opened.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from '../journey.ts';
import { reportOfExample } from '../pages/beginnings.ts';
import { HomePage } from '../pages/home-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { DocumentsPage } from '../pages/documents-page.ts';
import type { TestApp } from '../shells/test-app.ts';

test('H1 the session report is previewed page by page, then saved as a PDF where the user says', async ({ tierce, folders }) => {
  const report = await reportOfExample(tierce);
  await expect(report.heading('Compte rendu, séance 4')).toBeVisible();
  await report.expectOnSheet('Enjeux de chaque structure');
  await report.expectOnSheet('Compte rendu de la séance 4');
  const target = path.join(folders.documents, 'compte-rendu.pdf');
  await tierce.answerDialogs(target);

  await report.save.click();

  await expect(report.main.getByText('est enregistré.')).toBeVisible({ timeout: 30_000 });
  expect(readFileSync(target).subarray(0, 5).toString()).toBe('%PDF-');
  await expect(report.open).toBeEnabled();
});

test('H1 giving up the save writes nothing and says nothing', async ({ tierce, folders }) => {
  const report = await reportOfExample(tierce);
  await tierce.answerDialogs(null, path.join(folders.documents, 'second.pdf'));
  await report.save.click();
  await expect(report.save).toBeVisible({ timeout: 30_000 }); // after a cancel it can be requested again
  await report.save.click();

  await report.expectSaid('second.pdf');
  expect(await tierce.said()).toHaveLength(1);
  expect(readdirSync(folders.documents).filter((name) => name.endsWith('.pdf'))).toEqual(['second.pdf']);
});

async function documentsOfExample(tierce: TestApp): Promise<DocumentsPage> {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).exploreExample();
  const documents = new DocumentsPage(tierce);
  await documents.goTo('Documents');
  return documents;
}

test.describe('once the amendment is in force', () => {
  test.use({ now: '2026-06-15T08:00:00.000Z' });

  test('H2 the workbook is shown sheet by sheet and saved', async ({ tierce, folders }) => {
    const documents = await documentsOfExample(tierce);
    await documents.choose('Document', 'Classeur Excel');
    await expect(documents.sheet.getByRole('tab', { name: 'Temps' })).toBeVisible();
    await documents.sheet.getByRole('tab', { name: 'Jours par phase' }).click();
    await expect(documents.sheet.getByRole('row', { name: /^Total 7,5/ })).toBeVisible();
    const target = path.join(folders.documents, 'classeur.xlsx');
    await tierce.answerDialogs(target);

    await documents.saveWorkbook.click();

    await expect(documents.open).toBeVisible({ timeout: 30_000 });
    expect(readFileSync(target).subarray(0, 2).toString()).toBe('PK');
  });
});
