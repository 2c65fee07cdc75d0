// Screens whose part of the window is still on its way, or cannot be brought in.
import type { Page } from '@playwright/test';

import { expect, test } from '../journey.ts';
import { HomePage, WelcomePage } from '../pages/start-pages.ts';
import { WindowPage } from '../pages/window-page.ts';
import type { TestApp } from '../shells/test-app.ts';

const SESSIONS = '**/assets/SessionsScreen-*.js';
/** The part that is brought in after it. */
const SESSION = '**/assets/SessionScreen-*.js';

async function openExample(tierce: TestApp, beforeLoad: (page: Page) => Promise<unknown>): Promise<WindowPage> {
  await new WelcomePage(tierce).introduce();
  await tierce.close();
  await tierce.start({ beforeLoad });
  await new HomePage(tierce).example.click();
  return new WindowPage(tierce);
}

test('L8 a screen on its way says so, and is arrived at once it is here', async ({ tierce }) => {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const window = await openExample(tierce, (page) =>
    page.route(SESSIONS, async (route) => {
      await released;
      await route.continue();
    }),
  );

  await window.goTo('Séances');
  await expect(window.main.getByRole('status')).toHaveText('Ouverture…');
  release();

  await expect(window.heading('Séances')).toBeFocused();
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

test.describe('without the part of a screen', () => {
  test.use({ isSilent: false });

  test('K5 the window says what is safe, and the rest of it still works', async ({ tierce }) => {
    const window = await openExample(tierce, (page) => page.route(SESSIONS, (route) => route.abort()));

    await window.goTo('Séances');
    await expect(window.heading('Cet écran s’est arrêté')).toBeVisible();
    await expect(window.main).toContainText('l’est toujours');
    await window.goTo('Cadre et phases');

    await expect(window.main.getByRole('tab').first()).toBeVisible();
  });
});
