// Parts of the window, of a screen or of a language that are still loading or cannot be loaded.
import type { Page } from '@playwright/test';

import { expect, test } from '../journey.ts';
import { HomePage } from '../pages/home-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { WindowPage } from '../pages/window-page.ts';
import type { TestApp } from '../shells/test-app.ts';

const SESSIONS = '**/assets/SessionsScreen-*.js';
/** The part that is loaded after it. */
const SESSION = '**/assets/SessionScreen-*.js';
const ENGLISH = '**/assets/en-*.js';

async function openExample(tierce: TestApp, beforeLoad: (page: Page) => Promise<unknown>): Promise<WindowPage> {
  await new WelcomePage(tierce).introduce();
  await tierce.close();
  await tierce.start({ beforeLoad });
  await new HomePage(tierce).example.click();
  return new WindowPage(tierce);
}

/** Holds a part back until it is released. */
function holding(part: string) {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const hold = (page: Page): Promise<unknown> =>
    page.route(part, async (route) => {
      await released;
      await route.continue();
    });
  return { hold, release: () => release() };
}

test('L8 a screen on its way says so, and is arrived at once it is here', async ({ tierce }) => {
  const { hold, release } = holding(SESSIONS);
  const window = await openExample(tierce, hold);

  await window.goTo('Séances');
  await expect(window.main.getByRole('status')).toHaveText('Ouverture…');
  release();

  await expect(window.heading('Séances')).toBeFocused();
});

test('I5 a language on its way changes nothing until it is here, and then everything at once', async ({ tierce }) => {
  const { hold, release } = holding(ENGLISH);
  const window = await openExample(tierce, hold);
  const said = (): Promise<readonly (string | null | undefined)[]> =>
    window.page.evaluate(() => [document.documentElement.lang, document.querySelector('nav a')?.textContent]);
  await window.page.getByRole('link', { name: 'Vue d’ensemble' }).waitFor();
  await window.page.getByRole('button', { name: 'Display in English' }).click();
  await window.switchTheme('sombre');
  await window.page.getByRole('button', { name: 'Passer au thème clair' }).waitFor();
  expect(await said()).toEqual(['fr', expect.stringContaining('Vue d’ensemble')]);

  release();

  await window.page.getByRole('button', { name: 'Afficher en français' }).waitFor();
  expect(await said()).toEqual(['en', expect.stringContaining('Overview')]);
  await expect(window.page.getByRole('button', { name: 'Switch to the light theme' })).toBeVisible();
});

test('L8 a window that has been idle shows a screen at the first press', async ({ tierce }) => {
  let sayFurther = (): void => undefined;
  const isFurther = new Promise<void>((resolve) => (sayFurther = resolve));
  const window = await openExample(tierce, (page) =>
    page.route(SESSION, async (route) => {
      sayFurther();
      await route.continue();
    }),
  );
  await isFurther;

  const link = window.page.getByRole('link', { name: /^Séances/ });
  const shown = await link.evaluate((element: HTMLElement) => {
    element.click();
    return new Promise((resolve) => queueMicrotask(() => resolve(document.querySelector('main')?.textContent)));
  });

  expect(shown).toContain('Nouvelle séance');
});

test.describe('without a part', () => {
  test.use({ isSilent: false });

  test('I5 the window goes on in its language, and says what is safe', async ({ tierce }) => {
    const window = await openExample(tierce, (page) => page.route(ENGLISH, (route) => route.abort()));

    await window.page.getByRole('button', { name: 'Display in English' }).click();
    await window.expectSaid('l’est toujours');
    await window.goTo('Cadre et phases');

    await expect(window.main.getByRole('heading', { name: 'Étapes' })).toBeVisible();
    await expect(window.page.locator('html')).toHaveAttribute('lang', 'fr');
  });

  test('K5 the window says what is safe, and the rest of it still works', async ({ tierce }) => {
    const window = await openExample(tierce, (page) => page.route(SESSIONS, (route) => route.abort()));

    await window.goTo('Séances');
    await expect(window.heading('Cet écran s’est arrêté')).toBeVisible();
    await expect(window.main).toContainText('l’est toujours');
    await window.goTo('Cadre et phases');

    await expect(window.main.getByRole('tab').first()).toBeVisible();
  });
});
