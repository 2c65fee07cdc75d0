// Journey: the report is seen before it leaves, saved where the user says, and opened.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from '../journey.ts';
import { HomePage, WelcomePage } from '../pages/start-pages.ts';
import { ReportPage, SessionPage, SessionsPage } from '../pages/work-pages.ts';
import type { TestApp } from '../shells/test-app.ts';

async function reportOfExample(tierce: TestApp): Promise<ReportPage> {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).exploreExample();
  await new SessionsPage(tierce).open('Enjeux de chaque structure');
  await new SessionPage(tierce).report.click();
  return new ReportPage(tierce);
}

test('H1 the session report is previewed as paper, then saved as a PDF where the user says', async ({ tierce, folders }) => {
  const report = await reportOfExample(tierce);
  await expect(report.sheet.getByRole('heading', { name: 'Enjeux de chaque structure' })).toBeVisible();
  await expect(report.sheet).toContainText('Compte rendu de la séance 4');
  const target = path.join(folders.documents, 'compte-rendu.pdf');
  await tierce.answerDialogs(target);

  await report.save.click();

  await expect(report.main.getByText('est enregistré.')).toBeVisible({ timeout: 30_000 });
  expect(readFileSync(target).subarray(0, 5).toString()).toBe('%PDF-');
  await expect(report.open).toBeEnabled();
});

test('H1 giving up the save writes nothing and says nothing', async ({ tierce, folders }) => {
  const report = await reportOfExample(tierce);
  await tierce.answerDialogs(null);
  await report.save.click();

  await expect(report.save).toBeEnabled({ timeout: 30_000 });
  await expect(report.messages).toBeEmpty();
  expect(existsSync(path.join(folders.documents, 'compte-rendu.pdf'))).toBe(false);
});

test('I5 the report can be made in English while the interface stays French', async ({ tierce }) => {
  const report = await reportOfExample(tierce);
  await report.main.getByRole('button', { name: /Langue$/ }).click();
  await report.page.getByRole('option', { name: 'Anglais' }).click();

  await expect(report.sheet).toContainText('Report of session 4');
  await expect(report.sheet).toContainText('Thursday 2 April 2026');
  await expect(report.save).toBeVisible();
});
