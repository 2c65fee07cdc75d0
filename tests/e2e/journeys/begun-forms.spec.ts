// Journey: what was typed in the form of a dialog is not lost in silence, whichever way one leaves it.
import type { Locator } from '@playwright/test';

import { expect, test } from '../journey.ts';
import { newAccompaniment } from '../pages/beginnings.ts';
import { CollectivePage } from '../pages/collective-page.ts';
import type { TestApp } from '../shells/test-app.ts';

/** A form, still as it opened. */
async function openForm(tierce: TestApp): Promise<{ collective: CollectivePage; form: Locator; name: Locator; question: Locator }> {
  await newAccompaniment(tierce);
  const collective = new CollectivePage(tierce);
  await collective.goTo('Collectif');
  const { page, form, question } = { page: collective.page, ...dialogsOf(collective) };
  await page.getByRole('button', { name: 'Ajouter une structure' }).first().click();
  return { collective, form, name: form.getByRole('textbox', { name: 'Nom' }), question };
}

const dialogsOf = ({ page }: CollectivePage) => ({
  form: page.getByRole('dialog'),
  question: page.getByRole('alertdialog', { name: /^Abandonner ce qui est saisi/ }),
});

test('I7 Escape, a press beside a dialog, “Annuler” and Back ask before they lose what was typed in it', async ({ tierce }) => {
  const { collective, form, name, question } = await openForm(tierce);
  const { page } = collective;
  await name.pressSequentially('Le Fournil');
  const ways = [
    () => page.keyboard.press('Escape'),
    () => page.mouse.click(5, 400),
    () => form.getByRole('button', { name: 'Annuler' }).click(),
  ];
  for (const leave of ways) {
    await leave();
    await expect(question.getByRole('button', { name: 'Continuer la saisie' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(question).toHaveCount(0);
    await expect(name).toHaveValue('Le Fournil');
  }
  await page.evaluate(() => history.back());
  await expect.poll(() => page.evaluate(() => history.state as unknown)).toBe('collective');
  await expect(name).toHaveValue('Le Fournil');

  await name.focus();
  await page.keyboard.press('Escape');
  await question.getByRole('button', { name: 'Abandonner' }).click();
  await expect(form).toHaveCount(0);
  await collective.expectSafe();
});

test('I7 a form in which nothing was typed closes at once, also when it was typed and taken out again', async ({ tierce }) => {
  const { collective, form, name, question } = await openForm(tierce);
  const { page } = collective;
  await expect(name).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(form).toHaveCount(0);

  await page.getByRole('button', { name: 'Ajouter une structure' }).first().click();
  await name.pressSequentially('Le');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Escape');
  await expect(form).toHaveCount(0);
  await expect(question).toHaveCount(0);
});

test('I7 a choice counts like a text, and a form that was sent asks nothing', async ({ tierce }) => {
  const { collective, form, name, question } = await openForm(tierce);
  const { page } = collective;
  await form.getByRole('button', { name: /Cercle/ }).click();
  await page.getByRole('option', { name: 'Noyau' }).click();
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await page.keyboard.press('Escape');
  await question.getByRole('button', { name: 'Continuer la saisie' }).click();

  await name.fill('Le Fournil');
  await name.press('Enter');
  await collective.expectSaid('Le Fournil');
  await expect(form).toHaveCount(0);
  await expect(question).toHaveCount(0);
});
