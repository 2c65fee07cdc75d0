// Journey: what remains of the funded days is the same figure wherever it is shown.
import { expect, test } from '../journey.ts';
import { HomePage } from '../pages/home-page.ts';
import { NewPage, UNTITLED } from '../pages/new-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { DocumentsPage } from '../pages/documents-page.ts';
import { TimePage } from '../pages/time-page.ts';
import type { TestApp } from '../shells/test-app.ts';

/** Three days granted, half a day done, plus an odd length, and half a day planned: 2,35 days remain. */
async function someDays(tierce: TestApp): Promise<TimePage> {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).create.click();
  const form = new NewPage(tierce);
  await form.step('Les jours financés').click();
  await form.field('Financeur').fill('DLA 77');
  await form.field('Jours accordés').fill('3');
  await form.create.click();
  const time = new TimePage(tierce);
  await time.goTo('Jours et temps');
  for (const length of ['0,5 j', '63 min']) {
    await time.length.fill(length);
    await time.save.click();
    await expect(time.length).toHaveValue('');
  }
  await time.main.locator('label').filter({ hasText: 'C’est prévu, pas encore fait' }).click();
  await time.length.fill('0,5 j');
  await time.save.click();
  await expect(time.main.getByText('prévu', { exact: true })).toBeVisible();
  return time;
}

test('F4 what remains is the same figure on every screen and in every document that shows it', async ({ tierce }) => {
  const time = await someDays(tierce);
  const remains = /2,35\sj/;

  await expect(time.remaining).toContainText(remains);
  await expect(time.page.getByRole('link', { name: /^Jours et temps/ })).toContainText(remains);
  await expect(time.main.getByRole('row', { name: /^Total/ })).toContainText('2,35');
  await time.length.fill('1 j');
  await expect(time.main.locator('.time-form')).toContainText(remains);
  await time.length.fill('');
  await time.goTo('Vue d’ensemble');
  await expect(time.main.getByRole('region', { name: 'Jours financés' })).toContainText(remains);
  const documents = new DocumentsPage(tierce);
  await documents.goTo('Documents');
  await documents.choose('Document', 'État des jours financés');
  await documents.expectOnSheet(/Restent\s*2,35\sj/);
  await documents.choose('Document', 'Classeur Excel');
  await documents.sheet.getByRole('tab', { name: 'Jours par phase' }).click();
  await expect(documents.sheet.getByRole('row', { name: /^Total/ })).toContainText('2,35');
  await documents.sheet.getByRole('tab', { name: 'Enveloppes' }).click();
  await expect(documents.sheet.getByRole('row', { name: /^Total/ })).toContainText('2,35');
  await documents.close();
  await expect(new HomePage(tierce).table.getByRole('row').filter({ hasText: UNTITLED })).toContainText(remains);
});
