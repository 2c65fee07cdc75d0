// Every screen of the registry in both themes, as assistive technology sees it, and with Tab alone.
import { expect, test } from '../journey.ts';
import { seriousFindings } from '../pages/audit.ts';
import { roadOfTab } from '../pages/focus.ts';
import { reach, SCREEN_NAMES } from '../pages/tour.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { WindowPage } from '../pages/window-page.ts';
import type { TestApp } from '../shells/test-app.ts';

/** Starting the application costs more than checking twice: the theme is changed in the window. */
async function expectNoFindings({ page }: TestApp): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  expect(await seriousFindings(page), 'in light').toEqual([]);
  await page.getByRole('button', { name: 'Passer au thème sombre' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await seriousFindings(page), 'in dark').toEqual([]);
}

/** Every control is reached in reading order, and the focus is always visible. */
async function expectRoadOfTab({ page }: TestApp): Promise<void> {
  const { stops, missed } = await roadOfTab(page);

  expect(stops.length).toBeGreaterThan(3);
  expect(missed, 'controls that Tab never reaches').toEqual([]);
  expect(
    stops.filter((stop) => !stop.isMarked).map(({ name }) => name),
    'stops without a visible focus',
  ).toEqual([]);
  expect(
    stops.filter((stop) => !stop.isAfterLast).map(({ name }) => name),
    'stops out of reading order',
  ).toEqual([]);
}

for (const screen of SCREEN_NAMES) {
  test(`I4 I6 the screen ${screen} has no serious finding of axe in either theme, and Tab alone goes through it in reading order`, async ({
    tierce,
  }) => {
    await reach(tierce, screen);

    await expectNoFindings(tierce);
    await new WindowPage(tierce).switchTheme('clair');
    await expectRoadOfTab(tierce);
  });
}

test('I4 an empty Home has no serious finding of axe in either theme', async ({ tierce }) => {
  await new WelcomePage(tierce).introduce();

  await expectNoFindings(tierce);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('I4 dialogs, the palette and fields in error have no serious finding of axe', async ({ tierce }) => {
      await reach(tierce, 'time');
      const window = new WindowPage(tierce);
      await window.main.getByRole('textbox', { name: 'Durée' }).fill('trois');
      await window.main.getByRole('button', { name: 'Enregistrer le temps' }).click();
      await expect(window.main.getByText('Cette durée n’est pas lisible')).toBeVisible();
      expect(await seriousFindings(tierce.page)).toEqual([]);

      await window.openPalette();
      expect(await seriousFindings(tierce.page)).toEqual([]);
    });
  });
}
