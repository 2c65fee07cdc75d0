// Every screen of the registry, in both themes, as assistive technology meets it.
import { expect, test } from '../journey.ts';
import { seriousFindings } from '../pages/audit.ts';
import { reach, SCREEN_NAMES } from '../pages/tour.ts';
import { WelcomePage } from '../pages/start-pages.ts';
import { WindowPage } from '../pages/window-page.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    for (const screen of SCREEN_NAMES) {
      test(`I4 the screen ${screen} has no serious finding of axe`, async ({ tierce }) => {
        await reach(tierce, screen);

        expect(await seriousFindings(tierce.page)).toEqual([]);
      });
    }

    test('I4 an empty Home has no serious finding of axe', async ({ tierce }) => {
      await new WelcomePage(tierce).introduce();

      expect(await seriousFindings(tierce.page)).toEqual([]);
    });

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
