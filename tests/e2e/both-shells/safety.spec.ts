// Journey: what is reported safe is safe, even after a power cut; a file that cannot be opened says why.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from '../journey.ts';
import { newAccompaniment } from '../pages/beginnings.ts';
import { AttemptPage } from '../pages/attempt-page.ts';
import { HomePage } from '../pages/home-page.ts';
import { UNTITLED } from '../pages/new-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';

test('A2 the indicator says what is true: sent, safe here, then in the file', async ({ tierce, folders }) => {
  const frame = await newAccompaniment(tierce);
  await frame.text('Besoin').fill('Un besoin tout neuf.');
  await expect(frame.saving).toHaveAttribute('data-where', 'pending');

  await frame.text('Besoin').blur();
  await frame.expectSaved('file');

  const written = readdirSync(folders.library).map((name) => readFileSync(path.join(folders.library, name), 'utf8'));
  expect(written.some((text) => text.includes('Un besoin tout neuf.'))).toBe(true);
});

test.describe('after a power cut', () => {
  test.use({ isSilent: false });

  test('A2 nothing that was said safe is lost when the power goes', async ({ tierce }) => {
    const frame = await newAccompaniment(tierce);
    await frame.text('Besoin').fill('Écrit juste avant la coupure.');
    await frame.text('Besoin').blur();
    await frame.expectSafe();

    await tierce.kill();
    await tierce.start();

    await new HomePage(tierce).entry(UNTITLED).click();
    await frame.goTo('Cadre et phases');
    await expect(frame.text('Besoin')).toHaveValue('Écrit juste avant la coupure.');
  });
});

test('A11 a file that cannot be opened says why and leaves Home as it was', async ({ tierce, folders }) => {
  await new WelcomePage(tierce).introduce();
  const home = new HomePage(tierce);
  const broken = path.join(folders.documents, 'abîmé.tierce');
  writeFileSync(broken, '{"format":"tierce"');
  await tierce.answerDialogs(broken);
  await home.openFile.click();

  const attempt = new AttemptPage(tierce);
  await expect(attempt.heading('Ce fichier est abîmé')).toBeVisible();
  await expect(attempt.main).toContainText('abîmé.tierce');
  await attempt.back.click();
  await expect(home.heading('Accompagnements')).toBeVisible();
  expect(readFileSync(broken, 'utf8')).toBe('{"format":"tierce"');
});
