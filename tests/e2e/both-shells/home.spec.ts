// Journey: a library of hundreds of accompaniments on Home, read by the worker of the shell.
import { expect, test } from '../journey.ts';
import { homeWith } from '../pages/beginnings.ts';

test.use({ now: '2026-06-15T08:00:00.000Z' });

test('I1 two hundred accompaniments are listed, filtered and scrolled, with those that cannot be read', async ({ tierce, folders }) => {
  const home = await homeWith(tierce, folders, 200, ['abime.tierce']);

  await expect(home.table).toHaveAttribute('aria-rowcount', '201');
  expect(await home.table.getByRole('row').count()).toBeLessThan(80);
  await expect(home.unreadable('abime.tierce')).toBeAttached();
  await home.words.fill('sport 189');
  await expect(home.entry('Groupement d’employeurs du sport 189')).toBeVisible();
  expect(await home.main.evaluate((main) => main.scrollWidth - main.clientWidth)).toBeLessThanOrEqual(1);
});
