// Journey: at 200 % the content of every screen fits its width.
import { expect, test } from '../journey.ts';
import { HomePage } from '../pages/home-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { SessionPage } from '../pages/session-page.ts';
import { SessionsPage } from '../pages/sessions-page.ts';
import { WindowPage } from '../pages/window-page.ts';
import { NAVIGATION } from '../../../renderer/state/screens.ts';

test.describe('at 200 %', () => {
  test.use({ viewport: { width: 640, height: 400 } });

  test('I6 zoomed to 200 % every screen keeps its content within its width', async ({ tierce }) => {
    await new WelcomePage(tierce).introduce();
    await new HomePage(tierce).exploreExample();
    const window = new WindowPage(tierce);
    for (const { name } of NAVIGATION) {
      await window.goToScreen(name);
      await expect(window.main.locator('h1')).toBeAttached();
      const overflow = await window.main.evaluate((main) => main.scrollWidth - main.clientWidth);
      expect(overflow, `sideways scroll on ${name}`).toBeLessThanOrEqual(1);
    }
    await window.page.keyboard.press('Alt+3');
    await new SessionsPage(tierce).open('Enjeux de chaque structure');
    await expect(new SessionPage(tierce).report).toBeVisible();
    expect(await window.main.evaluate((main) => main.scrollWidth - main.clientWidth)).toBeLessThanOrEqual(1);
  });
});
