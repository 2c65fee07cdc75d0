// The views of the collective other than the first: as assistive technology sees them, with Tab alone, and at 200 %.
import { expect, test } from '../journey.ts';
import { seriousFindings } from '../pages/audit.ts';
import { CollectivePage } from '../pages/collective-page.ts';
import { roadOfTab } from '../pages/focus.ts';
import { reach } from '../pages/tour.ts';

test.use({ now: '2026-06-15T08:00:00.000Z' });

const VIEWS = ['Liste', 'Mandats', 'Portrait'] as const;

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('I4 the record of a structure, its forms and every view of the collective have no serious finding of axe', async ({ tierce }) => {
      await reach(tierce, 'collective');
      const collective = new CollectivePage(tierce);
      await collective.dot('La Boucle').click();
      await collective.text('Emplois').fill('beaucoup');
      expect(await seriousFindings(tierce.page), 'record').toEqual([]);
      await collective.text('Emplois').press('Escape');
      await collective.beginMove('Noyau dur');
      expect(await seriousFindings(tierce.page), 'move').toEqual([]);
      await tierce.page.keyboard.press('Escape');
      for (const view of VIEWS) {
        await collective.view(view);
        expect(await seriousFindings(tierce.page), view).toEqual([]);
      }
    });
  });
}

test('I4 Tab reaches every control of the record and of every view in reading order', async ({ tierce }) => {
  await reach(tierce, 'collective');
  const collective = new CollectivePage(tierce);
  await collective.dot('La Boucle').click();
  for (const view of ['Cercles', ...VIEWS] as const) {
    await collective.view(view);
    const { stops, missed } = await roadOfTab(tierce.page);
    expect(missed, view).toEqual([]);
    expect(
      stops.filter((stop) => !stop.isMarked).map(({ name }) => name),
      `${view}: stops without a visible focus`,
    ).toEqual([]);
    expect(
      stops.filter((stop) => !stop.isAfterLast).map(({ name }) => name),
      `${view}: stops out of reading order`,
    ).toEqual([]);
  }
});

test('I4 at 200 % the collective keeps within its width, and what is chosen comes into sight', async ({ tierce }) => {
  await reach(tierce, 'collective');
  const collective = new CollectivePage(tierce);
  await tierce.page.setViewportSize({ width: 640, height: 400 });
  await collective.dot('La Boucle').click();
  await expect(collective.text('Nom de la structure')).toBeInViewport();

  for (const view of ['Cercles', ...VIEWS] as const) {
    await collective.view(view);
    expect(await collective.main.evaluate((main) => main.scrollWidth - main.clientWidth), view).toBeLessThanOrEqual(1);
  }
});
