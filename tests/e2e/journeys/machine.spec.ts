// Journey: a computer that runs past midnight, or does not know its time zone.
import { expect, test } from '../journey.ts';
import { HomePage } from '../pages/home-page.ts';
import { NewPage, UNTITLED } from '../pages/new-page.ts';
import { WelcomePage } from '../pages/welcome-page.ts';
import { TimePage } from '../pages/time-page.ts';
import { withoutZone } from '../unknown-zone.ts';
import type { TestApp } from '../shells/test-app.ts';

const LATE = '2026-03-16T22:40:00.000Z';

async function withProject(tierce: TestApp): Promise<void> {
  await new WelcomePage(tierce).introduce();
  await new HomePage(tierce).create.click();
  await new NewPage(tierce).createAsIs.click();
  await expect(tierce.page.locator('main[data-screen="frame"]')).toBeVisible();
}

test.describe('late in the evening', () => {
  test.use({ now: LATE });

  test('F1 over midnight the day that is proposed goes along, and the one that was typed stays', async ({ tierce }) => {
    await withProject(tierce);
    await tierce.close();
    await tierce.start({ beforeLoad: (page) => page.clock.install({ time: new Date(LATE) }) });
    await new HomePage(tierce).entry(UNTITLED).click();
    const time = new TimePage(tierce);
    await time.goTo('Jours et temps');
    await expect(time.day).toHaveValue('16/03/2026');

    await tierce.page.clock.fastForward('00:30:00');
    await expect(time.day).toHaveValue('17/03/2026');

    await time.day.fill('12');
    await tierce.page.clock.fastForward('24:00:00');
    await expect(time.page.locator('html')).toHaveAttribute('data-app-state', 'ready');
    await expect(time.day).toHaveValue('12');
  });
});

for (const [now, day] of [
  ['1970-01-01T00:00:10.000Z', '2 janvier 1990'],
  ['2106-02-07T06:28:15.000Z', '30 décembre 2100'],
] as const) {
  test.describe(`at ${now}`, () => {
    test.use({ now });

    test(`I1 F1 a clock that cannot be right is said, and the work goes on (${day})`, async ({ tierce }) => {
      await withProject(tierce);
      const time = new TimePage(tierce);
      await time.goTo('Jours et temps');
      await time.length.fill('1 h');
      await time.save.click();
      await expect(tierce.page.getByTestId('saving')).toHaveAttribute('data-where', 'file');
      await time.goTo('Vue d’ensemble');
      await time.goTo('Documents');
      await expect(time.main.getByRole('heading', { level: 1 })).toBeVisible();
      await tierce.page.getByRole('button', { name: 'Accompagnements' }).click();

      await expect(new HomePage(tierce).main).toContainText(`Tierce propose le ${day} à sa place`);
      await expect(new HomePage(tierce).entry(UNTITLED)).toBeVisible();
    });
  });
}

test('K5 a time zone that nobody knows is left out: every screen is there', async ({ tierce }) => {
  await withProject(tierce);
  await tierce.close();
  await tierce.start({ beforeLoad: (page) => page.addInitScript(withoutZone) });
  await new HomePage(tierce).entry(UNTITLED).click();
  const time = new TimePage(tierce);
  await time.goTo('Jours et temps');
  await time.length.fill('1 h');
  await time.save.click();

  await expect(tierce.page.getByTestId('saving')).toHaveAttribute('data-where', 'file');
  await expect(tierce.page.getByTestId('saving')).toContainText(/\d\d:\d\d/);

  await time.main.getByRole('button', { name: 'Choisir dans le calendrier (Quand)' }).click();
  await expect(tierce.page.getByRole('grid')).toBeVisible();
});
