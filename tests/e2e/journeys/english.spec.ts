// Journey: in English every screen speaks English, also to a screen reader; only the content of the methods stays French.
import { en } from '@domain/text/en.ts';
import { expect, test } from '../journey.ts';

import { NAVIGATION, type ScreenName } from '../../../renderer/state/screens.ts';
import { WindowPage } from '../pages/window-page.ts';
import type { TestApp } from '../shells/test-app.ts';

/** Words that no English sentence contains; `on`, `son`, `a` or `an` would be found in English too. */
const FRENCH =
  /(?<![\p{L}’'-])(le|la|les|des|du|une|est|pour|avec|dans|séance|séances|sans|aux|vos|votre|cette|ces|sur|ou|et|de|en|qui|que|pas|il|elle|jours|jour|supprimer|ajouter|modifier|fermer|annuler|aucun|aucune)(?![\p{L}’'])/iu;

/** French that belongs there: the offer of French itself, names that are not translated. */
const ALLOWED = [/^FR$/, /Afficher en français/, /Structure d’insertion/, /\(SCIC\)/];

/** Every visible text and every name, description and value spoken by a screen reader, except what is marked as French. */
function everyText(tierce: TestApp): Promise<readonly string[]> {
  return tierce.page.evaluate(() => {
    const isFrench = (element: Element): boolean => element.closest('[lang="fr"]:not(html)') !== null;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.parentElement !== null && !isFrench(node.parentElement) && !['SCRIPT', 'STYLE'].includes(node.parentElement.tagName))
        texts.push(node.textContent?.trim() ?? '');
    }
    for (const element of document.querySelectorAll('*')) {
      if (isFrench(element)) continue;
      for (const name of ['aria-label', 'aria-description', 'aria-valuetext', 'aria-roledescription', 'placeholder', 'title', 'alt'])
        texts.push(element.getAttribute(name) ?? '');
      if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) texts.push(element.value);
    }
    return [...new Set(texts.filter((text) => text !== '')), document.title];
  });
}

async function expectEnglish(tierce: TestApp, where: string): Promise<void> {
  const french = (await everyText(tierce)).filter((text) => FRENCH.test(text) && !ALLOWED.some((allowed) => allowed.test(text)));
  expect.soft(french, where).toEqual([]);
}

async function begin(tierce: TestApp): Promise<WindowPage> {
  const window = new WindowPage(tierce);
  await window.page.getByRole('button', { name: 'Display in English' }).click();
  await expect(window.heading('Welcome to Tierce')).toBeVisible();
  await expectEnglish(tierce, 'welcome');
  await window.main.getByLabel(en.welcome.name).fill('Sonia Nadir');
  await window.main.getByRole('button', { name: en.welcome.start }).click();
  await expect(window.heading(en.home.title)).toBeVisible();
  await expectEnglish(tierce, 'empty home');
  return window;
}

/** An accompaniment without a method: all of its texts are our own. */
async function createBlank(window: WindowPage, tierce: TestApp): Promise<void> {
  await window.main.getByRole('button', { name: en.home.create }).click();
  await window.main.getByRole('radiogroup').locator('label').filter({ hasText: en.words.schemeLong.blank }).click();
  await expectEnglish(tierce, 'new');
  for (const step of [en.start.missionStep, en.start.collectiveStep, en.start.daysStep]) {
    await window.main.getByRole('button', { name: new RegExp(step) }).click();
    await expectEnglish(tierce, step);
  }
  await window.main.getByRole('button', { name: en.start.create }).click();
  await expect(window.main).toHaveAttribute('data-screen', 'frame');
}

test('I5 the walk knows French when it meets it', async ({ tierce }) => {
  await expect(new WindowPage(tierce).heading('Bienvenue dans Tierce')).toBeVisible();

  expect((await everyText(tierce)).filter((text) => FRENCH.test(text)).length).toBeGreaterThan(5);
});

test('I5 every screen speaks English to the eye and to a screen reader', async ({ tierce }) => {
  const window = await begin(tierce);
  await createBlank(window, tierce);

  const seen: ScreenName[] = [];
  for (const { name } of NAVIGATION) {
    await window.goToScreen(name);
    await expect(window.main).toHaveAttribute('data-screen', name);
    await window.main.locator('h1').first().waitFor({ state: 'attached' });
    await expectEnglish(tierce, name);
    seen.push(name);
  }
  expect(seen).toEqual(NAVIGATION.map(({ name }) => name));

  await window.page.keyboard.press('Alt+3');
  await window.main.getByRole('button', { name: en.sessions.create }).first().click();
  await expect(window.main).toHaveAttribute('data-screen', 'session');
  await expectEnglish(tierce, 'session');
  for (const { name } of NAVIGATION) {
    await window.goToScreen(name);
    await expect(window.main).toHaveAttribute('data-screen', name);
    await expectEnglish(tierce, `${name}, with a session`);
  }
  await window.page.keyboard.press('Control+k');
  await window.page.getByRole('combobox', { name: en.palette.title }).fill('session');
  await expectEnglish(tierce, 'palette');
  await window.page.keyboard.press('Escape');

  await window.page.getByRole('button', { name: en.shell.accompaniments }).click();
  await expect(window.heading(en.home.title)).toBeVisible();
  await window.main
    .getByRole('button', { name: en.home.enterTimeFor('') })
    .first()
    .click();
  await expect(window.page.getByRole('dialog').getByRole('textbox', { name: en.time.length })).toBeVisible();
  await expectEnglish(tierce, 'home with its form of time');
});
