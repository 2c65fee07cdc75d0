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

test('I4 F1 F3 the days screen is whole with all that it can show: amendments, what is not shared out, what is not deducted, what is to come', async ({
  tierce,
}) => {
  await tierce.page.setViewportSize({ width: 1093, height: 614 });
  await reach(tierce, 'overview');
  const time = new TimePage(tierce);
  await time.goTo('Jours et temps');
  await time.addAmendment('12,25', `Restitution demandée par le financeur, ${'en plusieurs temps, '.repeat(12)}à Melun`);
  await time.addAmendment('−3h30', 'x'.repeat(300));
  await time.addEntry({ day: '20/05/2026', kind: 'Déplacement', length: '1h10', note: 'Aller et retour' });
  await time.addEntry({ day: '30/03/2026', kind: 'Face à face', length: '10 h 30', note: 'Une longue réunion' });

  await expect(time.phase('À répartir')).toBeVisible();
  await expect.poll(() => time.page.evaluate(outOfPlace)).toEqual([]);
  await expect.poll(() => time.page.evaluate(pushedSideways)).toEqual([]);
  await time.openAmendment();
  await expect(time.amendmentReason).toBeInViewport();
  await expect(time.page.getByRole('dialog').getByRole('button', { name: 'Enregistrer l’avenant' })).toBeInViewport();
});
