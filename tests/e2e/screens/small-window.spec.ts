// The smallest window that is promised, 1093 × 614, with the example: everything is whole, and nothing has to be pushed sideways.
import { navigation } from '@domain/text/fr/shell.ts';
import { NAVIGATION } from '../../../renderer/state/screens.ts';
import { expect, test } from '../journey.ts';
import { outOfPlace, pushedSideways } from '../pages/out-of-place.ts';
import { TimePage } from '../pages/time-page.ts';
import { reach } from '../pages/tour.ts';

test('I4 F5 every screen is whole at 1093 × 614, and so are the length, the pencil and the bin of an entry', async ({ tierce }) => {
  await tierce.page.setViewportSize({ width: 1093, height: 614 });
  await reach(tierce, 'overview');
  const time = new TimePage(tierce);
  for (const { name, place } of NAVIGATION) {
    await time.goTo(navigation[place.title]);
    await expect(time.page.locator(`main[data-screen="${name}"] h1`).first()).toBeAttached();
    await expect.poll(() => time.page.evaluate(outOfPlace), name).toEqual([]);
    await expect.poll(() => time.page.evaluate(pushedSideways), name).toEqual([]);
  }
});
